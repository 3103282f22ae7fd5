"""Which letter a notice becomes, and when it becomes none."""

import pytest

from livecompact.record import actions, letters
from livecompact.record.letters import Letter
from tests.record.conftest import NOW

SIGNED = Letter(
    subject="Riverside Youth Club is on the list",
    lines=("Your organisation is now on the public list of signatories.",),
    address="/hertfordshire/organisations/riverside-youth-club",
    why="You get this because you signed for Riverside Youth Club.",
)


@pytest.fixture
def registered(monkeypatch):
    """Registers letters that go away with the test."""
    monkeypatch.setattr(letters, "_REGISTERED", {})
    return letters.register


@pytest.fixture
def notice(ann):
    return actions.notify(
        to=ann, reason="signed", subject="signature/1", occurrence="1", compact="hertfordshire", at=NOW
    )


def test_the_room_that_knows_says_what_a_notice_says(registered, notice):
    registered("signed", lambda told, at: SIGNED if (told.subject, at) == ("signature/1", NOW) else None)

    assert letters.letter_for(notice, NOW) == SIGNED
    assert letters.reasons() == {"signed"}


def test_officers_read_what_a_letter_is_called(registered, monkeypatch):
    monkeypatch.setattr(letters, "_CALLED", {})
    registered("signed", lambda _notice, _at: SIGNED, called="Your signature")

    assert (letters.called("signed"), letters.called("other")) == ("Your signature", "other")


def test_two_rooms_cannot_compose_one_letter(registered):
    registered("signed", lambda _told, _at: SIGNED)

    with pytest.raises(ValueError, match="“signed” has a letter already"):
        registered("signed", lambda _told, _at: None)


def test_somebody_whose_account_is_closed_is_told_nothing(registered, notice):
    registered("signed", lambda _told, _at: SIGNED)
    notice.person.is_active = False

    assert letters.letter_for(notice, NOW) is None


def test_a_reason_that_nobody_composes_is_no_silence(registered, notice):
    with pytest.raises(letters.UnknownReason, match="signed"):
        letters.letter_for(notice, NOW)
