"""Organisations, and what they have signed."""
