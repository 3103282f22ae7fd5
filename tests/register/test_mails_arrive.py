"""Every mail about a sign-up and the year after it, at a real mail server: plain, short, with one thing to do."""

import re
from datetime import UTC, datetime, time, timedelta
from threading import Event

import pytest
from django.utils import timezone

from livecompact.record import worker
from livecompact.record.letters import LONGEST_SUBJECT, MOST_WORDS
from livecompact.register import actions
from livecompact.register.models import Signature
from livecompact.web import daily
from livecompact.web.mailers import mailer
from tests.harness.mail import sink
from tests.register.states import ANSWERED, JOIN, known_code

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
NOON = datetime.combine(TODAY + timedelta(days=1), time(12), UTC)
SUBJECTS = [
    "123 456 is your code for the Hertfordshire Compact",
    "You have signed the Hertfordshire Compact",
    "A question about your sign-up",
    "Hartsmere Singers is on the list",
    "One step: do you still stand by the Compact?",
]


@pytest.fixture
def server(settings, tmp_path, monkeypatch):
    """A mail server that this site sends through."""
    with sink(tmp_path) as (held, port):
        settings.MAILERS = {"default": mailer(f"smtp://localhost:{port}", tmp_path)}
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "cert.pem"))
        yield held


def deliver():
    worker.run(now=lambda: NOON, stop=Event(), once=True)


def newest():
    return Signature.objects.get(latest=True)


def by():
    return {"by": "Compact officer", "at": timezone.now()}


def test_every_mail_of_a_sign_up_arrives_in_its_order(client, server, monkeypatch):
    known_code(monkeypatch)
    for page, answers in ANSWERED.items():
        client.post(f"{JOIN}/{page}", answers)
    deliver()
    actions.ask(signature=newest(), reason="Who are your trustees?", **by())
    deliver()
    actions.answer(signature=newest(), says="Ann and Bob.", answer_by=None, **by())
    actions.approve(signature=newest(), **by())
    deliver()
    Signature.objects.filter(latest=True).update(signed_on=TODAY - timedelta(days=400))
    daily.asked(at=NOON)
    deliver()
    deliver()

    assert [mail["Subject"] for mail in server.mails] == SUBJECTS
    assert set(server.recipients) == {"jo@example.org"}
    for mail in server.mails:
        said = mail.get_content()
        assert mail["Auto-Submitted"] == "auto-generated"
        assert mail.get_content_type() == "text/plain"
        assert len(mail["Subject"]) <= LONGEST_SUBJECT
        assert len(said.split()) <= MOST_WORDS
        assert len(re.findall(r"https?://", said)) <= 1
        assert "Jo Ray" not in said
