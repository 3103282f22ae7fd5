"""Complaints about how the site uses somebody's data (Data (Use and Access) Act 2025, section 103)."""
