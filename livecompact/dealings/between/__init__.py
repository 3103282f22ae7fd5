"""What only the two sides see, and an organisation's own choice that everyone may see it."""
