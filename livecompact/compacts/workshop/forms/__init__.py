"""The questions of the workshop."""
