"""The tables of complaints about data, one step after another."""
