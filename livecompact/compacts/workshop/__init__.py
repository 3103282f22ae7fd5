"""The Compact officer's workshop: drafting a text, choosing its checks, and publishing it."""
