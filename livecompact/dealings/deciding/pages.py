"""What the pages hold on which disputes are decided."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published
from livecompact.dealings.models import Dispute
from livecompact.dealings.naming import address_of, named
from livecompact.dealings.queries.deciding import ToDecide
from livecompact.dealings.speaking.pages import Disputed, disputed


@dataclass(frozen=True)
class Line:
    """A dispute with what both sides say; `decide` is where it is decided, empty for who may not."""

    title: str
    address: str
    body: str
    said: Disputed
    decide: str


@dataclass(frozen=True)
class DecidingPage:
    """The disputes that are open, and those that were decided last."""

    lines: tuple[Line, ...]
    decided: tuple[Line, ...]


def deciding_page(compact: Published, found: Iterable[ToDecide], over: Iterable[Dispute]) -> DecidingPage:
    """What those who run a Compact read."""
    return DecidingPage(
        tuple(line(compact, each.dispute, may=not each.is_of_a_side) for each in found),
        tuple(line(compact, each, may=False) for each in over),
    )


def line(compact: Published, dispute: Dispute, *, may: bool) -> Line:
    """A dispute as a line of the list."""
    dealing = dispute.dealing
    [said] = disputed(dealing, [dispute])
    decide = deciding_address(compact, dispute) if may else ""
    return Line(dealing.title, address_of(dealing), named(dealing.organisation), said, decide)


def deciding_address(compact: Published, dispute: Dispute) -> str:
    """Where a dispute is decided."""
    return reverse("dispute_decide", args=[compact.id, dispute.pk])


def list_address(compact: Published) -> str:
    """Where those that are open stand."""
    return reverse("disputes", args=[compact.id])


def role_said(role: str) -> str:
    """The role in which somebody decides, as the record names it."""
    return _("Compact officer") if role == "officer" else _("Compact group")
