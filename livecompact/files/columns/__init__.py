"""What the columns of a file mean: recognised by name, or told by a mapping file."""
