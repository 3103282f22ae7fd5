"""The tables of people, one step after another."""
