"""Every mail about a sign-up and the year after it, at a real mail server: plain, short, with one thing to do."""

import re
import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from threading import Event

import pytest
from django.utils import timezone

from livecompact.frame.dates import long_date
from livecompact.people.models import Person
from livecompact.record import worker
from livecompact.record.letters import LONGEST_SUBJECT, MOST_WORDS
from livecompact.register import actions
from livecompact.register.extract import charities
from livecompact.register.models import Signature
from livecompact.web import daily
from livecompact.web.mailers import mailer
from tests.harness.mail import sink
from tests.register.extracts import charity, write
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
    daily.done(at=NOON)
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


CARERS = {
    "kind": {"kind": "voluntary"},
    "name": {"name": "9900107"},
    "match": {"match": "charity:9900107"},
    "agreed": {"agreed": "yes"},
    "who": {"full_name": "Jo Ray", "role": "Trustee", "contact": ""},
    "email": {"email": "jo@example.org"},
    "code": {"code": "123456"},
    "check": {},
}


def signed_for_a_charity(client, monkeypatch, **told):
    """What the register says of a charity is loaded, and somebody signs for it; the newest sign-up."""
    rows = [charity(9900107, charity_name="Hartsmere Carers", **told)]
    with tempfile.TemporaryDirectory() as folder:
        register = charities(write(Path(folder, "extract"), rows), lambda *_: None)
        actions.load_charities(rows=register, districts=frozenset(), at=timezone.now())
    known_code(monkeypatch)
    for page, answers in CARERS.items():
        client.post(f"{JOIN}/{page}", answers)
    return newest()


def test_a_charity_is_told_at_its_own_address_that_somebody_signed_for_it(client, server, monkeypatch):
    signature = signed_for_a_charity(client, monkeypatch)
    deliver()
    deliver()

    [mail] = [each for each in server.mails if each["To"] == "office@example.org"]
    assert mail["Subject"] == "Someone signed the Compact for your charity"
    [says, mend, leads, *_] = re.split(r"(?:\r?\n){2}", mail.get_content())
    assert " ".join(says.split()) == (
        f"Jo Ray, Trustee signed the Hertfordshire Compact for Hartsmere Carers on {long_date(TODAY)}."
    )
    assert mend.startswith("If this is not right, reply to this email.")
    assert leads.endswith("/hertfordshire/organisations")
    assert "List-Unsubscribe" not in mail
    assert signature.reference in mail.get_content()
    assert len(mail.get_content().split()) <= MOST_WORDS


@pytest.mark.parametrize(
    "told",
    [
        {"charity_contact_email": "JO@example.org"},
        {"charity_contact_email": None},
        {"charity_contact_email": "office at example.org"},
        {"charity_contact_email": "a@example.org, b@example.org"},
        {"charity_contact_email": "office@example..org"},
    ],
)
def test_no_charity_is_told_what_it_said_itself_or_where_there_is_no_address(client, server, monkeypatch, told):
    signed_for_a_charity(client, monkeypatch, **told)
    deliver()

    assert set(server.recipients) == {"jo@example.org"}


def test_a_charity_is_told_nothing_once_the_sign_up_was_declined(client, server, monkeypatch):
    signature = signed_for_a_charity(client, monkeypatch)
    actions.decline(signature=signature, reason="It is another charity.", **by())
    deliver()

    assert "office@example.org" not in server.recipients


def test_the_address_of_a_charity_that_was_told_is_forgotten_unless_somebody_signed_in_with_it(
    client, server, monkeypatch
):
    signed_for_a_charity(client, monkeypatch)
    deliver()
    told = NOON + timedelta(days=31)

    assert actions.forget_told(at=NOON + timedelta(days=29)) == 0
    Person.objects.filter(email="office@example.org").update(sign_ins=1)
    assert actions.forget_told(at=told) == 0
    Person.objects.filter(email="office@example.org").update(sign_ins=0)
    assert (actions.forget_told(at=told), actions.forget_told(at=told)) == (1, 0)
    assert set(Person.objects.values_list("email", flat=True)) == {"jo@example.org"}
