"""What the pages of a change hold that is told before it is public."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.actions.telling_first import days_for
from livecompact.dealings.acts import act_of
from livecompact.dealings.embargo.letters import letter_to_group
from livecompact.dealings.models import Dealing, State
from livecompact.dealings.naming import address_of, named, part_of
from livecompact.dealings.public.facts_said import Said, said
from livecompact.dealings.publishing.pages import Forecast, forecasts
from livecompact.dealings.queries import ToldTo


@dataclass(frozen=True)
class ToldPage:
    """A change that its group was told of: what it says, until when it is not public, and what the reader may do."""

    title: str
    state: str
    who: str
    group: str
    called: str
    gets_mail: bool
    told_on: date
    public_on: date | None
    rows: tuple[Said, ...]
    forecasts: tuple[Forecast, ...]
    plan_by: date | None
    letter: tuple[str, ...]
    letter_address: str
    public_address: str
    may_show: bool
    may_name: bool
    may_hold_back: bool
    reply: str
    replied_on: date | None
    reply_address: str


@dataclass(frozen=True)
class KeptPage:
    """A change that nobody was told of: where one says who can see it, and the letter."""

    title: str
    decide: str
    letter: tuple[str, ...]
    letter_address: str


def kept_page(compact: Published, draft: Dealing, site: str) -> KeptPage:
    """What is said once a change is kept and private."""
    return KeptPage(
        title=_("The change is kept, and private"),
        decide=reverse("dealing_draft", args=[draft.home_id, part_of(draft.kind), draft.key]),
        letter=letter_to_group(draft, compact, site),
        letter_address=letter_address(draft),
    )


def told_address(dealing: Dealing) -> str:
    """Where the two sides read what is told."""
    return reverse("dealing_told", args=[dealing.home_id, part_of(dealing.kind), dealing.key])


def reply_address(dealing: Dealing) -> str:
    """Where its group answers before it is public."""
    return reverse("dealing_told_reply", args=[dealing.home_id, part_of(dealing.kind), dealing.key])


def letter_address(dealing: Dealing) -> str:
    """Where the letter to the group is downloaded."""
    return reverse("dealing_letter", args=[dealing.home_id, part_of(dealing.kind), dealing.key])


def told_page(compact: Published, told: ToldTo, site: str, today: date) -> ToldPage:
    """What the two sides read."""
    dealing = told.dealing
    act = act_of(dealing)
    group = named(dealing.towards) if dealing.towards else ""
    facts = act.facts
    ends = facts["change"] in ("ended", "not renewed")
    return ToldPage(
        title=_title(told),
        state=dealing.state,
        who=named(dealing.organisation),
        group=group,
        called=dealing.towards_called,
        gets_mail=told.gets_mail,
        told_on=days_for(dealing, localdate(dealing.told_at)).told_on if dealing.told_at else today,
        public_on=dealing.public_on,
        rows=said(act.kind, facts),
        forecasts=forecasts(compact, act, today, own=False),  # the group reads it, too
        plan_by=facts.day("takes_effect") if ends else None,
        letter=letter_to_group(dealing, compact, site),
        letter_address=letter_address(dealing),
        public_address=address_of(dealing) if dealing.state == State.PUBLIC else "",
        may_show=told.may_show,
        may_name=told.may_name,
        may_hold_back=told.may_hold_back,
        reply=told.reply.text if told.reply else "",
        replied_on=told.reply.on if told.reply else None,
        reply_address=reply_address(dealing) if told.may_reply else "",
    )


def _title(told: ToldTo) -> str:
    if told.may_hold_back or told.dealing.state != State.TOLD:
        return _("The change is recorded")
    return _("Your funding from %(who)s will change") % {"who": named(told.dealing.organisation)}
