"""What many articles share: copies, spread sentences, sites."""
