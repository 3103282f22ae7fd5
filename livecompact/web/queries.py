"""What the site's own pages ask."""

from livecompact import agreements
from livecompact.agreements import Agreement, NoSuchAgreement

SHORT_MODEL = "model"  # a pattern to start from, in force nowhere


def compacts() -> list[Agreement]:
    """The Compacts of this site, by name."""
    loaded = [agreements.load(name) for name in agreements.bundled() if name != SHORT_MODEL]
    return sorted(loaded, key=lambda agreement: agreement.name)


def compact(name: str) -> Agreement | None:
    """The Compact of that name in an address, if there is one."""
    try:
        return next((each for each in compacts() if each.id == name), None)
    except NoSuchAgreement:
        return None
