"""What stands beside the lines of a list, the same for everyone: how much is said to be missing, or not public yet."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import get_language

from livecompact.compacts.queries import Published
from livecompact.dealings.embargo.parts import not_public_of
from livecompact.dealings.speaking.parts import missing_of
from livecompact.frame.keeping import Shelf
from livecompact.kinds.kind import Kind

SHELF: Shelf[tuple[str, str, date, str | None], Mapping[str, object]] = Shelf()


def beside(compact: Published, kind: Kind, today: date) -> Mapping[str, object]:
    """What a list says beside its lines. No filter changes it, so it is kept while the database stays as it is."""
    kept, key = SHELF.now(), (compact.id, kind.name, today, get_language())
    if key not in kept:
        kept[key] = {**missing_of(compact, kind, today), **not_public_of(compact, kind)}
    return kept[key]
