"""A row of standings as what it says, what it says as a row, and the tags that several of them make."""

from collections.abc import Iterable, Iterator

from livecompact.dealings.models import Dealing, Standing, State, Tag
from livecompact.dealings.standings import Settled, spells
from livecompact.standards.judging import Answer
from livecompact.standards.standard import Verdict


def settled_of(row: Standing) -> Settled:
    """What one standard will say, as it is written."""
    return Settled(
        row.standard,
        row.undertaking,
        row.settles_on,
        Verdict(row.verdict),
        Answer(row.met),
        row.asked_on,
        row.answer_by,
        row.disputed_on,
    )


def row_of(dealing: Dealing, compact: str, of: Settled, *, is_reasoned: bool = False) -> Standing:
    """What one standard of a Compact will say of a dealing, to be written. `is_reasoned`: a reason was given for it."""
    return Standing(
        dealing=dealing,
        compact_id=compact,
        standard=of.standard,
        undertaking=of.undertaking,
        settles_on=of.settles_on,
        counts_on=of.settles_on or dealing.happens_on,
        verdict=of.verdict,
        met=of.met,
        asked_on=of.asked_on,
        answer_by=of.answer_by,
        disputed_on=of.disputed_on,
        kind=dealing.kind,
        sector=dealing.organisation.sector,
        happens_on=dealing.happens_on,
        is_public=dealing.state == State.PUBLIC,
        is_reasoned=is_reasoned,
    )


def tags_of(rows: Iterable[Standing]) -> Iterator[Tag]:
    """The tags that standings of any number of dealings make, to be written. What is not public has none."""
    found: dict[tuple[int, str], list[Standing]] = {}
    for row in rows:
        if row.is_public:
            found.setdefault((row.dealing_id, row.compact_id), []).append(row)
    for (dealing, compact), its in found.items():
        same = {"dealing_id": dealing, "compact_id": compact, "kind": its[0].kind, "happens_on": its[0].happens_on}
        for each in spells([settled_of(row) for row in its]):
            yield Tag(**same, shown=each.shown.value, since=each.since, until=each.until)
