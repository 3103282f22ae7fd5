"""What the pages of this room say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse

from livecompact.compacts.queries import Published
from livecompact.formats import actions
from livecompact.formats.clock import window
from livecompact.formats.forms import LONGEST, Reach
from livecompact.formats.models import Request
from livecompact.formats.wanted import BY_ID
from livecompact.frame.errors import Unavailable
from livecompact.frame.fields import Words


@dataclass(frozen=True)
class Window:
    """How long an answer may take, and whether that number is the Compact's own."""

    says: str
    own: bool


@dataclass(frozen=True)
class First:
    """What was answered on the first page, as the second says it."""

    compact: Published
    what: str
    wanted: str

    @property
    def called(self) -> Words:
        """The form, in the middle of a sentence."""
        return BY_ID[self.wanted].called

    @property
    def change(self) -> str:
        """Where the first answers can be changed: they are filled in there."""
        return _address("another_way", {"what": self.what, "wanted": self.wanted}, compact=self.compact.id)


def window_of(compact: Published) -> Window:
    """How long an answer may take under a Compact, in words."""
    return Window(str(window(compact.agreement)), own=bool(compact.agreement.other_form_window))


def filled_in(query: Mapping[str, str]) -> dict[str, str]:
    """What a link to the first page fills in: the page that somebody came from, or what they would like to have."""
    what = query.get("what", "") or _whole(query.get("page", ""))
    return {"what": what[:LONGEST], "wanted": query.get("wanted", "")}


def next_address(compact: Published, *, what: str, wanted: str) -> str:
    """Where the second page is; the first answers go on in the address."""
    return _address("another_way_form", {"what": what}, compact=compact.id, wanted=wanted)


def made(compact: Published, form: Reach, what: str, at: datetime) -> Request:
    """The request that the answers make; Unavailable where more is asked than people could."""
    try:
        return actions.ask(
            compact=compact,
            wanted=form.wanted,
            what=what,
            asker=actions.Asker(**form.cleaned_data),
            by="anybody",
            at=at,
        )
    except actions.TooMany as problem:
        raise Unavailable from problem


def _address(route: str, query: Mapping[str, str], **parts: str) -> str:
    return f"{reverse(route, kwargs=parts)}?{urlencode(query)}"


def _whole(path: str) -> str:
    """The whole address of a page of this site; empty for what is none."""
    ours = path.startswith("/") and not path.startswith("//") and path.isprintable()
    return f"{settings.SITE.address}{path}" if ours else ""
