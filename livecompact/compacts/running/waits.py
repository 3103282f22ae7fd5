"""What of this room waits for whoever runs a Compact: a draft, numbers not agreed, what a second person looks at."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.queries import NotThere, Published
from livecompact.compacts.second.queries import open_looks
from livecompact.compacts.workshop.queries import AtWork, at_work
from livecompact.frame.waiting import Waits, Yes
from livecompact.people.models import Person
from livecompact.standards.standard import Basis


def waits(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """The draft of a Compact, and its local checks that are not agreed; nothing for who may not work on it."""
    try:
        bench = at_work(actor, compact.id, at)
    except NotThere:
        return
    of = {"compact": compact.id}
    if bench.is_draft:
        since = localdate(bench.changed_at) if bench.changed_at else None
        yield Waits(says=_("A draft is not published yet"), address=reverse("workshop_publish", kwargs=of), since=since)
    if count := _open(bench):
        words = ngettext("%(count)s check is not agreed yet", "%(count)s checks are not agreed yet", count)
        address = reverse("workshop_checks", kwargs=of | {"edition": bench.compact.edition.id})
        yield Waits(says=words % {"count": count}, address=address)


def second_looks(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """What waits for a second person; it is not named, since it is not public and goes by mail too."""
    for each in open_looks(actor, compact.id, at):
        says = _("Somebody else must say yes: %(what)s") if each.own else _("Your yes is asked: %(what)s")
        address = reverse("second_look", kwargs={"compact": compact.id, "look": each.row.pk})
        fields = (("answer", "yes"), ("version", each.row.version))
        yes = None if each.own else Yes(_("Yes, make it public"), address, fields)
        yield Waits(says=says % {"what": each.called}, address=address, since=each.since, yes=yes)


def _open(bench: AtWork) -> int:
    """How many local checks of the edition in force are neither agreed nor ended."""
    edition = bench.compact.edition
    return sum(
        each.basis is Basis.LOCAL and each.adopted is None and (each.until is None or each.until >= bench.today)
        for each in edition.standards
    )
