"""What somebody writes is text, wherever it is shown again: no script of theirs runs in a real browser."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest

from livecompact.compacts.models import Compact
from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from livecompact.dealings.models import Dealing, Says
from livecompact.dealings.naming import address_of
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.harness.browsing import Visit
from tests.harness.compacts import both_compacts

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LATER = moment(date(2026, 9, 1))
PAYLOADS = (
    "<script>document.title='RAN'</script>",
    "<img src=x onerror=\"document.title='RAN'\">",
    "<svg onload=\"document.title='RAN'\">",
    "\"><script>document.title='RAN'</script>",
    "' autofocus onfocus='document.title=\"RAN\"' x='",
    '" autofocus onfocus="document.title=\'RAN\'" x="',
    "</title><script>document.title='RAN'</script>",
    "</textarea><script>document.title='RAN'</script>",
    "<a href=\"javascript:document.title='RAN'\">open</a>",
    "<details open ontoggle=\"document.title='RAN'\">",
    "<iframe srcdoc=\"<script>parent.document.title='RAN'</script>\"></iframe>",
    "<style>@import 'https://elsewhere.example.org/x.css';</style>",
    "<meta http-equiv=refresh content='0;url=https://elsewhere.example.org/'>",
    "<base href='https://elsewhere.example.org/'>",
    "<form action='https://elsewhere.example.org/'><button>Go</button></form>",
    "{{ 7 * 7 }}{% print 7 * 7 %}",
    "[open](javascript:document.title='RAN')",
    "<!--><script>document.title='RAN'</script>-->",
    "&lt;script&gt;document.title='RAN'&lt;/script&gt;",
    "\u202e<script>document.title='RAN'</script>",
)
FOUND = """() => [...document.querySelectorAll(
    "main script, main img[onerror], main iframe, main style, main base, main meta, main [onload], main [onfocus],"
    + " main [ontoggle], main [srcdoc], a[href^='javascript' i], form[action^='http']"
  )].map(e => e.outerHTML)"""
"""What only somebody's own words could have put there."""


def written(number: int, payload: str) -> Dealing:
    """A record with the payload in everything that somebody writes in it, and in what both sides say to it."""
    body, group = council(f"Hartsmere {number} {payload}"), charity(f"Singers {number} {payload}")
    facts = SHORT | {"reason_for_shorter_time": "none", "barriers_heard": payload}
    made = consultation(body, f"{number} {payload}"[:100], **facts)
    home = Compact.objects.get(slug="hertfordshire")
    parts = Parts(context=f"Why {payload}", reason=f"Since {payload}", instead=f"So {payload}")
    actions.explain(dealing=made, compact=home, standard="consultation-length", parts=parts, by=BY, at=LATER)
    actions.reply(
        dealing=made, organisation=group, says=Says.REPLY, text=f"No {payload}", by=BY, at=LATER, explanation=None
    )
    return made


@pytest.mark.parametrize("payloads", [PAYLOADS[::2], PAYLOADS[1::2]], ids=["every second", "the others"])
def test_what_somebody_writes_never_runs(
    visit: Callable[..., Visit], monkeypatch: pytest.MonkeyPatch, payloads: tuple[str, ...]
) -> None:
    both_compacts(monkeypatch)
    pages = []
    for number, payload in enumerate(payloads):
        made = written(number, payload)
        pages += [address_of(made), f"/hertfordshire/organisations/{made.organisation.slug}"]
        pages.append(f"/hertfordshire/search?q={quote(payload)}")
    pages += ["/hertfordshire", "/hertfordshire/consultations", "/hertfordshire/organisations", "/hertfordshire/record"]

    there = visit("/hertfordshire/consultations", 1280)
    wrong: dict[str, Any] = {}
    for address in pages:
        there.page.goto(f"{there.site}{address}")
        wrong[address] = [*there.page.evaluate(FOUND), *there.complaints, *there.elsewhere]
        if there.page.title() == "RAN" or there.page.inner_text("h1").strip() == "49":
            wrong[address].append("it ran")
        there.complaints.clear()

    assert {address: found for address, found in wrong.items() if found} == {}
