"""Parts that rooms above give to pages of rooms below: a promise's record on the promise's page, say.

The page names a place; the settings name, for each place, the functions that give to it. So the room of the page knows
nothing of those above it, and imports stay on their one way down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, cast

from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.timezone import localdate
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

KEPT = "_parts_kept"


@dataclass(frozen=True)
class Asked:
    """Who looks at a page, of which Compact, on which day; `about` is what the page tells of itself.

    `kept` is shared by all parts of one page, so that what two of them need is asked once.
    """

    actor: Any
    compact: Any
    today: date
    about: Mapping[str, Any]
    kept: dict[Any, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """A template, and what it says."""

    template: str
    says: Mapping[str, Any]


type Gives = Callable[[Asked], Part | None]


@pass_context
def parts(context: Context, place: str, **about: object) -> Markup:
    """Everything that rooms above give to a place of a page, drawn; nothing on paper that no request asked for."""
    request = context.get("request")
    if request is None:
        return Markup()
    if not hasattr(request, KEPT):
        setattr(request, KEPT, {})
    asked = Asked(request.user, context.get("compact"), localdate(), about, getattr(request, KEPT))
    given = (gives(asked) for gives in givers(place))
    return Markup().join(_drawn(context, part) for part in given if part)


def givers(place: str) -> list[Gives]:
    """The functions that give to a place, in the order of the settings."""
    return [cast("Gives", import_string(name)) for name in settings.PARTS.get(place, ())]


def edition_published(*, compact: str, at: datetime) -> None:
    """Let the rooms above do what follows once an edition is published, inside the transaction of that act."""
    for name in settings.EDITION_PUBLISHED:
        import_string(name)(compact=compact, at=at)


def signature_changed(*, organisation: str, at: datetime) -> None:
    """Let the rooms above do what follows once it changed on which days an organisation is bound, inside that act."""
    for name in settings.SIGNATURE_CHANGED:
        import_string(name)(organisation=organisation, at=at)


def _drawn(context: Context, part: Part) -> Markup:
    """A part inside the page that holds it; the template's own output is escaped already."""
    template = context.environment.get_template(part.template)
    return Markup(template.render({**context.get_all(), **part.says}))  # noqa: S704 (see above)
