"""A PDF is made by a child that reaches for nothing, is kept by what it says, and is never one of two."""

import os
import sys
import time

import pytest

from livecompact.frame import pdf, pdf_child
from tests.harness.pdf import bookmarks, needs_pango, opened, words_of, wrong_with

PAGE = (
    '<!DOCTYPE html><html lang="en-gb"><head><title>Parks</title>{head}</head><body><h1>Parks</h1>{body}</body></html>'
)


def page(body="<p>They stay open.</p>", head=""):
    return PAGE.format(head=head, body=body)


@needs_pango
def test_a_page_becomes_a_pdf_that_machines_can_read_aloud():
    made = pdf.make(page(), {})

    assert wrong_with(made) == []
    with opened(made) as file:
        assert bookmarks(file) == ["Parks"]
        assert "Theystayopen." in words_of(file)[0].replace(" ", "")


@needs_pango
@pytest.mark.parametrize(
    "body",
    [
        '<img src="file:///etc/passwd" alt="x">',
        '<img src="http://127.0.0.1:9/x.png" alt="x">',
        '<img src="../../settings.py" alt="x">',
        '<img src="data:image/png;base64,AAAA" alt="x">',
        '<link rel="stylesheet" href="https://example.org/x.css">',
        '<link rel="attachment" href="file:///etc/hosts">',
        '<object data="file:///etc/hosts"></object>',
    ],
)
def test_a_page_that_reaches_for_anything_it_was_not_given_is_refused(body):
    with pytest.raises(pdf.NotMade, match="was not given"):
        pdf.make(page(body), {})


@needs_pango
def test_what_it_was_given_it_uses():
    small = {"a.css": b"@page { size: 100mm 100mm }"}

    with opened(pdf.make(page(head='<link rel="stylesheet" href="a.css">'), small)) as file:
        assert round(float(file.pages[0].mediabox[2])) == 283


@needs_pango
def test_a_pdf_is_made_once_and_kept_by_what_goes_into_it(tmp_path, monkeypatch):
    name, made = pdf.pdf_of(page(), {"a.css": b""}, tmp_path)
    monkeypatch.setattr(pdf, "make", lambda *_: b"%PDF-another")

    assert pdf.pdf_of(page(), {"a.css": b""}, tmp_path) == (name, made)
    assert pdf.pdf_of(page("<p>They close.</p>"), {"a.css": b""}, tmp_path) != (name, made)
    assert pdf.pdf_of(page(), {"a.css": b"p{}"}, tmp_path)[0] != name


def test_two_are_never_made_at_once(tmp_path, monkeypatch):
    def make(html, files):
        with pytest.raises(pdf.AnotherIsMade):
            pdf.pdf_of(page("<p>Another.</p>"), {}, tmp_path)
        return b"%PDF-one"

    monkeypatch.setattr(pdf, "make", make)

    assert pdf.pdf_of(page(), {}, tmp_path)[1] == b"%PDF-one"
    assert sorted(each.suffix for each in tmp_path.iterdir()) == [".pdf"]


def test_what_a_crash_left_behind_hinders_nobody_for_long(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "make", lambda *_: b"%PDF-one")
    lock = tmp_path / pdf.LOCK
    lock.touch()

    with pytest.raises(pdf.AnotherIsMade):
        pdf.pdf_of(page(), {}, tmp_path)
    long_ago = time.time() - 3 * pdf.PATIENCE
    os.utime(lock, (long_ago, long_ago))
    assert pdf.pdf_of(page(), {}, tmp_path)[1] == b"%PDF-one"


def test_one_that_fails_leaves_nothing_and_the_next_is_made(tmp_path, monkeypatch):
    def broken(html, files):
        raise pdf.NotMade("no")

    monkeypatch.setattr(pdf, "make", broken)
    with pytest.raises(pdf.NotMade):
        pdf.pdf_of(page(), {}, tmp_path)

    monkeypatch.setattr(pdf, "make", lambda *_: b"%PDF-one")
    assert pdf.pdf_of(page(), {}, tmp_path)[1] == b"%PDF-one"


def test_the_oldest_go_where_there_are_too_many(tmp_path, monkeypatch):
    monkeypatch.setattr(pdf, "KEPT", 3)
    monkeypatch.setattr(pdf, "make", lambda *_: b"%PDF-one")
    for number in range(5):
        name, _ = pdf.pdf_of(page(f"<p>{number}</p>"), {}, tmp_path)
        os.utime(tmp_path / f"{name}.pdf", (number, number))

    assert len(list(tmp_path.iterdir())) == 3
    assert (tmp_path / f"{name}.pdf").exists()


def test_a_child_that_takes_too_long_is_ended(monkeypatch):
    monkeypatch.setattr(pdf, "PATIENCE", 0.1)

    with pytest.raises(pdf.NotMade, match="not ready after"):
        pdf.make(page(), {})


def test_where_pango_is_missing_it_says_what_to_install(monkeypatch, tmp_path):
    stand_in = tmp_path / "python"
    stand_in.write_text(f"#!/bin/sh\necho \"cannot load library 'pango-1.0-0'\" >&2\nexit {pdf_child.NOT_HERE}\n")
    stand_in.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(stand_in))

    with pytest.raises(pdf.NotMade, match=r"pango-1\.0-0.*apt install libpango-1\.0-0"):
        pdf.make(page(), {})


def test_a_page_that_is_too_large_is_not_begun():
    with pytest.raises(pdf.NotMade, match="the most is"):
        pdf.make("x" * pdf.MOST_BYTES, {})


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for Python")
def test_the_child_is_told_no_secret(monkeypatch, tmp_path):
    stand_in = tmp_path / "python"
    stand_in.write_text('#!/bin/sh\ncat >/dev/null\necho "%PDF-"\nenv\n')
    stand_in.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(stand_in))
    monkeypatch.setenv("LIVECOMPACT_MAIL", "smtp://ann:canary@example.org")
    monkeypatch.setenv("DATABASE_URL", "postgresql://ann:canary@example.org/x")

    assert b"canary" not in pdf.make(page(), {})
