"""Running a Compact: one page of all that waits, and one mail a week."""
