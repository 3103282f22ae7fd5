"""An officer uploads a list of awards: what is wrong is seen, the good rows are public, and all of it is taken back.

The real files load for an invented council, and only their rows are counted: nothing is said of a real body.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from livecompact.dealings.models import Dealing, State
from livecompact.people.models import Person as Account
from livecompact.people.roles import Role
from livecompact.uploads.models import Part, Upload
from livecompact.uploads.queries import lines_of
from livecompact.uploads.sweeping import sweep
from tests.dealings.making import council
from tests.files.test_shared_files import SHARED
from tests.harness.browsing import visiting
from tests.harness.clock import NOW, stop_the_clock
from tests.harness.compacts import both_compacts
from tests.harness.states import at
from tests.journeys.person import Person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

BODY = "hartsmere-county-council"
SCREENS, FIELDS, CLICKS = 7, 3, 8
HEAD = "Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Planned Dates:Duration (months)\n"
ROWS = "".join(f'A{n},Grant {n},Group {n},"£1,{n:03}.00",{n % 28 + 1}/3/26,36\n' for n in range(40))
WRONG = "B1,Fair,Group,500,31/02/2026,36\nB2,Trip,Group,500,31/02/2026,36\n"

type Send = Callable[..., Person]


@pytest.fixture
def represent(
    browser: Any, live_server: Any, holder: Callable[..., Account], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Send]:
    """Gives a function that sends a representative of the council to an address."""

    def entered(client: Client, role: Role | None) -> Client:
        if role:
            client.force_login(holder(role, organisation=BODY))
        return client

    stop_the_clock(monkeypatch)
    both_compacts(monkeypatch)
    council()
    with visiting(browser, live_server.url, entered, monkeypatch) as visit:

        def sent(address: str, *, width: int = 1280, keyboard: bool = False) -> Person:
            state = at("", address, role=Role.REPRESENTATIVE)
            return Person(visit(state, width, javascript=False).page, keyboard)

        yield sent


def choose_file(person: Person, path: Path) -> None:
    """A file is a field; what opens to choose it is the browser's own."""
    person.fields += 1
    person.page.locator("input[type=file]").set_input_files(str(path))


@pytest.mark.parametrize(("keyboard", "width"), [(False, 1280), (True, 320)])
def test_a_list_is_uploaded_in_seven_screens_and_can_be_taken_back(
    represent: Send, tmp_path: Path, keyboard: bool, width: int
) -> None:
    path = tmp_path / "awards.csv"
    path.write_text(HEAD + ROWS + WRONG, encoding="utf-8")
    person = represent("/hertfordshire/upload/awards", keyboard=keyboard, width=width)

    person.press("Start now")
    choose_file(person, path)
    person.press("Continue")
    assert "40 of 42 rows are ready" in person.says
    assert "Award Date, column E: 2 rows. There is no such day. First one: row 42, ‘31/02/2026’." in person.says
    person.choose("Save the 40 rows now")
    person.press("Continue")
    person.press("Continue")
    person.press("Publish 40 awards and refusals")

    assert "40 awards and refusals are published" in person.says
    assert len(person.screens) <= SCREENS, person.screens
    assert person.fields <= FIELDS
    assert person.clicks <= CLICKS
    person.press("Undo this upload")
    person.press("Undo this upload")
    assert "The upload is undone" in person.says
    assert not Dealing.objects.filter(state=State.PUBLIC).exists()


FILES = (
    ("grants-trafford.csv", "awards", 555),
    ("360giving-ab-charitable-trust.xlsx", "awards", 783),
    ("360giving-alw-foundation.xlsx", "awards", 475),
    ("360giving-wolfson.json", "awards", 379),
    ("consultations-govuk-2012.csv", "consultations", 218),
)


@pytest.mark.long
@pytest.mark.parametrize(("name", "part", "rows"), FILES)
def test_a_published_file_is_saved_row_by_row_or_reported(represent: Send, name: str, part: str, rows: int) -> None:
    if not (path := SHARED / name).exists():
        pytest.skip(f"{name} is not here")
    person = represent(f"/hertfordshire/upload/{part}/file")

    choose_file(person, path)
    person.press("Continue")
    if "Checking your file" in person.says:
        sweep(at=NOW)
        person.press("Check again")
    upload = Upload.objects.get()
    assert upload.rows == rows
    if upload.ready:
        person.choose(f"Save the {upload.ready} rows now")
        person.press("Continue")
        while person.page.get_by_label("Leave without a reason").count():
            person.choose("Leave without a reason")
            person.press("Continue")
        person.press("Continue")
        person.press("Publish")
    upload.refresh_from_db()
    reported = {line["row"] for line in lines_of(None, upload, Part.PROBLEMS)}
    assert upload.made + upload.changed + upload.same + len(reported) == rows
