"""The public pages of dealings: lists, one dealing, and its other forms."""
