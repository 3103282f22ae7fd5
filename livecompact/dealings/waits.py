"""What of this room waits for whoever runs a Compact: records that fall short, and nobody was told yet."""

from collections.abc import Iterator
from datetime import datetime

from django.contrib.auth.models import AnonymousUser
from django.db.models import Min
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dealing, Standing, State
from livecompact.dealings.naming import in_compact, named
from livecompact.dealings.queries.days import says
from livecompact.dealings.rights import MAY
from livecompact.dealings.standings import Shown
from livecompact.frame.waiting import Waits
from livecompact.people.models import Person
from livecompact.people.queries import roles_of
from livecompact.people.roles import allowed


def waits(actor: Person | AnonymousUser, compact: Published, at: datetime) -> Iterator[Waits]:
    """The public records of a Compact that fall short while the time to explain has not begun: nobody was reached.

    None for who may not say that somebody was.
    """
    roles, today = roles_of(actor, at=at, compact=compact.id), localdate(at)
    if not allowed(MAY, "dealing.reached", roles, state=State.PUBLIC):
        return
    short = Standing.objects.filter(says(Shown.WAITING, today), asked_on=None, compact__slug=compact.id)
    here = Dealing.objects.filter(home__slug=compact.id, state=State.PUBLIC, reached_on=None)
    rows = here.filter(standings__in=short).annotate(short_since=Min("standings__settles_on"))
    for dealing in rows.select_related("organisation").order_by("short_since", "pk"):
        words = _("Tell %(name)s that “%(title)s” falls short, and say when you did")
        yield Waits(
            says=words % {"name": named(dealing.organisation), "title": dealing.title},
            address=in_compact("dealing_reached", dealing),
            since=dealing.short_since or dealing.happens_on,
        )
