"""What organisations do and what the Compact says of it; first, the check of a plan before anybody has an account."""
