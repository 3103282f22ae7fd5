"""The tables of dealings, one step after another."""
