"""Mail that comes back: officers see it, nothing more goes to that address, and no stranger can bring that about."""

import io
import mailbox
from contextlib import closing
from email.message import EmailMessage
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings
from django.core import mail as sent_by_django
from django.db import OperationalError
from hypothesis import given
from hypothesis import settings as limits
from hypothesis import strategies as st

from livecompact.compacts import actions as compacts
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record import actions, mail
from livecompact.record.bounces import Bounce, read
from livecompact.record.models import Notice, Unreachable
from livecompact.web import bounces_command
from tests.record.conftest import NOW
from tests.record.test_letters import SIGNED, registered
from tests.record.test_mail import run

__all__ = ["registered"]

UNSENT = "/hertfordshire/record/unsent"
NO_SUCH = "smtp; 550 5.1.1 <ann@example.org>: there is nobody of that name"
REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: compact@example.org
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
Message-ID: <20261122.1@mx.example.org>
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="=_b"

--=_b
Content-Type: text/plain

I could not deliver your mail.

--=_b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0000

Final-Recipient: rfc822; ann@example.org
Action: {action}
Status: {status}
Diagnostic-Code: {said}

--=_b
Content-Type: {type}

{back}

--=_b--
"""


@pytest.fixture
def sent(ann, registered):
    """A mail to Ann that the mail server has taken, and what was sent."""
    registered("signed", lambda _notice, _at: SIGNED)
    tell(ann)
    run()
    return Notice.objects.get()


def tell(to, occurrence="1"):
    return actions.notify(
        to=to, reason="signed", subject="signature/1", occurrence=occurrence, compact="hertfordshire", at=NOW
    )


def report(notice, *, action="failed", status="5.1.1", said=NO_SUCH, head_only=False):
    """The report on a mail of ours, as Postfix writes it: with the whole mail at its end, or its head alone."""
    back = mail.message(notice, SIGNED, NOW).message().as_string()
    kind = "text/rfc822-headers" if head_only else "message/rfc822"
    back = back.partition("\n\n")[0] if head_only else back
    return REPORT.format(action=action, status=status, said=said, type=kind, back=back).encode()


def take(raw):
    bounce = read(raw, settings.SITE.host)
    return bounce is not None and actions.take_bounce(bounce=bounce, at=NOW)


@pytest.mark.parametrize("head_only", [False, True])
def test_a_mail_that_came_back_shows_as_failed_with_what_the_server_said(sent, client, enter, head_only):
    compacts.add_compact(source="hertfordshire", by="test", at=NOW)

    assert take(report(sent, head_only=head_only)) is True

    sent.refresh_from_db()
    says = "The mail came back. That server says: 550 5.1.1 …: there is nobody of that name"
    assert (sent.state, sent.problem) == ("failed", says)
    page = enter(client, Role.OFFICER).get(UNSENT).text
    assert says in page
    assert "ann@example.org" not in page


def test_nothing_more_goes_to_an_address_that_does_not_work_until_it_is_changed(sent):
    take(report(sent))
    tell(sent.person, "2")
    run()
    assert Notice.objects.get(occurrence="2").problem.startswith("Mail to this address came back before.")

    Person.objects.filter(pk=sent.person_id).update(email="ann.new@example.org")
    tell(sent.person, "3")
    run()
    assert [mailed.to for mailed in sent_by_django.outbox] == [["ann@example.org"], ["ann.new@example.org"]]


def test_an_officer_who_knows_better_lets_it_be_tried_again(sent):
    take(report(sent))
    sent.refresh_from_db()

    assert actions.send_again(notice=sent, by="Compact officer", at=NOW) is True
    run()

    assert len(sent_by_django.outbox) == 2
    assert not Unreachable.objects.exists()


@pytest.mark.parametrize(
    ("action", "status", "state", "marked"),
    [
        ("failed", "5.1.1", "failed", True),
        ("failed", "5.2.1", "failed", True),
        ("failed", "5.2.2", "failed", False),  # the box is full
        ("failed", "5.7.1", "failed", False),  # a rule, such as one against spam
        ("failed", "4.4.7", "failed", False),  # that server tried for days
        ("failed", "", "failed", False),
        ("delayed", "4.4.1", "sent", False),
    ],
)
def test_only_an_address_that_does_not_work_is_marked(sent, action, status, state, marked):
    assert take(report(sent, action=action, status=status)) is True

    sent.refresh_from_db()
    assert (sent.state, Unreachable.objects.exists()) == (state, marked)


def test_a_mail_that_waits_at_another_server_is_only_noted(sent, client, enter):
    compacts.add_compact(source="hertfordshire", by="test", at=NOW)
    take(report(sent, action="delayed", status="4.4.1", said="smtp; 451 mx.example.org does not answer"))

    page = enter(client, Role.OFFICER).get(UNSENT).text
    assert "It went out, and waits at another mail server. That server says: 451 mx.example.org does not answer" in page
    assert "There is nothing to do yet." in page


@pytest.mark.parametrize("action", ["delivered", "relayed", "expanded", "nonsense"])
def test_a_report_that_nothing_failed_changes_nothing(sent, action):
    assert take(report(sent, action=action, status="2.0.0")) is False
    sent.refresh_from_db()
    assert (sent.state, sent.problem) == ("sent", "")


def test_the_same_report_twice_changes_nothing_more(sent):
    take(report(sent))
    before = Notice.objects.values().get()

    assert take(report(sent, said="smtp; 550 something else")) is True
    assert Notice.objects.values().get() == before


def test_nobody_makes_another_unreachable_who_has_not_seen_the_mail(sent):
    guessed = report(sent).replace(sent.key.encode(), b"0" * 32)
    elsewhere = report(sent).replace(f"@{settings.SITE.host}>".encode(), b"@elsewhere.example.org>")
    answer = EmailMessage()
    answer["Message-ID"] = f"<{sent.key}@{settings.SITE.host}>"
    answer.set_content("Action: failed\nStatus: 5.1.1\n")

    assert [take(each) for each in (guessed, elsewhere, answer.as_bytes())] == [False] * 3
    assert not Unreachable.objects.exists()


@limits(max_examples=40)
@given(raw=st.one_of(st.binary(max_size=300), st.text(max_size=300).map(str.encode)), cut=st.integers(0, 1500))
def test_whatever_arrives_is_read_without_a_fault(raw, cut):
    whole = REPORT.format(action="failed", status="5.1.1", said="x", type="message/rfc822", back="Message-ID: <x@y>")

    for each in (raw, whole[:cut].encode() + raw, whole[:cut].encode() + raw + whole[cut:].encode()):
        assert read(each, "compact.example.org") is None


@given(said=st.text(max_size=400))
def test_what_a_server_said_is_one_short_line_without_an_address(said):
    key = "a" * 32
    back = f"Message-ID: <{key}@compact.example.org>\n"
    raw = REPORT.format(
        action="failed",
        status="5.1.1",
        said=f"smtp; ann@example.org {' '.join(said.split())}",
        type="message/rfc822",
        back=back,
    )

    found = read(raw.encode(errors="replace"), "compact.example.org")

    if found is not None:  # what was said may have ended the head
        assert isinstance(found, Bounce)
        assert len(found.said) <= 160
        assert found.said.isprintable()
        assert "@example.org" not in found.said


# The command.


@pytest.fixture
def bounces(monkeypatch, capsys):
    """Runs the command on a box, or on one mail on standard input; its exit code and what it said."""
    monkeypatch.setattr(bounces_command, "open_site", lambda: None)

    def run_it(box=None, *, given=b""):
        monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(given)))
        code = bounces_command.bounces(box=box, at=NOW)
        said = capsys.readouterr()
        return code, (said.out + said.err).strip()

    return run_it


@pytest.mark.parametrize("kind", [mailbox.Maildir, mailbox.mbox])
def test_a_box_is_read_once_and_nothing_in_it_is_taken_away(sent, bounces, tmp_path, kind):
    box = kind(tmp_path / "box", create=True)
    for each in (report(sent), b"Subject: Do you deliver?\n\nHello.\n"):
        box.add(each)
    box.close()

    said = "1 came back. 1 left as they are: no reports on a mail of this site."
    assert bounces(tmp_path / "box") == (1, said)
    assert bounces(tmp_path / "box") == (0, "0 came back. 0 left as they are: no reports on a mail of this site.")
    with closing(kind(tmp_path / "box")) as left:
        assert len(left) == 2
    sent.refresh_from_db()
    assert sent.state == "failed"


def test_one_mail_is_read_from_a_file_or_handed_over_by_a_mail_server(sent, bounces, tmp_path):
    held = Path(tmp_path, "returned.eml")
    held.write_bytes(report(sent))

    assert bounces(held)[0] == 0
    assert bounces(given=report(sent)) == (0, "")
    assert bounces(given=b"Subject: Hello\n\n") == (1, bounces_command.NOT_OURS)


def test_what_is_no_box_is_told(bounces, tmp_path):
    code, said = bounces(tmp_path / "none")
    assert (code, "Name a Maildir, an mbox or a mail." in said) == (2, True)
    code, said = bounces(tmp_path)
    assert (code, "is no Maildir" in said) == (2, True)


def test_a_mail_server_keeps_the_mail_while_the_site_cannot_answer(sent, bounces, monkeypatch):
    def broken(**_):
        raise OperationalError("the database is away")

    monkeypatch.setattr(actions, "take_bounce", broken)

    assert bounces(given=report(sent)) == (75, "the database is away")
