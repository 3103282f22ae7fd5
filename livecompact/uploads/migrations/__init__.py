"""The tables of uploads, one step after another."""
