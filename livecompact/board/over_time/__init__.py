"""The record of a promise or of an organisation over time: every kind, year by year."""
