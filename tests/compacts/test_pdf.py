"""A Compact to take away: the agreement and the Easy Read booklets as PDF/UA, and the page that offers them."""

import re

import pytest

from livecompact import agreements
from livecompact.compacts import actions
from livecompact.frame import pdf
from tests.compacts.conftest import NOW
from tests.harness.html import read_page
from tests.harness.pdf import bookmarks, needs_pango, opened, sizes_of, words_of, wrong_with

MOST_PAGES = 24  # of an Easy Read booklet (GOV.UK, accessible communication formats)
SMALLEST = 14  # points, in Easy Read
OFFICIAL = '[official]\n"1.1" = "Words that an area signed."\n'


def fetched(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    return response.content


@needs_pango
@pytest.mark.parametrize("address", ["/hertfordshire/agreement.pdf", "/dacorum/editions/after-2007.pdf"])
def test_the_agreement_holds_to_pdf_ua_and_says_what_it_is(client, compacts, address):
    made = fetched(client, address)

    assert wrong_with(made) == []
    with opened(made) as file:
        assert str(file.Root.Lang) == "en-gb"
        assert file.Root.MarkInfo.Marked
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert "/StructTreeRoot" in file.Root
        with file.open_metadata() as told:
            assert told["pdfuaid:part"] == "1"
            assert "Compact" in told["dc:title"]


@needs_pango
def test_the_agreement_has_every_section_and_promise_in_order(client, compacts):
    edition = agreements.load("hertfordshire").newest
    with opened(fetched(client, "/hertfordshire/agreement.pdf")) as file:
        marks, sheets = bookmarks(file), words_of(file)

    promises = [f"{each.number} {each.name}" for each in edition.undertakings]
    assert [mark for mark in marks if mark in set(promises)] == promises
    assert {section.title for section in edition.sections} <= set(marks)
    said = "".join(sheets).replace(" ", "")
    for each in edition.undertakings:
        assert each.wording.replace(" ", "") in said, each.number
        assert said.count(f"{each.number}{each.name}".replace(" ", "")) == 2, "once in the contents, once above it"
    for term in edition.terms:
        assert term.means.replace(" ", "") in said


@needs_pango
def test_the_contents_lead_to_the_page_on_which_a_promise_stands(client, compacts):
    with opened(fetched(client, "/hertfordshire/agreement.pdf")) as file:
        sheets = [sheet.replace(" ", "") for sheet in words_of(file)]

    listed = re.search(r"2\.4Timetoanswerconsultations[.…]*?(\d+?)2\.5", "".join(sheets[1:4]))
    assert listed
    stands = next(n for n, sheet in enumerate(sheets, 1) if "2.4TimetoanswerconsultationsWhoitbinds" in sheet)
    assert int(listed[1]) == stands


@needs_pango
def test_the_official_words_are_marked_as_such(client, db, model):
    (model / "2025/wording.toml").write_text(OFFICIAL, encoding="utf-8")
    actions.add_compact(source=model, by="Compact officer", at=NOW)
    with opened(fetched(client, "/model/agreement.pdf")) as file:
        said = "".join(words_of(file)).replace(" ", "")

    assert "TheofficialwordsWordsthatanareasigned." in said
    assert "Inourwords" in said


@needs_pango
@pytest.mark.parametrize("compact", ["hertfordshire", "dacorum"])
def test_easy_read_booklets_are_short_large_and_never_cut_a_sentence(client, compacts, compact):
    for booklet in agreements.load(compact).newest.booklets:
        made = fetched(client, f"/{compact}/easy-read/{booklet.id}.pdf")
        assert wrong_with(made) == []
        with opened(made) as file:
            sheets = [sheet.replace(" ", "") for sheet in words_of(file)]
            sizes = sizes_of(file)
        assert len(sheets) <= MOST_PAGES
        assert min(sizes) >= SMALLEST
        assert [f"{n}/{len(sheets)}" in sheet for n, sheet in enumerate(sheets, 1)] == [True] * len(sheets)
        for statement in booklet.statements:
            assert any(statement.text.replace(" ", "") in sheet for sheet in sheets), statement.text


@needs_pango
def test_a_pdf_that_is_known_by_its_name_is_not_sent_again(client, compacts):
    first = client.get("/hertfordshire/easy-read/independence.pdf")

    again = client.get("/hertfordshire/easy-read/independence.pdf", headers={"If-None-Match": first["ETag"]})

    assert (again.status_code, again.content) == (304, b"")
    assert first["Content-Disposition"] == 'inline; filename="hertfordshire-easy-read-independence.pdf"'


def test_an_edition_or_booklet_that_is_not_there_has_no_pdf(client, compacts):
    assert client.get("/hertfordshire/editions/1999.pdf").status_code == 404
    assert client.get("/hertfordshire/easy-read/nothing.pdf").status_code == 404


def test_the_forms_to_take_away_are_one_link_from_where_one_looks(client, compacts):
    offered = [address for address, _ in read_page(client.get("/hertfordshire/agreement").text).links]

    assert {"/hertfordshire/agreement.pdf", "/hertfordshire/agreement.json"} <= set(offered)
    for page in ("about", "editions"):
        links = read_page(client.get(f"/hertfordshire/{page}").text).links
        assert "/hertfordshire/agreement" in [address for address, _ in links]


def test_a_site_without_the_extra_offers_no_pdf_and_has_none(client, compacts, monkeypatch, caplog):
    monkeypatch.setattr(pdf, "is_installed", lambda: False)

    for page in ("agreement", "editions/2016", "easy-read/independence"):
        links = read_page(client.get(f"/hertfordshire/{page}").text).links
        assert not [address for address, _ in links if address.endswith(".pdf")]
    assert client.get("/hertfordshire/agreement.pdf").status_code == 404
    assert "pip install 'livecompact[pdf]'" in caplog.text


def test_a_pdf_that_cannot_be_made_is_told_to_the_reader_and_to_the_log(client, compacts, monkeypatch, caplog):
    def broken(html, files, folder, **_more):
        raise pdf.NotMade("cannot load library 'pango-1.0-0'")

    monkeypatch.setattr(pdf, "pdf_of", broken)

    page = client.get("/hertfordshire/agreement.pdf")

    assert (page.status_code, page["Retry-After"]) == (503, "300")
    assert "cannot load library" not in page.text
    assert "cannot load library" in caplog.text


def test_while_one_is_made_another_is_asked_to_wait(client, compacts, monkeypatch):
    def busy(html, files, folder, **_more):
        raise pdf.AnotherIsMade

    monkeypatch.setattr(pdf, "pdf_of", busy)

    assert client.get("/hertfordshire/agreement.pdf").status_code == 503
