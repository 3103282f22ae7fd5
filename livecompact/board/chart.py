"""The chart at the top of the board: each topic as a row, its last cell a bar."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from livecompact.board.rows import TopicLines
from livecompact.dealings.standings import Shown


@dataclass(frozen=True)
class TopicBar:
    """Of one topic: how many checks were kept or explained, of how many, as a share of a hundred."""

    name: str
    well: int
    judged: int
    untold: int
    share: int


def bars(topics: tuple[TopicLines, ...]) -> tuple[TopicBar, ...]:
    """A row for each topic of which something is on record, in the order of the text."""
    return tuple(_bar(topic) for topic in topics)


def message(rows: tuple[TopicBar, ...]) -> str:
    """What the chart shows, as its caption."""
    told = {"well": sum(row.well for row in rows), "of": sum(row.judged for row in rows)}
    return _("Kept or explained, by topic: %(well)s of %(of)s checks") % told


def _bar(topic: TopicLines) -> TopicBar:
    well, judged = sum(line.stands.well for line in topic.lines), sum(line.stands.judged for line in topic.lines)
    untold = sum(line.stands[Shown.NO_EVIDENCE] for line in topic.lines)
    return TopicBar(topic.name, well, judged, untold, round(100 * well / judged) if judged else 0)
