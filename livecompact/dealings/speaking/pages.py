"""What pages say of two sides that disagree."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from livecompact.dealings.models import Dealing, Dispute, Reply
from livecompact.dealings.public.facts_said import capital, value_said
from livecompact.dealings.said_values import decoded
from livecompact.dealings.speaking.who import dispute_address, who_says
from livecompact.kinds import kind


@dataclass(frozen=True)
class Disputed:
    """A fact of which another side says another value; `how` it was settled is empty while it stands.

    `fact`, `record` and `says` are its name and both values as the data holds them.
    """

    fact: str
    label: str
    record: str
    says: str
    who: str
    on: date
    text: str
    how: str
    settled_on: date | None
    settled_by: str
    reason: str
    address: str


@dataclass(frozen=True)
class Replied:
    """What another organisation says to a record: `says` is "no-reason" where it says that a reason is none."""

    who: str
    on: date
    says: str
    text: str


def replied(dealing: Dealing, replies: Iterable[Reply]) -> tuple[Replied, ...]:
    """Every reply, in order, each by the name that everybody may read."""
    return tuple(Replied(who_says(dealing, each.organisation), each.on, each.says, each.text) for each in replies)


def disputed(dealing: Dealing, disputes: Iterable[Dispute]) -> tuple[Disputed, ...]:
    """Every fact over which the two sides disagree or disagreed; those that are open come first."""
    facts = kind(dealing.kind).read(dealing.facts)
    by_name = kind(dealing.kind).by_name
    told = [
        Disputed(
            each.fact,
            capital(_(by_name[each.fact].label)),
            value_said(by_name[each.fact], facts[each.fact]),
            value_said(by_name[each.fact], decoded(by_name[each.fact], each.value)),
            who_says(dealing, each.organisation),
            each.on,
            each.text,
            str(each.get_settled_display()) if each.settled else "",
            each.settled_on,
            each.settled_by,
            each.reason,
            dispute_address(each),
        )
        for each in disputes
    ]
    return tuple(sorted(told, key=lambda each: bool(each.how)))


def over(open_ones: Iterable[Disputed]) -> str:
    """What the two sides say of the facts on which a check rests."""
    sentence = _("%(label)s: the record says %(record)s. %(who)s says %(says)s.")
    return " ".join(sentence % vars(each) for each in open_ones)
