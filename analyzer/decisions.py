"""What editors decided: fingerprints, the append-only decisions file, reopening."""
