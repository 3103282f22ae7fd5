"""Records written many at once: new ones, and new versions of those that changed; no query for a single one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import Count
from django.utils.timezone import localdate

from livecompact.dealings.actions.judging import rejudge
from livecompact.dealings.actions.summing import Alike, Standings, Written, replace
from livecompact.dealings.findable import ROOM, documents
from livecompact.dealings.models import Dealing, Dispute, Explanation, Judged, Standing, State, Version
from livecompact.dealings.rows import row_of, settled_of
from livecompact.dealings.standings import Settled
from livecompact.frame.many_rows import Into, Values, insert, update
from livecompact.kinds import kind
from livecompact.search import actions as search
from livecompact.standards.facts import Facts
from livecompact.uploads.judging import Judges, Stands
from livecompact.uploads.models import Upload
from livecompact.uploads.packed import Line

OF_A_ROW = (
    "title",
    "about",
    "url",
    "towards",
    "towards_named",
    "towards_called",
    "facts",
    "happens_on",
    "ends_on",
    "done_on",
    "amount",
    "measured",
    "state",
    "reason",
    "withdrawn_at",
    "withdrawn_by",
    "token",
    "sequence",
    "changed_on",
    "updated_at",
)
"""The columns of a record that a list changes."""
OF_VERSION = ("dealing", "number", "facts", "lists", "on", "at", "by", "why")
MOST_ALIKE = 20_000
"""So many ways in which records stand are kept in hand, a hundred megabytes at most; then it is begun anew."""


@dataclass(frozen=True)
class Change:
    """A record, the columns that a list gives it, and how many versions of it there are."""

    dealing: Dealing
    columns: dict[str, Any]
    versions: int


@dataclass(frozen=True, kw_only=True)
class Writer:
    """Writes the records of one upload, for `by` at a time. Its last act is to `add_up`, in the same transaction."""

    upload: Upload
    judges: Judges
    by: str
    at: datetime
    _standings: Standings = field(default_factory=Standings, init=False)
    _alike: dict[tuple[int, date | None], Alike] = field(default_factory=dict, init=False)
    _written: dict[tuple[int, str, date, date | None], Written] = field(default_factory=dict, init=False)
    _judged: Into = field(default_factory=lambda: Into(Judged, ("dealing", "compact")), init=False)
    _versions: Into = field(default_factory=lambda: Into(Version, OF_VERSION), init=False)

    @cached_property
    def today(self) -> date:
        """The day on which it is done."""
        return localdate(self.at)

    def make(self, dealings: Sequence[Dealing], facts: Sequence[Facts]) -> None:
        """Write new records: their first versions, who judges them, how they stand, and where they are found."""
        if not dealings:
            return
        self.hold(dealings)
        self._versions.insert(self._version(each, 1, "") for each in dealings)
        self._judge(dealings, facts, {})
        search.put(compact=self.upload.home_id, room=ROOM, documents=documents(dealings))

    def hold(self, dealings: Sequence[Dealing]) -> None:
        """Write records that are not public yet: no more than the records themselves."""
        insert(dealings)
        keys = dict(Dealing.objects.filter(key__in=[each.key for each in dealings]).values_list("key", "pk"))
        for each in dealings:
            each.pk = keys[each.key]

    def change(self, changes: Sequence[Change], why: str) -> list[Line]:
        """Give records what their rows say, as new versions in public view; what they were, for who undoes it."""
        if not changes:
            return []
        was = [_was(each) for each in changes]
        for each in changes:
            self._bring_back(each)
        dealings = [each.dealing for each in changes]
        update(dealings, OF_A_ROW)
        self._versions.insert(self._version(each.dealing, each.versions + 1, why) for each in changes)
        self._judge_again(dealings)
        for home in {each.home_id for each in dealings}:
            found = [each for each in dealings if each.home_id == home]
            search.put(compact=home, room=ROOM, documents=documents(found))
        return was

    def add_up(self) -> None:
        """Add what was written to the sums: once, for many records of a list are counted as one number."""
        self._standings.add_up()

    def _bring_back(self, change: Change) -> None:
        dealing = change.dealing
        for name, value in change.columns.items():
            setattr(dealing, name, value)
        dealing.state, dealing.reason, dealing.withdrawn_at, dealing.withdrawn_by = State.PUBLIC, "", None, ""
        dealing.token = None
        dealing.sequence += 1
        dealing.changed_on, dealing.updated_at = self.today, self.at

    def _version(self, dealing: Dealing, number: int, why: str) -> Values:
        form = self._versions.form
        facts, lists = form["facts"](dealing.facts), form["lists"](dealing.lists)
        return dealing.pk, number, facts, lists, form["on"](self.today), form["at"](self.at), self.by, why

    def _judge_again(self, dealings: Sequence[Dealing]) -> None:
        """Judge records that were judged before; one of which somebody said something, each by itself."""
        keys = [each.pk for each in dealings]
        spoken = set(Explanation.objects.filter(dealing__in=keys).values_list("dealing", flat=True))
        spoken |= set(Dispute.objects.filter(dealing__in=keys).values_list("dealing", flat=True))
        alike = [each for each in dealings if each.pk not in spoken and each.home_id == self.upload.home_id]
        before: dict[tuple[int, str], list[Settled]] = {}
        for row in Standing.objects.filter(dealing__in=[each.pk for each in alike]):
            before.setdefault((row.dealing_id, row.compact_id), []).append(settled_of(row))
        Judged.objects.filter(dealing__in=[each.pk for each in alike]).delete()
        replace(dealings=[each.pk for each in alike])
        of = kind(self.upload.kind)
        self._judge(alike, [of.read(each.facts) for each in alike], before)
        together = {each.pk for each in alike}
        for each in dealings:
            if each.pk not in together:
                rejudge(dealing=each, today=self.today)

    def _judge(
        self, dealings: Sequence[Dealing], facts: Sequence[Facts], before: Mapping[tuple[int, str], list[Settled]]
    ) -> None:
        """Write who judges records of which nothing is written, and how they stand."""
        both = [(each, self.judges.judged(said).stands) for each, said in zip(dealings, facts, strict=True)]
        self._judged.insert((each.pk, slug) for each, stands in both for slug in stands)
        self._standings.put([(each.pk, self._stand(each, stands, before)) for each, stands in both])

    def _stand(self, dealing: Dealing, stands: Stands, before: Mapping[tuple[int, str], list[Settled]]) -> Alike:
        """How a record stands: as all do of which the same is said, unless its time to explain has begun."""
        begun = {slug: found for slug in stands if (found := _begun(before.get((dealing.pk, slug), ()), self.today))}
        if begun:
            return tuple(self._standings.written(row) for row in self._rows(dealing, stands, begun))
        key = (id(stands), dealing.reached_on)  # the judges keep it; its day is one of the things that they look at
        if key not in self._alike:
            self._begin_anew_at(MOST_ALIKE)
            parts = ((slug, each) for slug, found in stands.items() for each in found)
            self._alike[key] = tuple(self._one(dealing, slug, each) for slug, each in parts)
        return self._alike[key]

    def _one(self, dealing: Dealing, slug: str, stands: Settled) -> Written:
        """One standing of a record, and of all of that day of which the standard says the same."""
        key = (id(stands), slug, dealing.happens_on, dealing.reached_on)
        if key not in self._written:
            (row,) = self._rows(dealing, {slug: (stands,)}, {})
            self._written[key] = self._standings.written(row)
        return self._written[key]

    def _begin_anew_at(self, most: int) -> None:
        if len(self._alike) >= most:
            self.add_up()
            self._alike.clear()
            self._written.clear()

    def _rows(self, dealing: Dealing, stands: Stands, begun: Mapping[str, list[Settled]]) -> Iterator[Standing]:
        for slug, found in stands.items():
            before = begun.get(slug, ())
            timed = self.judges.timed(slug, found, before, today=self.today, reached_on=dealing.reached_on)
            for each in timed:
                yield row_of(dealing, slug, each)


def _begun(before: Sequence[Settled], today: date) -> list[Settled]:
    return [each for each in before if each.asked_on and each.asked_on < today]


def versions_of(dealings: Sequence[Dealing]) -> dict[int, int]:
    """How many versions some records have."""
    rows = Version.objects.filter(dealing__in=[each.pk for each in dealings]).order_by()
    return dict(rows.values_list("dealing").annotate(Count("pk")))


def _was(change: Change) -> Line:
    dealing = change.dealing
    told = {"title": dealing.title, "about": dealing.about, "url": dealing.url, "state": dealing.state}
    return {"changed": dealing.pk, "version": change.versions, **told}
