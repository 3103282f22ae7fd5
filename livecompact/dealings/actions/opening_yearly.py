"""Opening what a promise asks for every year, empty, so that nothing done is seen too: a survey, a joint review."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Min
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.agreements import Agreement, Undertaking
from livecompact.compacts.models import Compact, Edition
from livecompact.dealings.actions.drafting import Told
from livecompact.dealings.actions.publishing import publish_dealing
from livecompact.dealings.acts import agreements_now, org_ids
from livecompact.dealings.models import Dealing, Source, State
from livecompact.kinds import kind
from livecompact.register.models import Organisation
from livecompact.register.queries import bound_bodies
from livecompact.standards.facts import Facts
from livecompact.standards.standard import Side

BY = "This site"


@transaction.atomic
def open_yearly(*, at: datetime) -> int:
    """Open what each Compact asks for every year, once for each year since it came onto the site; how many that was.

    What was recorded for a year, or withdrawn, is not opened again. So it does not matter when and how often it is run.
    """
    return sum(
        _open(compact, year, agreement, at)
        for slug, agreement in agreements_now(localdate(at)).items()
        for compact in Compact.objects.select_for_update().filter(slug=slug)
        for year in _years(compact, at)
    )


def _years(compact: Compact, at: datetime) -> range:
    since = Edition.objects.filter(compact=compact).aggregate(since=Min("published_at"))["since"]
    return range(localdate(since).year if since else localdate(at).year, localdate(at).year + 1)


def _open(compact: Compact, year: int, agreement: Agreement, at: datetime) -> int:
    ends = date(year, 12, 31)
    edition = agreement.edition_in_force(ends)
    wanted: dict[str, list[Undertaking]] = defaultdict(list)
    for each in edition.standards if edition else ():
        if each.every_year and each.gives_verdicts and edition:
            wanted[each.of].append(edition.undertaking(each.undertaking))
    missing = [
        (name, who) for name, of in wanted.items() for who in _whose(compact, name, of, min(ends, localdate(at)))
    ]
    new = [(name, who) for name, who in missing if not _is_there(compact, name, who, year, wanted[name])]
    for name, who in new:
        _publish(compact, name, who, ends, at)
    return len(new)


def _whose(compact: Compact, name: str, of: Iterable[Undertaking], on: date) -> Iterator[Organisation]:
    """The public bodies that a promise binds one by one; of what both sides owe together, the one that holds it."""
    bodies = bound_bodies(compact.slug, on)
    named = {each for undertaking in of for each in undertaking.only}
    if named:
        yield from (each for each in bodies if named & set(org_ids(each)))
    elif any(undertaking.binds is Side.JOINT for undertaking in of):
        yield from _holder(compact, name, bodies)
    elif any(undertaking.binds is Side.STATUTORY for undertaking in of):
        yield from bodies


def _holder(compact: Compact, name: str, bodies: tuple[Organisation, ...]) -> tuple[Organisation, ...]:
    """Whoever held it last, while it is bound; else the public body that signed first."""
    last = Dealing.objects.filter(home=compact, kind=name, state=State.PUBLIC).order_by("-happens_on", "-pk").first()
    held = [each for each in bodies if last and each.pk == last.organisation_id]
    return tuple(held or bodies)[:1]


def _is_there(compact: Compact, name: str, who: Organisation, year: int, of: Iterable[Undertaking]) -> bool:
    """Whether it is on record for a year: of this body, or of any where both sides owe it together."""
    rows = Dealing.objects.filter(home=compact, kind=name, happens_on__year=year).exclude(state=State.DRAFT)
    return (rows if all(each.binds is Side.JOINT for each in of) else rows.filter(organisation=who)).exists()


def _publish(compact: Compact, name: str, who: Organisation, ends: date, at: datetime) -> None:
    of = kind(name)
    told: Mapping[str, date] = {of.happens_on: ends}
    title = _("%(what)s for %(year)s") % {"what": _(of.called).capitalize(), "year": ends.year}
    about = _("It is due each year. What was done is added here.")
    publish_dealing(
        home=compact,
        organisation=who,
        told=Told(kind=name, title=title, about=about, facts=Facts(told)),
        source=Source.YEARLY,
        own=False,
        by=BY,
        at=at,
    )
