"""What becomes due by itself as days pass, and who is told of it: once, however long nobody looked."""
