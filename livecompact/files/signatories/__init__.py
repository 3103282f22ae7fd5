"""Who had signed on which day, and the rows of bodies that had."""
