"""When to ask: what else is open or coming, and the earliest good time."""
