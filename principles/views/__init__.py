"""What a reader sees of what to know."""
