"""Keeping a dealing as a draft, which nobody sees but those who may publish it."""

import hashlib
import json
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.models import Compact
from livecompact.dealings.measures import measured
from livecompact.dealings.models import Dealing, Reply, Source, State
from livecompact.dealings.naming import new_key
from livecompact.kinds import kind
from livecompact.kinds.kind import Lists
from livecompact.register.models import Organisation
from livecompact.standards.facts import Facts

KEPT_FOR = timedelta(days=30)
"""How long a draft is kept after it was last changed: the time that any unsent answer is kept here."""


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is said of a dealing: its kind, its name, a few words, a link, its facts, and whom it concerns.

    While it is not `towards_named`, everyone reads what it is `towards_called`; it may `follow` an earlier dealing.
    `lists` are its rows, by the name of their list; the facts hold what they come to.
    """

    kind: str
    title: str
    facts: Facts
    about: str = ""
    url: str = ""
    towards: Organisation | None = None
    towards_named: bool = True
    towards_called: str = ""
    follows: Dealing | None = None
    lists: Lists = field(default_factory=dict)


def draft(
    *, home: Compact, organisation: Organisation, told: Told, source: Source, maker: str, by: str, at: datetime
) -> Dealing:
    """Keep a dealing as a draft; the same said again by the same maker is the draft that is there.

    `maker` tells one author from another and is stored only inside a hash; `by` is the role. ValidationError where
    what is told cannot be.
    """
    token = _token(home, organisation, told, maker)
    made = Dealing(
        key=new_key(),
        organisation=organisation,
        home=home,
        source=source,
        token=token,
        made_at=at,
        made_by=by,
        **columns(told, at),
    )
    try:
        with transaction.atomic():
            made.full_clean()
            made.save(force_insert=True)
    except (IntegrityError, ValidationError):
        if found := Dealing.objects.filter(token=token).first():
            return found  # sent twice, or by two at once
        raise
    return made


@transaction.atomic
def redraft(*, dealing: Dealing, organisation: Organisation, told: Told, at: datetime) -> Dealing:
    """Change a draft as a whole; what is public is changed by `change_facts`."""
    found = Dealing.objects.select_for_update().get(pk=dealing.pk, state=State.DRAFT)
    for name, value in {"organisation": organisation, **columns(told, at)}.items():
        setattr(found, name, value)
    found.full_clean()
    found.save()
    return found


@transaction.atomic
def forget_drafts(*, at: datetime) -> int:
    """Delete the drafts that nobody has touched for 30 days; how many went."""
    old = Dealing.objects.filter(state=State.DRAFT, updated_at__lt=at - KEPT_FOR)
    Reply.objects.filter(dealing__in=old).delete()  # of a group that was told, before it was taken back
    gone, _each = old.delete()
    return gone


def columns(told: Told, at: datetime) -> dict[str, Any]:
    """The columns of a dealing that what is told fills."""
    of = kind(told.kind)
    if (day := told.facts.day(of.happens_on)) is None:
        raise ValidationError({"happens_on": _("Enter %(day)s") % {"day": of.by_name[of.happens_on].label}})
    return {
        "kind": told.kind,
        "title": " ".join(told.title.split()),
        "about": told.about.strip(),
        "url": told.url.strip(),
        "towards": told.towards,
        "towards_named": told.towards_named,
        "towards_called": " ".join(told.towards_called.split()),
        "follows": told.follows,
        "year": day.year,
        "changed_on": localdate(at),
        "updated_at": at,
        "lists": dict(told.lists),
        **listed(told.kind, told.facts),
    }


def listed(name: str, facts: Facts) -> dict[str, Any]:
    """The facts in their encoding, and the copies of them by which lists sort and filter."""
    of = kind(name)
    return {
        "facts": of.write(facts),
        "happens_on": facts.day(of.happens_on),
        "ends_on": facts.day(of.ends_on),
        "done_on": facts.day(of.done_on),
        "amount": amount if isinstance(amount := facts[of.amount], Decimal) else None,
        "measured": measured(name, facts),
    }


def _token(home: Compact, organisation: Organisation, told: Told, maker: str) -> str:
    """One text for the same draft of the same maker."""
    said = [maker, home.slug, organisation.slug, told.kind, told.title, told.about, told.url]
    said += [told.towards.slug] if told.towards else []
    said += [told.towards_called, told.follows.key] if told.follows else [told.towards_called]
    held: list[object] = [*said, sorted(kind(told.kind).write(told.facts).items())]
    held += [sorted(told.lists.items())] if told.lists else []
    return hashlib.sha256(json.dumps(held).encode()).hexdigest()
