"""What the workshop shows: the draft of a Compact, or where there is none what is published, ready to be changed."""

from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.agreements import Agreement, bundled
from livecompact.agreements.canonical import documents_of
from livecompact.agreements.published import published_editions
from livecompact.compacts import models
from livecompact.compacts.drafting import Looked, drafted, look_at
from livecompact.compacts.models import State
from livecompact.compacts.queries import NotThere, Published, published_as
from livecompact.compacts.workshop.editing import Folder, folder_of
from livecompact.people.models import Person
from livecompact.people.queries import roles_of
from livecompact.people.roles import OFFICERS, Role


@dataclass(frozen=True, eq=False)
class AtWork:
    """A Compact on the bench: what is published, and the text that is worked on, known by its hash.

    Where nobody has changed anything yet, that text is the published one, and there is no draft.
    """

    compact: Published
    text: str
    sha256: str
    published_text: str
    published_sha256: str
    today: date
    beside: frozenset[str]
    changed_at: datetime | None = None
    changed_by: str = ""

    @property
    def is_draft(self) -> bool:
        """Whether something was changed that is not published."""
        return self.sha256 != self.published_sha256

    @property
    def agreement(self) -> Agreement:
        """The agreement that the text says."""
        return drafted(self.text)

    @property
    def looked(self) -> Looked:
        """What is wrong with it, were it published today."""
        return look_at(self.text, self.published_text, self.today, self.beside)

    @property
    def published_editions(self) -> frozenset[str]:
        """The editions whose promises stand."""
        return frozenset(published_editions(documents_of(self.published_text)))

    def folder(self) -> Folder:
        """The files of the text, to look things up in."""
        return folder_of(self.text)


def at_work(actor: Person | AnonymousUser, slug: str, at: datetime) -> AtWork:
    """The Compact of that address on the bench; NotThere where there is none, or the actor may not work on it."""
    if roles_of(actor, at=at, compact=slug).isdisjoint(OFFICERS):
        raise NotThere(slug)
    return bench_of(slug, at)


def bench_of(slug: str, at: datetime) -> AtWork:
    """The same for who may look at a draft without working on it: the caller has asked whether they may."""
    today = localdate(at)
    row = models.Compact.objects.select_related("logo").defer("logo__picture").filter(slug=slug).first()
    if row is None:
        raise NotThere(slug)
    rows = models.Edition.objects.select_related("changed_by").filter(compact=row).order_by("published_at", "pk")
    draft = next((each for each in rows if each.state == State.DRAFT), None)
    published = [each for each in rows if each.state == State.PUBLISHED][-1]
    on_bench = draft or published
    return AtWork(
        compact=published_as(row, drafted(on_bench.folder), on_bench.sha256, today),
        text=on_bench.folder,
        sha256=on_bench.sha256,
        published_text=published.folder,
        published_sha256=published.sha256,
        today=today,
        beside=frozenset(models.Compact.objects.values_list("slug", flat=True)) | frozenset(bundled()),
        changed_at=draft.changed_at if draft else None,
        changed_by=str(draft.changed_by or "") if draft else "",
    )


def role_at(actor: Person | AnonymousUser, slug: str, at: datetime) -> str:
    """The role in which somebody works on a Compact, as the public record names it."""
    return "Compact officer" if Role.OFFICER in roles_of(actor, at=at, compact=slug) else "Administrator"
