"""The pages of this room, in every state."""

import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record import actions
from livecompact.record.actions.writing import erase_text
from livecompact.record.models import Entry, FollowRequest, Often
from livecompact.record.news import token
from livecompact.record.what import What
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
MANY = 120


def some(_patch: pytest.MonkeyPatch, title: str = "Library hours", times: int = 3) -> None:
    """Both Compacts, with some lines on the record, one of them erased."""
    both_compacts(_patch)
    with transaction.atomic():
        for number in range(times):
            entry = actions.write(
                compact="hertfordshire",
                what=list(What)[number % 5],
                subject=f"consultation/{number}",
                title=f"{title} {number}",
                address="/hertfordshire/promises/2.4",
                role="Compact officer",
                at=NOW + timedelta(hours=number),
                touches=["promise:time-to-answer"],
                texts={"reason": "The roof is being mended."},
            )
        erase_text(entry=entry, by="administrator")


def many(patch: pytest.MonkeyPatch) -> None:
    """More lines than a page holds."""
    some(patch, times=MANY)


def long(patch: pytest.MonkeyPatch) -> None:
    """Lines whose titles are one very long word."""
    some(patch, title=LONG_WORD)


def nothing(patch: pytest.MonkeyPatch) -> None:
    """A Compact on whose record nothing is, as in a site of an older version."""
    both_compacts(patch)
    Entry.objects.all().delete()


def asked(patch: pytest.MonkeyPatch) -> None:
    """A stranger who was sent a code."""
    some(patch)
    FollowRequest.objects.create(
        key=KEY,
        email="ben@example.org",
        compact="hertfordshire",
        thing="everything",
        often=Often.WEEKLY,
        code_hash=hashlib.sha256(f"{KEY}/123456".encode()).hexdigest(),
        made_at=timezone.now(),
    )


def follower(patch: pytest.MonkeyPatch) -> None:
    """Somebody who follows a Compact and a promise of it."""
    some(patch)
    person = Person.objects.create(pk=FOLLOWER, email="cat@example.org", joined_at=NOW)
    for thing in ("everything", "promise:fair-support"):
        actions.follow(person=person, compact="hertfordshire", thing=thing, often=Often.WEEKLY, at=NOW)


def mine(patch: pytest.MonkeyPatch) -> None:
    """The same, where it is the one who is signed in."""
    follower(patch)
    patch.setattr("livecompact.record.following.person", lambda _request: Person.objects.get(pk=FOLLOWER))


def troubled(patch: pytest.MonkeyPatch) -> None:
    """A mail that failed, and one that is tried again."""
    follower(patch)
    person = Person.objects.get(pk=FOLLOWER)
    for subject, end in (("signature/1", actions.failed), ("signature/2", actions.later)):
        actions.notify(
            to=person, reason="signature-approved", subject=subject, occurrence="1", compact="hertfordshire", at=NOW
        )
        leased = actions.claim(worker="test", at=NOW, only_urgent=False)
        assert leased
        end(notice=leased, at=NOW, problem="The mail server does not take mail for this address (550).")


KEY = "0" * 32
FOLLOWER = 9_000_001
RECORD = "/hertfordshire/record"
STOP = f"/news/stop/{token(FOLLOWER, 'hertfordshire')}"
FOLLOW = "/hertfordshire/follow"

STATES: tuple[State, ...] = (
    at("record", RECORD, prepare=some),
    at("record", f"{RECORD}?page=2", prepare=many),
    at("record", f"{RECORD}?what=look-changed", prepare=many),
    at("record", f"{RECORD}?thing=promise:fair-support", Kind.EMPTY, prepare=some),
    at("record", RECORD, Kind.EMPTY, prepare=nothing),
    at("record", RECORD, Kind.LONG, prepare=long),
    at("record", f"{RECORD}?page=9", Kind.ERROR, prepare=some, status=404),
    at("record", f"{RECORD}?what=party-held", Kind.ERROR, prepare=some, status=400),
    at("record.json", f"{RECORD}.json", prepare=some, html=False),
    at("record.atom", f"{RECORD}.atom", prepare=some, html=False),
    at("entry", f"{RECORD}/2", prepare=some),
    at("entry", f"{RECORD}/2", Kind.LONG, prepare=long),
    at("entry", f"{RECORD}/99", Kind.ERROR, prepare=some, status=404),
    at("entry_erase", f"{RECORD}/2/erase", prepare=some, role=Role.OFFICER, cookies=True),
    at("entry_erase", f"{RECORD}/2/erase", Kind.LONG, prepare=long, role=Role.OFFICER, cookies=True),
    at("entry_erase", f"{RECORD}/4/erase", Kind.EMPTY, prepare=some, role=Role.OFFICER, cookies=True),
    State(
        "entry_erase",
        Kind.ERROR,
        (Step(f"{RECORD}/2/erase", {"reason": ""}),),
        prepare=some,
        role=Role.OFFICER,
        cookies=True,
    ),
    at("follow", FOLLOW, prepare=some, cookies=True),
    at("follow", f"{FOLLOW}?thing=topic:funding", prepare=some, cookies=True),
    State("follow", Kind.ERROR, (Step(FOLLOW, {"often": "", "email": "x"}),), prepare=some, cookies=True),
    at("follow", FOLLOW, role=Role.REPRESENTATIVE, prepare=some, cookies=True),
    at("follow", f"{FOLLOW}?thing=promise:none", Kind.ERROR, prepare=some, status=404),
    at("follow_code", f"{FOLLOW}/{KEY}", prepare=asked, cookies=True),
    State("follow_code", Kind.ERROR, (Step(f"{FOLLOW}/{KEY}", {"code": "000000"}),), prepare=asked, cookies=True),
    State("follow_code", Kind.NORMAL, (Step(f"{FOLLOW}/{KEY}", {"code": "123 456"}),), prepare=asked),
    at("my_news", "/me/news", role=Role.REPRESENTATIVE, prepare=mine, cookies=True),
    at("my_news", "/me/news", Kind.EMPTY, role=Role.REPRESENTATIVE, prepare=some, cookies=True),
    at("unsent", f"{RECORD}/unsent", role=Role.OFFICER, prepare=troubled, cookies=True),
    at("unsent", f"{RECORD}/unsent", Kind.EMPTY, role=Role.OFFICER, prepare=some, cookies=True),
    at("news_stop", STOP, prepare=follower),
    State("news_stop", Kind.NORMAL, (Step(STOP, {}),), prepare=follower),
    at("news_stop", "/news/stop/not-ours", Kind.ERROR, status=404),
    at("entry.json", f"{RECORD}/2.json", prepare=some, html=False),
)
