"""A file for a word processor is what it says it is, and whatever is written in it stays words."""

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from livecompact.frame.word import Heading, Table, word_file

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(made: bytes) -> dict[str, etree._Element]:
    """Every file in it, read as XML."""
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        assert packed.testzip() is None
        return {name: etree.fromstring(packed.read(name)) for name in packed.namelist()}


def texts(element: etree._Element) -> list[str]:
    """What each paragraph of it says."""
    return ["".join(each.itertext()) for each in element.iter(f"{W}p")]


def test_it_holds_headings_paragraphs_and_a_table_whose_head_is_a_head():
    table = Table("The plan", ("Promise", "How"), [("2.4", "84 days"), ("2.5", "Not said")])
    files = read(word_file("Your plan", "en-gb", [Heading("Your plan"), "This is advice.", table]))

    document = files["word/document.xml"]
    assert texts(document)[:3] == ["Your plan", "This is advice.", "The plan"]
    assert document.find(f".//{W}pStyle").get(f"{W}val") == "Heading1"
    rows = document.findall(f".//{W}tr")
    assert [texts(row) for row in rows] == [["Promise", "How"], ["2.4", "84 days"], ["2.5", "Not said"]]
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True, False, False]
    styles = {each.get(f"{W}styleId") for each in files["word/styles.xml"].iter(f"{W}style")}
    assert {each.get(f"{W}val") for each in document.iter(f"{W}pStyle", f"{W}tblStyle")} <= styles
    assert files["word/styles.xml"].find(f".//{W}lang").get(f"{W}val") == "en-gb"
    named = {f"/{name}" for name in files if not name.endswith(".rels") and name != "[Content_Types].xml"}
    assert {each.get("PartName") for each in files["[Content_Types].xml"]} - {None} == named


@given(st.text(max_size=60))
def test_whatever_is_written_stays_words(words: str):
    made = word_file(words, "en", [words, Table(words, (words,), [(words,)])])

    document = read(made)["word/document.xml"]
    assert {each.tag for each in document.iter(f"{W}p", f"{W}tbl")} == {f"{W}p", f"{W}tbl"}
    assert len(texts(document)) == 5
    assert made == word_file(words, "en", [words, Table(words, (words,), [(words,)])])


def test_what_xml_cannot_hold_is_left_out():
    made = word_file("a\x00b", "en", ["<w:p>\x0b&\ud800"])

    assert texts(read(made)["word/document.xml"]) == ["<w:p>&"]
