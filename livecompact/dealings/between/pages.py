"""What an organisation has begun and nobody else reads yet, as it finds it again."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.dealings.actions.drafting import KEPT_FOR
from livecompact.dealings.embargo.pages import told_address
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import named, part_of
from livecompact.dealings.public.facts_said import capital
from livecompact.kinds import kind


@dataclass(frozen=True)
class Ahead:
    """A record that is not public yet: what it is, and where it goes on.

    `public_on` is the day of one that its group was told of; `kept_until` the last day on which a draft is kept.
    """

    title: str
    what: str
    whom: str
    address: str
    public_on: date | None
    kept_until: date


def ahead(dealing: Dealing) -> Ahead:
    """A draft, or what a group was told of."""
    is_told = dealing.state == State.TOLD
    draft = reverse("dealing_draft", args=[dealing.home_id, part_of(dealing.kind), dealing.key])
    return Ahead(
        title=dealing.title,
        what=capital(_(kind(dealing.kind).called)),
        whom=named(dealing.towards) if dealing.towards else dealing.towards_called,
        address=told_address(dealing) if is_told else draft,
        public_on=dealing.public_on if is_told else None,
        kept_until=localdate(dealing.updated_at) + KEPT_FOR,
    )
