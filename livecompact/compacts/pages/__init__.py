"""What each page of a Compact holds: one frozen dataclass a page, made from the agreement, shown as HTML or as JSON."""
