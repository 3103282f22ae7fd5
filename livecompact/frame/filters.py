"""What the address of a list may ask for: the filters that it has, with the values that there are, and nothing else."""

from collections.abc import Collection, Mapping

from django.core.exceptions import BadRequest

LONGEST = 20
"""So much of what was asked is repeated."""
ADDED = frozenset({"fbclid", "gclid", "msclkid", "mc_cid", "mc_eid"})
CAMPAIGN = "utm_"
"""What social media, search engines and newsletters add to a link that is shared there. Nothing of it is looked at."""


def refuse_unknown(query: Mapping[str, str], known: Mapping[str, Collection[str] | None]) -> None:
    """BadRequest where an address names a filter that is not known, or a value that is not among its own.

    None as the values lets any text be asked for. An empty value filters nothing, as a form sends it. What a link gets
    where it is shared is passed over, so that it still leads to its page.

    >>> refuse_unknown({"state": "kept", "name": "any", "kind": ""}, {"state": ["kept"], "name": None, "kind": []})
    >>> refuse_unknown({"state": "kept", "fbclid": "IwAR0", "utm_source": "letter"}, {"state": ["kept"]})
    """
    for name, value in query.items():
        if name in ADDED or name.startswith(CAMPAIGN):
            continue
        values = known.get(name, ())
        if name not in known or (value and values is not None and value not in values):
            raise BadRequest(f"The list has no filter {name[:LONGEST]}={value[:LONGEST]}")
