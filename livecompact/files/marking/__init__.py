"""A file given back as the kind that it was sent as, with what is wrong beside each row."""
