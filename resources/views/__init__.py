"""What a reader sees of where to go: one file for each thing they look at."""
