"""The demonstration shows every verdict, on whatever day it is looked at."""

import re
from datetime import UTC, datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils.timezone import localdate

from livecompact.dealings import queries
from livecompact.dealings.demo import filling as demo
from livecompact.dealings.models import Dealing, FundingEntry, Quarter, Reply, Standing, State
from livecompact.dealings.queries.days import shown_on
from livecompact.dealings.standings import Shown
from livecompact.record.models import Entry
from livecompact.register import demo as register_demo
from livecompact.register.models import Organisation

STORY = [
    "policy-appraisal",
    "consultation",
    "funding-opportunity",
    "award",
    "funding-agreement",
    "payment",
    "funding-change",
    "exit-plan",
]
"""What follows from what, in the order of its days, as everyone reads it: the group’s report is not public."""


@pytest.mark.parametrize("at", [datetime(2026, 11, 22, 12, tzinfo=UTC), datetime(2028, 2, 29, 23, 30, tzinfo=UTC)])
def test_every_verdict_is_there_and_every_body_is_invented(compacts, at):
    demo.fill(at=at, others=register_demo.begin(at=at))

    shown = Standing.objects.annotate(shown=shown_on(localdate(at))).values_list("shown", flat=True)
    assert set(shown) == {each.value for each in Shown}
    assert Dealing.objects.filter(state=State.WITHDRAWN).count() == 1
    assert {reply.says for reply in Reply.objects.all()} == {"reply", "no-reason"}
    assert not Organisation.objects.filter(dealings__isnull=False, invented=False).exists()
    assert Dealing.objects.filter(happens_on__gt=localdate(at)).exists()
    assert not Dealing.objects.filter(done_on__gt=localdate(at)).exists(), "nothing has happened that lies ahead"
    told = queries.story(AnonymousUser(), Dealing.objects.get(title="Evenings on the water"), at)
    assert [each.kind for each in told] == STORY
    assert {each.towards and each.towards.slug for each in Dealing.objects.filter(state=State.TOLD)} == {
        "tamsley-carers-circle",
        "hartsmere-food-bank",
    }, "what is told, and not public yet"
    assert Quarter.objects.filter(compact__slug="hertfordshire").exclude(counts={}).count() >= 4, "a year of quarters"
    assert FundingEntry.objects.filter(ends_on__gt=localdate(at)).count() == 3
    for compact in ("hertfordshire", "dacorum"):
        lines = Entry.objects.filter(compact=compact, number__gt=1)  # the first tells of the text itself
        written = list(lines.order_by("number").values_list("at", flat=True))
        assert written == sorted(written), "each line stands after those of the days before it"


def test_what_is_made_up_says_so_wherever_its_conduct_shows(client, compacts):
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    register_demo.fill(at=at)
    demo.fill(at=at)

    for address in ("", "/consultations", "/promises/2.4", "/consultations.csv", "/consultations.json"):
        page = client.get(f"/hertfordshire{address}").content.decode()
        assert page.count("Hartsmere County Council") > 0
        assert page.count("Hartsmere County Council") <= page.count("Hartsmere County Council (made up)") + len(
            re.findall(r"<option[^>]*>Hartsmere County Council</option>", page)
        )
