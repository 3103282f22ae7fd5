"""The board of a Compact: how every promise stands on each side, how that changed, and all records over time."""
