"""Recording something that was done: any kind of dealing, on one page made from its kind."""
