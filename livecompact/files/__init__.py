"""Published records in, each row accounted for, and plain answers out."""
