"""What an organisation sees of its own days: what is due, its funding on one page, and both as a private calendar."""
