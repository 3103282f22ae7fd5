"""School holidays, which no list for the whole country has: a Compact's officer enters those of its area."""
