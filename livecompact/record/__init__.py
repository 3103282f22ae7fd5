"""What happened in public, in order and never altered; and who is told of it."""
