"""The text passes, one file each."""
