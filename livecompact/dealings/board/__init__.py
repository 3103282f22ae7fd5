"""The board of a Compact: how every promise stands on each side, and how that changed."""
