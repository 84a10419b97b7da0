"""What many articles share: copies, spread sentences, conflicts of wording, sites."""
