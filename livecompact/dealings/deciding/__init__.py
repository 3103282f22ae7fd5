"""Deciding what two sides do not agree on: the officer and the Compact group, never somebody of either side."""
