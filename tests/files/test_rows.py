"""A file as JSON lines, as the site asks for it in a child process."""

import io
import json
import zipfile
from datetime import date

import pytest

from livecompact.files import rows_command
from livecompact.files.columns.recognising import letters
from livecompact.kinds import KINDS
from livecompact.kinds.template import abouts
from livecompact.standards.facts import FactType
from tests.files.workbooks import ods, xlsx

TODAY = date(2026, 11, 22)
AWARDS = (
    "Identifier,Title,Recipient Org:Name,Recipient Org:Identifier,Amount Awarded,Award Date,Colour\n"
    'A1,Choir,Riverside Choir,GB-CHC-1187463,"£1,200.00",1/4/26,red\n'
    "A2,=1+1,Hill Carers,1187471,500,31/02/2026,blue\n"
)


def lines(path, *, at_most=100_000, columns=None, kind="award"):
    out = io.StringIO()
    code = rows_command.rows(path, kind=kind, columns=columns, today=TODAY, at_most=at_most, out=out)
    return code, [json.loads(line) for line in out.getvalue().splitlines()]


def sent(tmp_path, text=AWARDS, name="awards.csv"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_each_row_is_a_line_with_its_facts_and_each_unread_cell_one_with_its_mend(tmp_path):
    code, (file, row, problem, end) = lines(sent(tmp_path))

    assert code == 0
    assert (file["rows"], file["ignored"], file["letters"]["Award Date"]) == (2, ["Colour"], "F")
    assert file["changes"][0]["says"] == "We read “£1,200.00” as 1200 in 1 row."
    assert row == {
        "is": "row",
        "row": 2,
        "identifier": "A1",
        "title": "Choir",
        "partner": "Riverside Choir",
        "partner_id": "GB-CHC-1187463",
        "facts": {"awarded": "2026-04-01", "amount": "1200"},
    }
    assert (problem["cell"], problem["value"], problem["says"]) == ("F3", "31/02/2026", "There is no such day.")
    assert end == {"is": "end", "rows": 1, "reported": 1}


def test_a_file_that_cannot_be_read_is_one_line_with_its_mend(tmp_path):
    code, told = lines(sent(tmp_path, "Colour\nred\n"))

    assert code == 2
    assert (told[0]["is"], told[0]["headings"]) == ("cannot", ["Colour"])


def test_a_file_with_too_many_rows_is_refused(tmp_path):
    _, (told,) = lines(sent(tmp_path), at_most=1)

    assert told["says"] == "has 2 rows, more than 1"


HEADINGS = {"A": "Identifier", "B": "Award Date", "C": "Amount Awarded"}
GRANT = {"A": "A1", "B": "2026-04-01", "C": 500}


def workbook(tmp_path, *more):
    return xlsx(tmp_path / "awards.xlsx", ("Grants", "visible", {1: HEADINGS, 2: GRANT}), *more)


def altered(path, part, change=lambda text: text):
    """The workbook with one part changed, or one more."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts[part] = change(parts.get(part, b"<x/>"))
    with zipfile.ZipFile(path, "w") as new:
        for name, text in parts.items():
            new.writestr(name, text)
    return path


def test_a_hidden_sheet_is_not_read_and_is_told(tmp_path):
    secret = {1: HEADINGS, 2: {"A": "SECRET", "B": "2026-04-01", "C": 1}}
    _, told = lines(workbook(tmp_path, ("Staff", "veryHidden", secret)))

    assert told[0]["hides"] == ["the hidden sheet “Staff”"]
    assert "SECRET" not in json.dumps(told)


@pytest.mark.parametrize(
    ("part", "says"),
    [
        ("xl/comments1.xml", "comments"),
        ("xl/threadedComments/threadedComment1.xml", "comments"),
        ("xl/externalLinks/externalLink1.xml", "links to other files"),
        ("xl/pivotCache/pivotCacheRecords1.xml", "the copy of its data that a pivot table keeps"),
        ("xl/model/item.data", "a data model"),
        ("xl/embeddings/oleObject1.bin", "other files"),
        ("xl/vbaProject.bin", "macros"),
        ("xl/revisions/revisionLog1.xml", "earlier changes"),
        ("customXml/item1.xml", "data of another program"),
    ],
)
def test_what_a_workbook_keeps_beside_its_cells_is_told(tmp_path, part, says):
    _, told = lines(altered(workbook(tmp_path), part))

    assert told[0]["hides"] == [says]


def test_a_hidden_name_is_told(tmp_path):
    names = b'<definedNames><definedName name="x" hidden="1">Sheet!$A$1</definedName></definedNames></workbook>'
    path = altered(workbook(tmp_path), "xl/workbook.xml", lambda text: text.replace(b"</workbook>", names))

    assert lines(path)[1][0]["hides"] == ["hidden names"]
    filtered = altered(path, "xl/workbook.xml", lambda text: text.replace(b'name="x"', b'name="_xlnm._FilterDatabase"'))
    assert lines(filtered)[1][0]["hides"] == []


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b'<row r="2"', b'<row r="2" hidden="1"'),
        lambda text: text.replace(b"<sheetData>", b'<cols><col min="2" max="2" hidden="true"/></cols><sheetData>'),
    ],
)
def test_a_workbook_with_hidden_rows_or_columns_is_refused(tmp_path, change):
    code, (told,) = lines(altered(workbook(tmp_path), "xl/worksheets/sheet1.xml", change))

    assert (code, told["says"]) == (2, "has hidden rows or columns")


def test_an_opendocument_spreadsheet_tells_its_comments_and_is_refused_with_hidden_rows(tmp_path):
    path = ods(tmp_path / "awards.ods", [*HEADINGS.values()], ["A1", "2026-04-01", "500"])
    note = lambda text: text.replace(b"</text:p>", b"</text:p><office:annotation/>", 1)  # noqa: E731 (said once)
    assert lines(altered(path, "content.xml", note))[1][0]["hides"] == ["comments"]

    hide = lambda text: text.replace(b"<table:table-row>", b'<table:table-row table:visibility="collapse">', 1)  # noqa: E731
    assert lines(altered(path, "content.xml", hide))[1][0]["says"] == "has hidden rows or columns"


SAID = {
    FactType.DATE: "2026-04-01",
    FactType.NUMBER: "12",
    FactType.AMOUNT: "1250.50",
    FactType.FLAG: "yes",
    FactType.TEXT: "In words",
}


@pytest.mark.parametrize("name", ["award", "funding-agreement", "consultation", "funding-change", "payment"])
def test_a_list_says_the_same_in_every_form_that_it_may_come_in(tmp_path, name):
    kind = KINDS[name]
    some = [kind.by_name[kind.happens_on], *(fact for fact in kind.facts if fact.name != kind.happens_on)][:6]
    facts = {fact.name: fact.choices[0] if fact.choices else SAID[fact.type] for fact in some}
    head, row = [*abouts(kind), *facts], [*({each: f"0{each}" for each in abouts(kind)} | facts).values()]
    late = [*row[: len(row) - len(facts)], *("31/02/2026" if each == "2026-04-01" else each for each in facts.values())]
    table = [{letters(place): cell for place, cell in enumerate(each)} for each in (head, row, late)]
    sent(tmp_path, "\n".join(",".join(each) for each in (head, row, late)), "a.csv")
    sent(tmp_path, json.dumps([dict(zip(head, each, strict=True)) for each in (row, late)]), "a.json")
    xlsx(tmp_path / "a.xlsx", ("Sheet", "visible", dict(enumerate(table, 1))))
    ods(tmp_path / "a.ods", head, row, late)

    told = {form: lines(tmp_path / f"a.{form}", kind=name)[1] for form in ("csv", "xlsx", "ods", "json")}

    says = {
        form: sorted(({**each, "row": 0, "cell": ""} for each in of if each["is"] != "file"), key=str)
        for form, of in told.items()
    }
    [good] = [each for each in says["csv"] if each["is"] == "row"]
    assert good["facts"].keys() == facts.keys()
    assert "There is no such day." in [each.get("says") for each in says["csv"]]
    assert says["csv"] == says["xlsx"] == says["ods"] == says["json"]
