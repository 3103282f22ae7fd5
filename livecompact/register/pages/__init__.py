"""What the pages of the register hold."""
