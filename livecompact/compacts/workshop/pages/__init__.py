"""What each page of the workshop holds."""
