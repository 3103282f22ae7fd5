"""Who had signed, and from when to when: matched by org-id, or lacking one by name."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from livecompact.agreements.bodies import folded_name


@dataclass(frozen=True, kw_only=True)
class Signatory:
    """That an organisation signed on a day; `left_on` is the last day on which it was bound, if it left."""

    org_id: str
    name: str
    signed: date
    left_on: date | None = None


def folded_id(org_id: str) -> str:
    """An org-id without spaces and case.

    >>> folded_id(" gb-chc-123456 ")
    'GB-CHC-123456'
    """
    return "".join(org_id.split()).upper()


class Signatories:
    """The signatures of a list, found by organisation."""

    def __init__(self, signed: Iterable[Signatory]) -> None:
        self._by_id: dict[str, list[Signatory]] = defaultdict(list)
        self._by_name: dict[str, list[Signatory]] = defaultdict(list)
        for each in sorted(signed, key=lambda each: each.signed):
            if each.org_id:
                self._by_id[folded_id(each.org_id)].append(each)
            if each.name:
                self._by_name[folded_name(each.name)].append(each)

    def of(self, org_id: str, name: str) -> Sequence[Signatory]:
        """The signatures of an organisation, earliest first; none where two organisations of the list share its name.

        Where both the list and the record have an org-id, only that counts.
        """
        if org_id and (found := self._by_id.get(folded_id(org_id))):
            return found
        named = self._by_name.get(folded_name(name), []) if name else []
        if org_id:
            return [each for each in named if not each.org_id]
        return named if len({folded_id(each.org_id) for each in named}) == 1 else []
