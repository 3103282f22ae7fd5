"""The letter to a group whose support changes, and the mails that go before it is public."""

from datetime import datetime
from decimal import Decimal

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published, compact
from livecompact.dealings.models import Dealing, Reply, State
from livecompact.dealings.naming import address_of, named, part_of
from livecompact.frame.dates import long_date
from livecompact.kinds import kind
from livecompact.people.models import Person
from livecompact.people.queries import acted_for, is_officer, organisations_of
from livecompact.record.letters import Letter
from livecompact.record.models import Notice
from livecompact.standards.facts import Facts
from livecompact.standards.words import money


def letter_to_group(dealing: Dealing, within: Published, site: str) -> tuple[str, ...]:
    """The letter that goes to the group: what, from when, why, and how it can answer."""
    facts = kind(dealing.kind).read(dealing.facts)
    reasons = [str(facts[name]) for name in ("rationale", "exceptional_reason") if isinstance(facts[name], str)]
    here = f"{site}{address(dealing)}"
    return (
        _("Dear %(group)s,") % {"group": named(dealing.towards) if dealing.towards else _("[name of the group]")},
        _what(dealing, facts),
        *([_("This is why: %(why)s") % {"why": " ".join(reasons)}] if reasons else []),
        _("You can tell us what this means for you, and ask us to think again. Write to us at any time."),
        _("The change is on the record of the %(compact)s. Only you, we and its officer can read it now: %(link)s")
        % {"compact": within.name, "link": here},
        _("It becomes public when you say so, or on the day that the page names. Your name shows only if you agree."),
        _("Yours sincerely,"),
        _("[name and role], %(who)s") % {"who": named(dealing.organisation)},
    )


def will_change(notice: Notice, at: datetime) -> Letter | None:
    """To the group: what changes, from when, and where it can read and answer; None where it is taken back."""
    found = told_of(notice)
    if found is None or found.towards is None or found.towards.slug not in _mine(notice.person, at):
        return None
    facts = kind(found.kind).read(found.facts)
    return Letter(
        subject=_("Your funding will change: %(who)s") % {"who": named(found.organisation)},
        lines=(
            _what(found, facts),
            _("The page says why, and how you can answer. You can answer at any time."),
            *_public_from(found),
            _("You can let everyone read it now, and let it show your name. Both are up to you."),
        ),
        address=address(found),
        why=_("You get this because you act for %(name)s.") % {"name": named(found.towards)},
        thread=notice.subject,
    )


def recorded(notice: Notice, at: datetime) -> Letter | None:
    """To those who act for the body: that the group was told, and when it becomes public."""
    found = told_of(notice)
    if found is None or found.public_on is None or found.organisation.slug not in _mine(notice.person, at):
        return None
    group = named(found.towards) if found.towards else found.towards_called
    return Letter(
        subject=_("Change to funding recorded: %(who)s") % {"who": group},
        lines=(
            _told(found, at) % {"group": group},
            _("It becomes public on %(day)s, or when the group says so.") % {"day": long_date(found.public_on)},
        ),
        address=address(found),
        why=_("You get this because you act for %(name)s.") % {"name": named(found.organisation)},
        thread=notice.subject,
    )


def short_notice(notice: Notice, at: datetime) -> Letter | None:
    """To the Compact officer: less notice than is asked for, and what the body says is exceptional."""
    found = told_of(notice)
    if found is None or not is_officer(notice.person, at=at, compact=found.home_id):
        return None
    facts = kind(found.kind).read(found.facts)
    sent, starts = facts.day("notice_sent"), facts.day("takes_effect")
    days = (
        _("A body changes the funding of a group, and did not tell it in writing.")
        if not sent or not starts
        else _("A body changes the funding of a group with %(n)s days’ notice.") % {"n": (starts - sent).days}
    )
    said = isinstance(facts["exceptional_reason"], str)
    why = _("The body says that it is an exceptional case.") if said else _("The body gives no reason.")
    name = compact(None, found.home_id, localdate(at)).name
    return Letter(
        subject=_("Short notice: a funding change"),
        lines=(days + " " + _("That is less than the %(compact)s asks for.") % {"compact": name}, why),
        address=address(found),
        why=_("You get this because you run the %(compact)s.") % {"compact": name},
        thread=notice.subject,
    )


def answered(notice: Notice, at: datetime) -> Letter | None:
    """To those who act for the body: that the group answered; None where it took that back, or is not told any more."""
    found = told_of(notice)
    if found is None or found.organisation.slug not in _mine(notice.person, at):
        return None
    if not Reply.objects.filter(dealing=found, organisation=found.towards).exists():
        return None
    group = named(found.towards) if found.towards else found.towards_called
    return Letter(
        subject=_("An answer to your funding change: %(who)s") % {"who": group},
        lines=(
            _("%(group)s has answered what you told it.") % {"group": group},
            _("Everyone reads its answer once the change is public. Until then you can take the change back."),
        ),
        address=address(found),
        why=_("You get this because you act for %(name)s.") % {"name": named(found.organisation)},
        thread=notice.subject,
    )


def told_of(notice: Notice) -> Dealing | None:
    """The change of a notice, while it is as it was told: neither taken back nor withdrawn, nor told anew."""
    key = notice.subject.partition("/")[2]
    rows = Dealing.objects.filter(key=key, state__in=[State.TOLD, State.PUBLIC]).exclude(told_at=None)
    found = rows.select_related("organisation", "towards", "home").first()
    return found if found and found.told_at and found.told_at.isoformat() == notice.occurrence else None


def address(dealing: Dealing) -> str:
    """Where the two sides read it: on its public page, once it has one."""
    if dealing.state == State.PUBLIC:
        return address_of(dealing)
    return reverse("dealing_told", args=[dealing.home_id, part_of(dealing.kind), dealing.key])


def _what(dealing: Dealing, facts: Facts) -> str:
    starts, before, after = facts.day("takes_effect"), facts["amount_before"], facts["amount_after"]
    what = _changes(str(facts["change"]))
    day = long_date(starts) if starts else _("a day that is not set")
    says = _("Your funding or other support from %(who)s %(what)s on %(day)s.")
    first = says % {"who": named(dealing.organisation), "what": what, "day": day}
    if isinstance(before, Decimal) and isinstance(after, Decimal):
        amounts = {"before": money(before), "after": money(after)}
        return f"{first} " + _("It was %(before)s a year, and will be %(after)s.") % amounts
    return first


def _changes(change: str) -> str:
    return {
        "reduced": _("goes down"),
        "ended": _("ends early"),
        "not renewed": _("is not renewed"),
        "changed": _("changes"),
    }[change]


def _told(dealing: Dealing, at: datetime) -> str:
    """Whether the group hears of it from us, or is to be sent the letter."""
    if dealing.towards is None:
        return _("We do not know the group here, so we cannot tell it. Send it the letter today.")
    if dealing.towards.slug in acted_for([dealing.towards.slug], at=at):
        return _("%(group)s is told by email.")
    return _("Nobody acts for %(group)s here, so it gets no email. Send it the letter today.")


def _public_from(dealing: Dealing) -> tuple[str, ...]:
    """To the group, while nobody else reads it: until when."""
    if dealing.state != State.TOLD or dealing.public_on is None:
        return ()
    says = _("Only you, they and the Compact officer can read it now. It becomes public on %(day)s at the latest.")
    return (says % {"day": long_date(dealing.public_on)},)


def _mine(person: Person, at: datetime) -> frozenset[str]:
    return organisations_of(person, at=at)
