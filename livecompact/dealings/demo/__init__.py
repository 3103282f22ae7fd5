"""What invented bodies and groups did, for `livecompact demo`: every verdict is among it."""
