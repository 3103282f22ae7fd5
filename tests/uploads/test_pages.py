"""An officer uploads a list: the file, what is wrong, how it stands, published, undone; and who may see none of it."""

import io
import json
import re
import zipfile
from datetime import timedelta
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from livecompact.compacts.models import Compact, SecondLook
from livecompact.compacts.second import actions as second
from livecompact.dealings.models import Dealing, State
from livecompact.frame import limited_child
from livecompact.kinds import KINDS
from livecompact.people.actions import add_person, end_seat
from livecompact.people.models import Seat
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Notice
from livecompact.uploads import doing
from livecompact.uploads import second as lists
from livecompact.uploads.models import Upload, UploadState
from livecompact.uploads.sweeping import sweep
from tests.dealings.making import council
from tests.dealings.reading import words
from tests.files.test_rows import GRANT, HEADINGS
from tests.files.workbooks import ods, xlsx
from tests.harness.clock import NOW
from tests.harness.people import holder, seat
from tests.uploads.test_uploads import HEAD, TWO

__all__ = ["holder"]

BODY = "hartsmere-county-council"
BAD = "A3,Late,Hill Carers,7,31/02/2026,\n"


@pytest.fixture
def body(compacts):
    return council()


@pytest.fixture
def theirs(client, body, holder):
    """Somebody who represents the council."""
    client.force_login(holder(Role.REPRESENTATIVE, organisation=BODY))
    return client


@pytest.fixture
def start():
    """Where awards are uploaded."""
    return f"/hertfordshire/upload/{KINDS['award'].part}/file"


def send(client, start, data=TWO, name="awards.csv"):
    """Where a file leads that is sent."""
    content = data if isinstance(data, bytes) else data.encode()
    answer = client.post(start, {"file": SimpleUploadedFile(name, content)})
    return answer["Location"] if answer.status_code == 302 else answer


def test_a_list_is_sent_looked_at_published_and_undone(theirs, start):
    at = send(theirs, start, TWO + BAD)

    ready = words(theirs.get(at))
    assert "2 of 3 rows are ready" in ready
    assert "Award Date, column E: 1 row. There is no such day. First one: row 4, ‘31/02/2026’." in ready
    assert "We read “£1,200.00” as 1200 in 1 row." in ready
    stands = theirs.post(at, {"what": "save"})["Location"]
    assert "lacks the reason for a year or less" in words(theirs.get(stands))
    assert theirs.post(stands, {"what": "one", "reason": "A pilot."})["Location"] == stands
    look = theirs.get(f"{at}/publish")
    assert "£1,700.00" in words(look)
    assert "0 matched, 2 by name only" in words(look)
    assert not Dealing.objects.exists()

    done = theirs.post(f"{at}/publish", follow=True)

    assert "2 awards and refusals are published" in words(done)
    assert Dealing.objects.get(source_id="A2").facts["reason_for_one_year"] == "A pilot."
    theirs.post(f"{at}/undo")
    assert "The upload is undone" in words(theirs.get(at))
    assert not Dealing.objects.filter(state=State.PUBLIC).exists()


def test_the_file_comes_back_with_what_is_wrong_as_a_download(theirs, start):
    answer = theirs.get(send(theirs, start, TWO + BAD) + "/marked.csv")

    lines = answer.content.decode().splitlines()
    assert lines[0].endswith("What is wrong,How to fix it,Compact state")
    assert lines[1].endswith(",,,Ready")
    assert "There is no such day." in lines[3]
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.parametrize(("name", "form"), [("awards.xlsx", "xlsx"), ("awards.ods", "xlsx"), ("awards.json", "json")])
def test_a_file_comes_back_as_the_kind_that_was_sent(theirs, start, tmp_path, name, form):
    bad = {**GRANT, "A": "0012", "B": "31/02/2026"}
    made = {
        ".xlsx": lambda path: xlsx(path, ("Grants", "visible", {1: HEADINGS, 2: GRANT, 3: bad})).read_bytes(),
        ".ods": lambda path: ods(path, *([*map(str, row.values())] for row in (HEADINGS, GRANT, bad))).read_bytes(),
        ".json": lambda _: json.dumps([dict(zip(HEADINGS.values(), bad.values(), strict=True))] * 2).encode(),
    }
    at = send(theirs, start, made[Path(name).suffix](tmp_path / name), name)
    page = theirs.get(at)

    answer = theirs.get(f"{at}/marked.{form}")

    assert f'href="{at}/marked.{form}"' in page.text
    assert f"with the problems marked ({form.upper()})" in words(page)
    assert answer["Content-Disposition"] == f'attachment; filename="your-list-marked.{form}"'
    assert theirs.get(f"{at}/marked.csv").status_code == 404
    if form == "json":
        assert [each["What is wrong"] for each in json.loads(answer.content)] == ["There is no such day."] * 2
        return
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[3]][:1] + [cell.value for cell in sheet[3]][3:] == [
        "0012",
        "There is no such day.",
        sheet["E3"].value,
        "Needs a change",
    ]
    assert sheet["B3"].fill.fgColor.rgb == "FFF9C9C0"


def test_a_file_that_takes_too_long_to_give_back_is_asked_for_later(theirs, start, monkeypatch):
    at = send(theirs, start, TWO + BAD)
    monkeypatch.setattr("livecompact.uploads.reading.run", _too_slow)

    assert theirs.get(f"{at}/marked.csv").status_code == 503


def _too_slow(*asked, **how):
    raise limited_child.TookTooLong


def test_nothing_is_saved_where_somebody_says_so_or_says_nothing(theirs, start):
    at = send(theirs, start)

    assert "Select what to do with the rows that are ready" in words(theirs.post(at, {}))
    assert theirs.post(at, {"what": "nothing"})["Location"] == start
    assert not Dealing.objects.exists()


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("awards.pdf", b"%PDF", "must end in"),
        ("awards.csv", b"", "is empty"),
        ("awards.csv", b"Colour\nred\n", "has no column that we know"),
        ("awards.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 100, "or one with a password"),
        ("awards.csv", (HEAD.replace("Amount Awarded", "Sum")).encode() + b"A1,x,y,5,2026-04-01,12\n", "find a column"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(theirs, start, name, data, says):
    answer = send(theirs, start, data, name)

    assert says in words(theirs.get(answer) if isinstance(answer, str) else answer)
    assert not Dealing.objects.exists()


def test_a_column_that_we_do_not_know_is_matched_once(theirs, start):
    at = send(theirs, start, HEAD.replace("Amount Awarded", "Sum") + "A1,Choir,Hill Carers,5,2026-04-01,36\n")
    columns = f"{at}/columns"
    (sums,) = re.findall(r'for="(column[0-9]+)">\s*Sum\b', theirs.get(columns).text)

    assert "Select a column for the amount awarded" in words(theirs.post(columns, {}))
    theirs.post(columns, {sums: "amount"})

    assert "1 of 1 row is ready" in words(theirs.get(at))


def test_what_a_file_hides_is_told_and_looked_at_before_anything_is_public(theirs, start, tmp_path):
    staff = ("Staff", "hidden", {1: {"A": "Secret pay"}})
    path = xlsx(tmp_path / "awards.xlsx", ("Grants", "visible", {1: HEADINGS, 2: GRANT}), staff)
    at = send(theirs, start, path.read_bytes(), "awards.xlsx")

    assert "the hidden sheet “Staff”" in words(theirs.get(at))
    assert "Select that you looked at what the file hides" in words(theirs.post(f"{at}/publish", {}))
    assert not Dealing.objects.exists()

    theirs.post(f"{at}/publish", {"looked": "yes"})
    assert Dealing.objects.count() == 1


def test_an_address_gives_nobody_a_right_to_a_file(theirs, start, holder):
    at = send(theirs, start)
    council("Other Council")
    other, officer, nobody = Client(), Client(), Client()
    somebody = add_person(email="other@example.org", at=NOW)
    seat(somebody, Role.REPRESENTATIVE, organisation="other-council")
    other.force_login(somebody)
    officer.force_login(holder(Role.OFFICER, compact="dacorum"))

    for way in ("", "/problems", "/columns", "/how-they-stand", "/publish", "/undo"):
        assert other.get(at + way).status_code == 404, way
        assert officer.get(at + way).status_code in (403, 404), way
        assert nobody.get(at + way)["Location"].startswith("/sign-in"), way
    for stranger in (other, officer, nobody):
        assert stranger.get(f"{at}/marked.csv").status_code == 404
        assert stranger.get(f"{at[:-1]}0/marked.csv").status_code == 404
    theirs.post(f"{at}/publish")
    end_seat(seat=Seat.objects.get(organisation=BODY), by="test", at=NOW)
    assert theirs.get(at).status_code in (302, 403, 404)
    assert theirs.get(f"{at}/marked.csv").status_code == 404


def test_what_a_spreadsheet_would_run_comes_back_as_text(theirs, start):
    says = ["=1+1", "+1+cmd", "-1+cmd", "@SUM(A1)", "\uff1d1+1"]
    rows = "".join(f"B{n},{text},Hill Carers,7,31/02/2026,\n" for n, text in enumerate(says))

    lines = theirs.get(send(theirs, start, HEAD + rows) + "/marked.csv").content.decode().splitlines()

    assert [line.split(",")[1] for line in lines[1:]] == [f"'{text}" for text in says]


def packed(name, text):
    """A workbook with one member."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        file.writestr(name, text)
    return data.getvalue()


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(12)
)

BOMBS = {
    "quadratic": (
        "a.ods",
        lambda: packed("content.xml", f'<!DOCTYPE q [<!ENTITY a "{"x" * 99_999}">]><q>{"&a;" * 99_999}</q>'),
    ),
    "laughs": ("a.ods", lambda: packed("content.xml", f"{LAUGHS}]><l>&m;</l>")),
    "deep": ("a.json", lambda: b"[" * 2_000_000),
    "wide": ("a.csv", lambda: b"Award Date," * 1_000_000 + b"\n"),
}


TELLS_ITS_MEMORY = """
import atexit, pathlib
atexit.register(lambda: pathlib.Path("TOLD").write_text(pathlib.Path("/proc/self/status").read_text()))
"""


@pytest.mark.parametrize("bomb", BOMBS)
def test_a_trap_is_refused_in_little_memory_and_the_site_goes_on(theirs, start, bomb, tmp_path, monkeypatch):
    name, made = BOMBS[bomb]
    told = tmp_path / "status"
    monkeypatch.setattr(limited_child, "CHILD", TELLS_ITS_MEMORY.replace("TOLD", str(told)) + limited_child.CHILD)

    at = send(theirs, start, made(), name)
    if Upload.objects.get().state == UploadState.WAITING:
        sweep(at=NOW)

    assert Upload.objects.get().state == UploadState.REFUSED
    assert "We could not read your file" in words(theirs.get(at))
    [peak] = re.findall(r"VmHWM:\s+(\d+) kB", told.read_text())
    assert int(peak) < 300_000


def test_a_workbook_that_swells_is_refused_before_a_child_is_begun(theirs, start, monkeypatch):
    monkeypatch.setattr("livecompact.uploads.reading.run", None)

    at = send(theirs, start, packed("xl/workbook.xml", b" " * 20_000_000), "a.xlsx")

    assert "is more than 100 times as large once unpacked. Split it into smaller files" in words(theirs.get(at))


def test_a_workbook_with_one_cell_far_away_is_refused(theirs, start, tmp_path):
    far = xlsx(tmp_path / "a.xlsx", ("Sheet", "visible", {1: HEADINGS, 1_048_576: {"XFD": "far"}}))

    at = send(theirs, start, far.read_bytes(), far.name)

    assert "We could not read your file" in words(theirs.get(at))


def test_a_part_of_a_form_in_base64_that_is_all_blanks_is_answered(theirs, start):
    head = 'Content-Disposition: form-data; name="file"; filename="a.csv"\r\nContent-Transfer-Encoding: base64'
    body = f"--x\r\n{head}\r\n\r\n{' ' * 2_000_000}\r\n--x--\r\n"

    answer = theirs.post(start, body, content_type="multipart/form-data; boundary=x")

    assert "is empty" in words(answer)


def test_an_officers_list_waits_as_a_whole_for_a_second_person(client, body, start, holder):
    Compact.objects.filter(slug="hertfordshire").update(second_person=True)
    ann, chair = holder(Role.OFFICER), holder(Role.CO_CHAIR)
    client.force_login(ann)
    at = send(client, start)

    client.post(f"{at}/publish")
    assert "It waits for a second person" in words(client.get(at))
    client.post(f"{at}/publish")
    look = SecondLook.objects.get()
    assert not Dealing.objects.exists()
    other = Client()
    other.force_login(chair)
    assert "A list: 2 awards" in words(other.get(f"/hertfordshire/run/second-person/{look.pk}"))
    second.answer(look=look, yes=True, version=look.version, by=chair, at=NOW)

    assert Dealing.objects.filter(state=State.PUBLIC, reached_on=None).count() == 2


def test_an_organisations_own_list_needs_nobody(theirs, start):
    Compact.objects.filter(slug="hertfordshire").update(second_person=True)

    theirs.post(send(theirs, start) + "/publish")

    assert Dealing.objects.filter(state=State.PUBLIC).count() == 2


def test_a_large_file_is_read_and_saved_by_the_worker_which_tells_who_sent_it(theirs, start, monkeypatch):
    monkeypatch.setattr(doing, "READ_AT_ONCE", 10)
    monkeypatch.setattr(lists, "SAVE_AT_ONCE", 1)
    at = send(theirs, start, TWO + BAD)
    assert "You can close this page. We will email you." in words(theirs.get(at))

    assert sweep(at=NOW) == 1
    letter = letter_for(Notice.objects.get(), NOW)
    assert letter is not None
    assert letter.subject == "1 of your 3 rows need a change"
    theirs.post(f"{at}/publish")
    assert Upload.objects.get().state == UploadState.SAVING
    assert sweep(at=NOW) == 1
    assert sweep(at=NOW + timedelta(minutes=1)) == 0

    letter = letter_for(Notice.objects.latest("pk"), NOW)
    assert letter is not None
    assert letter.subject == "2 awards and refusals are published"
    assert "You can undo this until Sunday 29 November 2026." in letter.lines
    assert Dealing.objects.filter(state=State.PUBLIC).count() == 2
