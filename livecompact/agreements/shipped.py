"""The agreements that ship with the program: where their folders lie."""

from importlib.resources import files
from importlib.resources.abc import Traversable


def folder(name: str) -> Traversable:
    """The folder of an agreement that ships."""
    return _data() / name


def names() -> tuple[str, ...]:
    """The names of all that ship."""
    return tuple(sorted(entry.name for entry in _data().iterdir() if (entry / "agreement.toml").is_file()))


def _data() -> Traversable:
    return files("livecompact.agreements") / "data"
