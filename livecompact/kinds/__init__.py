"""The kinds of dealing, one file each; this is the list of them."""

from livecompact.kinds.consultation import CONSULTATION
from livecompact.kinds.kind import Kind

KINDS: dict[str, Kind] = {kind.name: kind for kind in (CONSULTATION,)}


def kind(name: str) -> Kind:
    """The kind of that name; KeyError lists the names there are."""
    if name not in KINDS:
        raise KeyError(f"there is no kind of dealing “{name}”; the kinds are {', '.join(KINDS)}")
    return KINDS[name]
