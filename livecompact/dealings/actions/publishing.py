"""Making a dealing public: at an address of its own, on the record, judged by its Compacts."""

from datetime import datetime

from django.db import transaction
from django.utils.text import slugify
from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings.actions.answering_early import tell_of_early_replies
from livecompact.dealings.actions.drafting import Told, draft, listed
from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.opening import is_between_sides
from livecompact.dealings.actions.telling import tell
from livecompact.dealings.findable import let_be_found
from livecompact.dealings.models import GONE, SEEN, SLUG, Dealing, Source, State, Version
from livecompact.dealings.naming import subject_of
from livecompact.dealings.speaking.notices import PUBLISHED, tell_people
from livecompact.kinds import kind
from livecompact.record.what import What
from livecompact.register.models import Organisation
from livecompact.standards.facts import NONE, Facts

TAKEN = ("new", "draft")
"""Words of our own in the addresses of dealings."""


class NotADraft(Exception):
    """The dealing was withdrawn: it cannot be published again."""


@transaction.atomic
def publish(*, dealing: Dealing, by: str, own: bool, at: datetime) -> Dealing:
    """Make a draft public, once: of what is public already nothing changes.

    `own` is whether the organisation's own person does it, who is then reached. `by` is the role. Any number of people
    and processes may do so at once. NotADraft where it was withdrawn.
    """
    found = Dealing.objects.select_for_update().select_related("organisation", "home").get(pk=dealing.pk)
    if found.state in SEEN:
        return found
    if found.state in GONE:
        raise NotADraft(found.key)
    Compact.objects.select_for_update().get(pk=found.home.pk)  # so that no two take one address
    facts = as_recorded(found.kind, kind(found.kind).read(found.facts), at)
    for name, value in listed(found.kind, facts).items():
        setattr(found, name, value)
    found.slug = _free_slug(found)
    found.state = State.SHARED if is_between_sides(found) else State.PUBLIC
    found.published_at, found.published_by = at, by
    found.changed_on, found.updated_at = localdate(at), at
    found.reached_on = localdate(at) if own else None
    found.full_clean()
    found.save()
    told = {"facts": found.facts, "lists": found.lists}
    Version.objects.create(dealing=found, number=1, on=localdate(at), at=at, by=by, **told)
    rejudge(dealing=found, today=localdate(at))
    tell(found, What.CONSULTATION_PUBLISHED if found.kind == "consultation" else What.DEALING_PUBLISHED, by=by, at=at)
    if found.told_at:
        tell_of_early_replies(found, at)
    if found.state == State.PUBLIC:
        subject = subject_of(found)
        tell_people(found.organisation, PUBLISHED, subject=subject, occurrence=PUBLISHED, compact=found.home_id, at=at)
    let_be_found(found)
    return found


@transaction.atomic
def publish_dealing(
    *, home: Compact, organisation: Organisation, told: Told, source: Source, own: bool, by: str, at: datetime
) -> Dealing:
    """Make a dealing public that was no draft before; the same told again is the one that is there."""
    made = draft(home=home, organisation=organisation, told=told, source=source, maker=by, by=by, at=at)
    return publish(dealing=made, by=by, own=own, at=at)


def as_recorded(kind_name: str, facts: Facts, at: datetime) -> Facts:
    """The facts of a plan once it is public.

    What was only foreseen is not known yet. Where groups were to be told later, the notice on this site tells them.
    """
    today, of = localdate(at), kind(kind_name)
    done = facts.day(of.done_on)
    held = {name: value for name, value in facts.items() if name not in of.comes_later or (done and done <= today)}
    announced = facts.day(of.tells)
    if facts[of.tells] is NONE or (announced and announced > today):
        held[of.tells] = today
    return Facts(held)


def _free_slug(dealing: Dealing) -> str:
    """The title as a part of an address, with a number where another of that year has it."""
    start = slugify(dealing.title)[: SLUG - 6].strip("-") or dealing.kind
    start = f"{start}-{dealing.kind}" if start in TAKEN else start
    same = Dealing.objects.filter(
        home__slug=dealing.home_id, kind=dealing.kind, year=dealing.year, slug__startswith=start
    )
    taken = set(same.values_list("slug", flat=True))
    return next(each for each in (start, *(f"{start}-{n}" for n in range(2, len(taken) + 3))) if each not in taken)
