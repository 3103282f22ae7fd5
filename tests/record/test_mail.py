"""What a mail looks like, and what becomes of it at a real mail server."""

import asyncio
import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from threading import Event

import pytest
from django.conf import settings
from django.core import mail as sent_by_django

from livecompact.record import actions, joining, letters, mail, worker
from livecompact.record.actions.outbox import BACK_OFF, LEASE
from livecompact.record.models import Notice
from livecompact.web.mailers import mailer
from tests.harness.mail import DROP, HANG, OK, REFUSE, TRY_LATER, free_port, sink
from tests.record.conftest import NOW
from tests.record.test_letters import SIGNED, registered

__all__ = ["registered"]

LONG = "The council has recorded a change to your grant, and asks you to answer by Friday 12 February 2027. "
NEWS = replace(
    SIGNED,
    lines=("3 things are new.", f"- {LONG}", "- Parks strategy", "You can answer each."),
    stop="/news/stop/abc",
    thread="signature/1",
    reference="HC-7KQ-M42",
)


@pytest.fixture
def notice(ann):
    return actions.notify(
        to=ann, reason="signed", subject="signature/1", occurrence="1", compact="hertfordshire", at=NOW
    )


@pytest.fixture
def letter(registered):
    """Lets a test say what the notice says."""
    said = [SIGNED]
    registered("signed", lambda _notice, _at: said[0])
    return said


def run(at=NOW):
    return worker.run(now=lambda: at, stop=Event(), once=True)


def headers(letter, notice):
    return mail.message(notice, letter, NOW).message()


def test_a_mail_says_what_happened_then_where_then_why(notice):
    said = mail.body(NEWS).split("\n\n")

    assert said[0] == "3 things are new."
    assert said[1].startswith("- The council")
    assert said[1].splitlines()[-1] == "- Parks strategy"
    assert said[2:] == [
        "You can answer each.",
        f"{settings.SITE.address}/hertfordshire/organisations/riverside-youth-club",
        "Reference: HC-7KQ-M42",
        "You get this because you signed for Riverside Youth Club.",
        f"To stop these emails:\n{settings.SITE.address}/news/stop/abc\n",
    ]


def test_lines_are_short_and_the_items_of_a_list_hang(notice):
    lines = mail.body(NEWS).splitlines()

    assert max(len(line) for line in lines if "http" not in line) <= 72
    assert lines[3].startswith("  ")


def test_a_subject_is_one_short_line(notice):
    said = headers(replace(SIGNED, subject=f"Published:\r\nBcc: x@example.org {LONG}"), notice)

    assert len(said["Subject"]) <= 60
    assert "\n" not in said["Subject"]
    assert said["Bcc"] is None


def test_no_machine_answers_a_mail_and_answers_go_to_a_person(notice, monkeypatch):
    monkeypatch.setattr(joining, "_REPLIES", [lambda compact: [f"officer@{compact}.example.org"]])
    said = headers(SIGNED, notice)

    assert said["Auto-Submitted"] == "auto-generated"
    assert said["Reply-To"] == "officer@hertfordshire.example.org"
    assert said["To"] == "ann@example.org"
    assert said["Message-ID"] == f"<{notice.key}@{settings.SITE.host}>"


def test_mails_of_one_thing_hang_together_and_others_apart(notice, ann):
    other = actions.notify(to=ann, reason="signed", subject="x", occurrence="1", compact="hertfordshire", at=NOW)
    threaded = replace(SIGNED, thread="signature/1")

    assert headers(threaded, notice)["In-Reply-To"] == headers(threaded, other)["References"] is not None
    assert (
        headers(replace(SIGNED, thread="signature/2"), other)["In-Reply-To"] != headers(threaded, notice)["References"]
    )
    assert headers(SIGNED, notice)["In-Reply-To"] is None


def test_only_mail_that_was_subscribed_to_can_be_stopped(notice):
    stopped, other = headers(NEWS, notice), headers(SIGNED, notice)

    assert stopped["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    https, mailto = re.findall(r"<([^>]+)>", stopped["List-Unsubscribe"])
    assert https == f"{settings.SITE.address}/news/stop/abc"
    assert mailto == f"mailto:{settings.DEFAULT_FROM_EMAIL}?subject=stop"
    assert stopped["List-Id"].endswith(f"<hertfordshire.{settings.SITE.host}>")
    assert not {"List-Unsubscribe", "List-Unsubscribe-Post", "List-Id"} & set(other.keys())


def test_a_notice_is_sent_once(notice, letter):
    assert (run(), run()) == (1, 0)

    [mailed] = sent_by_django.outbox
    assert mailed.subject == "Riverside Youth Club is on the list"
    assert Notice.objects.get().state == "sent"


def test_what_is_no_longer_true_is_not_sent(notice, letter):
    letter[0] = None
    run()

    assert sent_by_django.outbox == []
    assert Notice.objects.get().state == "dropped"


def test_a_letter_that_breaks_stops_no_other(notice, ann, registered):
    registered("signed", lambda told, _at: SIGNED if told.subject == "signature/2" else 1 / 0)
    actions.notify(to=ann, reason="signed", subject="signature/2", occurrence="1", compact="", at=NOW)
    run()

    assert len(sent_by_django.outbox) == 1
    broken = Notice.objects.get(subject="signature/1")
    assert (broken.state, broken.problem) == ("waiting", "Its letter could not be written (ZeroDivisionError).")


@pytest.mark.parametrize(("hour", "gone"), [(6, 0), (7, 0), (8, 1), (17, 1), (18, 0), (23, 0)])
def test_mail_that_nobody_waits_for_goes_between_8_and_6(notice, letter, hour, gone):
    assert run(datetime(2026, 11, 23, hour, tzinfo=UTC)) == gone


def test_mail_that_somebody_waits_for_goes_at_night(notice, letter):
    Notice.objects.update(urgent=True)

    assert run(datetime(2026, 11, 23, 3, tzinfo=UTC)) == 1


# At a real mail server.


@pytest.fixture
def through(notice, settings, tmp_path, monkeypatch):
    """Sends through a mail server on this machine, as a site does whose LIVECOMPACT_MAIL names one."""

    def sending(port, **trusted):
        told = mailer(f"smtp://localhost:{port}", tmp_path)
        settings.MAILERS = {"default": told | {"OPTIONS": told["OPTIONS"] | {"timeout": 0.7}}}
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(trusted["cert"]))
        run()
        return Notice.objects.get()

    return sending


def test_a_mail_arrives_whole_over_an_encrypted_connection(notice, letter, through, tmp_path):
    letter[0] = replace(NEWS, lines=("Côr Glannau’s concert is on Saturday – do come.",))
    with sink(tmp_path) as (server, port):
        assert through(port, cert=tmp_path / "cert.pem").state == "sent"

    [arrived] = server.mails
    assert server.recipients == ["ann@example.org"]
    assert "Côr Glannau’s concert is on Saturday – do come." in arrived.get_content()
    assert arrived.get_content_type() == "text/plain"
    assert arrived["Message-ID"] == f"<{notice.key}@{settings.SITE.host}>"
    assert len(arrived.get_content().split()) <= letters.MOST_WORDS


@pytest.mark.parametrize(
    "answer",
    [
        (TRY_LATER, "waiting", "The mail server did not take the mail (451)."),
        (REFUSE, "failed", "The mail server did not take the mail (550)."),
        (DROP, "waiting", "The mail server had the mail and gave no answer, so it may have arrived."),
        (HANG, "waiting", "The mail server had the mail and gave no answer, so it may have arrived."),
    ],
)
def test_what_the_mail_server_answers_is_told_plainly(notice, letter, through, tmp_path, answer):
    mood, state, says = answer
    with sink(tmp_path, lambda *_: mood) as (_, port):
        now = through(port, cert=tmp_path / "cert.pem")

    assert (now.state, now.problem) == (state, says)


def test_what_failed_for_a_while_arrives_in_the_end(notice, letter, through, tmp_path):
    with sink(tmp_path, lambda number, _: TRY_LATER if number < 2 else OK) as (server, port):
        through(port, cert=tmp_path / "cert.pem")
        for _ in range(2):
            run(Notice.objects.get().due_at)

    assert Notice.objects.get().state == "sent"
    assert (server.answered[TRY_LATER], len(server.mails)) == (2, 1)


def test_to_a_server_that_nobody_vouches_for_nothing_is_sent(notice, letter, through, tmp_path):
    with sink(tmp_path) as (server, port):
        now = through(port)

    assert (server.mails, now.state) == ([], "waiting")
    assert now.problem == "The mail server could not prove who it is, so nothing was sent to it."


def test_to_a_server_of_another_name_nothing_is_sent(notice, letter, through, tmp_path):
    with sink(tmp_path, name="mail.example.org") as (server, port):
        now = through(port, cert=tmp_path / "cert.pem")

    assert (server.mails, now.problem[:42]) == ([], "The mail server could not prove who it is,")


def test_to_a_server_without_encryption_nothing_is_sent(notice, letter, through, tmp_path):
    with sink(tmp_path, tls=False) as (server, port):
        now = through(port)

    assert (server.mails, now.state) == ([], "waiting")
    assert now.problem == "The mail server offers no encryption, so nothing was sent to it."


def test_while_there_is_no_server_the_mail_waits(notice, letter, through):
    now = through(free_port())

    assert (now.state, now.tries) == ("waiting", 1)
    assert now.problem == "The mail server could not be reached (ConnectionRefusedError)."


def test_no_log_holds_the_address_or_the_letter(notice, letter, through, tmp_path, caplog):
    with sink(tmp_path, lambda *_: REFUSE) as (_, port):
        through(port, cert=tmp_path / "cert.pem")

    [line] = [record for record in caplog.records if record.name == "livecompact.record"]
    told = f"{line.getMessage()} {line.about}"
    assert "550" in told
    assert "ann@" not in told
    assert "Riverside" not in told


class Died(BaseException):
    """What a worker that is killed does to everything that it was about to note."""


def died(*_, **__):
    raise Died


@pytest.mark.parametrize("server_says", [OK, DROP])
def test_nobody_has_more_than_two_copies_whatever_happens_each_time(
    letter, through, tmp_path, monkeypatch, server_says
):
    with sink(tmp_path, lambda *_: server_says) as (server, port):
        if server_says == OK:
            monkeypatch.setattr(actions, "sent", died)  # a worker dies just before it notes that the mail was taken
        for _ in range(4):
            with suppress(Died):
                through(port, cert=tmp_path / "cert.pem")
            Notice.objects.filter(state="waiting").update(leased_by="", leased_until=None, due_at=NOW)

    assert list(server.copies().values()) == [2]
    now = Notice.objects.get()
    says = "It went out twice without an answer. Ask whether it arrived before you try again."
    assert (now.state, now.problem) == ("failed", says)


def test_what_was_refused_for_a_while_leaves_no_doubt(notice, letter, through, tmp_path):
    with sink(tmp_path, lambda number, _: [DROP, TRY_LATER, TRY_LATER, OK][number]) as (server, port):
        for _ in range(4):
            through(port, cert=tmp_path / "cert.pem")
            Notice.objects.filter(state="waiting").update(due_at=NOW)

    assert (Notice.objects.get().state, len(server.mails)) == ("sent", 2)


def test_a_server_that_takes_the_mail_and_then_hangs_has_it(notice, letter, through, tmp_path, monkeypatch):
    async def hang(*_):
        await asyncio.sleep(30)

    with sink(tmp_path) as (server, port):
        monkeypatch.setattr("aiosmtpd.smtp.SMTP.smtp_QUIT", hang)
        assert through(port, cert=tmp_path / "cert.pem").state == "sent"

    assert len(server.mails) == 1


def test_a_worker_that_was_too_slow_hands_nothing_over(notice, letter, through, tmp_path, monkeypatch):
    def slow(notice, at):
        Notice.objects.update(leased_by="another", leased_until=NOW + LEASE)
        return SIGNED

    with sink(tmp_path) as (server, port):
        monkeypatch.setattr(letters, "letter_for", slow)
        now = through(port, cert=tmp_path / "cert.pem")

    assert (server.mails, now.leased_by, now.state) == ([], "another", "waiting")


def test_a_mail_at_which_every_worker_dies_shows_in_the_end(notice, letter, through, monkeypatch):
    monkeypatch.setattr(letters, "letter_for", died)
    for _ in range(len(BACK_OFF) + 2):
        with suppress(Died):
            run()
        Notice.objects.filter(state="waiting").update(leased_until=NOW)

    now = Notice.objects.get()
    assert (now.state, now.problem) == ("failed", "It broke off each time it was tried.")
