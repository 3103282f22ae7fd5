"""Records held against an agreement, and counted."""
