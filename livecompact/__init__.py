"""Livecompact runs a local Compact as a live document: publish it, check acts against it, show the record."""

__version__ = "0.1.0"
