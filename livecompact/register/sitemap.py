"""Every public address of this room, for search engines."""

from collections.abc import Iterator


def addresses() -> Iterator[str]:
    """None yet."""
    return iter(())
