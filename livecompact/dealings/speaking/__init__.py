"""What the other side says: that a fact is another, that something is missing; and who is told of it."""
