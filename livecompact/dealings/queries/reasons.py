"""The same reason given again and again by one organisation: the same words, whatever their case and their stops."""

import re
from collections import Counter

from livecompact.dealings.models import Explanation, State
from livecompact.register.models import Organisation

OFTEN = 3
"""So often the same words are said to be the same reason."""
MOST = 2000
STOPS = re.compile(r"[\W_]+")


def plain(reason: str) -> str:
    """A reason as it is compared.

    >>> plain("The grant ends -- in June.") == plain("the grant ends in  June")
    True
    """
    return STOPS.sub(" ", reason.casefold()).strip()


def same_reasons(organisation: Organisation | str) -> Counter[str]:
    """How often an organisation gave each reason in public, by its words as they are compared. One query."""
    rows = Explanation.objects.filter(dealing__state=State.PUBLIC)
    if isinstance(organisation, str):
        rows = rows.filter(dealing__organisation__slug=organisation)
    else:
        rows = rows.filter(dealing__organisation=organisation)
    return Counter(plain(reason) for reason in rows.order_by("-at").values_list("reason", flat=True)[:MOST])


def given_often(organisation: str) -> tuple[tuple[str, int], ...]:
    """The reasons that an organisation gave three times or more, each in its newest words, the commonest first."""
    rows = Explanation.objects.filter(dealing__state=State.PUBLIC, dealing__organisation__slug=organisation)
    said = list(rows.order_by("-at").values_list("reason", flat=True)[:MOST])
    counted: Counter[str] = Counter(map(plain, said))
    newest: dict[str, str] = {}
    for reason in said:
        newest.setdefault(plain(reason), reason)
    return tuple((newest[words], count) for words, count in counted.most_common() if count >= OFTEN)
