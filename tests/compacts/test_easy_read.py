"""The Easy Read booklets."""

from pathlib import Path

import pytest

from livecompact import agreements
from livecompact.agreements.plainness import sentences, word_count
from livecompact.agreements.schema import PICTURES
from livecompact.compacts import actions, folders
from tests.compacts.conftest import NOW
from tests.harness.html import read_page

ICONS = Path(folders.__file__).parent / "static" / "compacts" / "icons"


def test_a_booklet_is_not_called_checked_until_a_person_has_checked_it(client, compacts):
    assert "Not checked yet." in client.get("/hertfordshire/easy-read/independence").text


def test_a_booklet_that_was_checked_says_by_whom_and_when(client, db, model, edit):
    edit("2025/easy-read.toml", 'checked_by = ""', 'checked_by = "Speak Up Group"')
    edit("2025/easy-read.toml", 'checked_on = "not known"', "checked_on = 2026-10-05")
    actions.add_compact(source=model, by="Compact officer", at=NOW)

    page = client.get("/model/easy-read/what-the-compact-is").text

    assert "Checked by Speak Up Group on Monday 5 October 2026." in page
    assert "Not checked yet" not in page


def test_each_sentence_has_an_icon_that_screen_readers_pass_over(client, compacts):
    page = client.get("/hertfordshire/easy-read/what-the-compact-is").text

    assert page.count("<img") == page.count('alt=""') == 16


def test_a_hard_word_is_bold(client, compacts):
    assert "<strong>promises</strong>" in client.get("/hertfordshire/easy-read/what-the-compact-is").text


def test_the_booklet_on_concerns_says_as_the_site_does_that_they_are_raised_elsewhere(client, compacts):
    booklet = client.get("/hertfordshire/easy-read/something-is-wrong").text
    other = client.get("/hertfordshire/easy-read/independence").text

    assert "You cannot tell us on this website yet." in booklet
    assert "/hertfordshire/concerns/how" in [address for address, _ in read_page(booklet).links]
    assert "You cannot do it on this site yet." in client.get("/hertfordshire/concerns/how").text
    assert "on this website yet" not in other


def test_booklets_lead_to_each_other_and_back(client, compacts):
    links = [address for address, _ in read_page(client.get("/hertfordshire/easy-read/independence").text).links]

    assert "/hertfordshire/easy-read/what-the-compact-is" in links
    assert "/hertfordshire/easy-read/having-a-say" in links


def test_the_icons_are_credited_where_they_are_used(client, compacts):
    links = [address for address, _ in read_page(client.get("/hertfordshire/easy-read").text).links]

    assert "https://openmoji.org" in links
    assert "https://creativecommons.org/licenses/by-sa/4.0/" in links


@pytest.mark.parametrize("picture", PICTURES)
def test_every_picture_that_a_booklet_may_name_is_there_and_in_the_notice(picture):
    svg = (ICONS / f"{picture}.svg").read_text(encoding="utf-8")

    assert svg.startswith("<svg ")
    assert "script" not in svg
    assert f"`{picture}.svg`" in (ICONS / "NOTICE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", agreements.bundled())
def test_a_sentence_has_fifteen_words_at_most(name):
    said = [s for b in agreements.load(name).newest.booklets for each in b.statements for s in sentences(each.text)]

    assert max(word_count(sentence) for sentence in said) <= 15
    assert sum(word_count(sentence) for sentence in said) / len(said) <= 8.5
