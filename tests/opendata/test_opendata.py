"""Awards go out as 360Giving and come back as the same facts; every public day of a Compact is in one calendar."""

import csv
import io
import json
import re
from datetime import date

import duckdb
import pytest
from icalendar import Calendar
from jsonschema import Draft4Validator, FormatChecker

from livecompact.dealings import actions
from livecompact.dealings.models import Dealing
from livecompact.files.loading.load import load
from livecompact.opendata.grants import REQUIRED
from tests.dealings.conftest import compacts, site
from tests.dealings.due_states import award
from tests.dealings.making import BY, charity, consultation, council, moment, told
from tests.harness.clock import NOW
from tests.opendata.the_standard import PACKAGE

__all__ = ["compacts", "site"]

JSON, CSV, ICS = "/hertfordshire/data/awards.json", "/hertfordshire/data/awards.csv", "/hertfordshire/calendar.ics"
DAY = re.compile(r"\d{4}-(0[1-9]|1[012])-(0[1-9]|[12]\d|3[01])")
MORE = {"one_off": False, "months": "12", "rationale": "It met all aims.", "reason_for_one_year": "A pilot year."}


def text_of(response):
    """What a streamed answer holds."""
    return b"".join(response.streaming_content).decode()


@pytest.fixture
def awarded(site):
    """A body, a group, and two grants."""
    body, group = council(), charity()
    award(body, group, "Warm rooms", **MORE)
    award(body, group, "Food van", amount="1250.50", starts=None, ends=None)
    return site


def test_each_grant_has_what_the_standard_asks_for(awarded):
    package = json.loads(text_of(awarded.get(JSON)))

    assert re.fullmatch(r"\d+\.\d+", package["version"])
    assert len({each["id"] for each in package["grants"]}) == len(package["grants"]) == 2
    for each in package["grants"]:
        assert set(REQUIRED) <= set(each)
        assert all(isinstance(each[name], str) and each[name] for name in ("id", "title", "description"))
        assert each["currency"] == "GBP"
        assert isinstance(each["amountAwarded"], int | float)
        assert DAY.fullmatch(each["awardDate"])
        for side in ("recipientOrganization", "fundingOrganization"):
            [of] = each[side]
            assert of["id"]
            assert of["name"]
    assert package["publisher"]["name"] == "Hertfordshire Compact"
    amounts = {each["title"]: each["amountAwarded"] for each in package["grants"]}
    assert amounts == {"Warm rooms": 24000, "Food van": 1250.5}


def test_a_package_is_valid_by_the_schema_of_the_standard(awarded):
    award(council("Quillmoor Borough Council"), charity("Quillmoor Band"), "Trial", months="7.5", starts=None)

    package = json.loads(text_of(awarded.get(JSON)))

    Draft4Validator.check_schema(PACKAGE)
    assert not list(Draft4Validator(PACKAGE, format_checker=FormatChecker()).iter_errors(package))
    [trial] = [each for each in package["grants"] if each["title"] == "Trial"]
    assert trial["plannedDates"][0]["duration"] == 7.5
    wrong = {"grants": [trial | {"awardDate": "1 May 2026"}]}
    assert list(Draft4Validator(PACKAGE, format_checker=FormatChecker()).iter_errors(wrong))


@pytest.mark.parametrize(("address", "name"), [(JSON, "awards.json"), (CSV, "awards.csv")])
def test_our_own_reader_reads_back_the_same_facts(awarded, tmp_path, address, name):
    (tmp_path / name).write_text(text_of(awarded.get(address)), encoding="utf-8", newline="")

    connection = duckdb.connect()
    found = load(connection, [tmp_path / name])

    assert (found.rows, found.judged, found.reported) == (2, 2, 0)
    [table] = found.tables.values()
    names = "title, identifier, awarded, amount, starts, ends, months, one_off, rationale, reason_for_one_year"
    rows = connection.execute(f'select {names} from "{table}" order by title').fetchall()
    by_title = {each.title: each for each in Dealing.objects.all()}
    van, rooms = rows
    assert rooms[:1] + rooms[2:7] == ("Warm rooms", date(2026, 2, 1), 24000, date(2026, 4, 1), date(2027, 3, 31), 12)
    assert rooms[7:] == (False, "It met all aims.", "A pilot year.")
    assert float(van[3]) == 1250.5
    assert van[4:7] == (None, None, None)
    assert rooms[1].endswith(by_title["Warm rooms"].key)


def test_what_is_not_public_and_who_is_not_named_goes_not_out(awarded):
    Dealing.objects.filter(title="Food van").update(towards_named=False, towards_called="a carers’ group")
    gone = Dealing.objects.get(title="Warm rooms")
    actions.withdraw(dealing=gone, reason="A mistake.", by=BY, at=NOW)

    assert awarded.get(JSON).status_code == 404


def test_a_cell_that_begins_like_a_formula_runs_nowhere(site):
    award(council(), charity(), "=1+1")

    assert "'=1+1" in text_of(site.get(CSV))


def events(site, address=ICS):
    """Each entry by its id: its day, its number and how it stands."""
    found = Calendar.from_ical(site.get(address).content).walk("VEVENT")
    return {str(each["uid"]): (each.decoded("dtstart"), each["sequence"], str(each["status"])) for each in found}


def test_every_public_day_of_a_compact_is_in_one_calendar(site):
    body = council()
    made = consultation(body, opens="2026-11-01", closes="2027-02-01", announced="2026-10-01")
    before = events(site)
    [closes] = [uid for uid in before if "closes" in uid]
    assert before[closes] == (date(2027, 2, 1), 0, "CONFIRMED")
    assert events(site, "/hertfordshire/consultations.ics") == before, "the same entries, under the same ids"

    facts = told(opens="2026-11-01", closes="2027-03-01", announced="2026-10-01").facts
    moved = actions.change_facts(dealing=made, facts=facts, by=BY, at=moment(date(2026, 11, 20)))
    assert events(site)[closes] == (date(2027, 3, 1), 1, "CONFIRMED")

    actions.withdraw(dealing=moved, reason="It is off.", by=BY, at=NOW)
    assert events(site)[closes] == (date(2027, 3, 1), 2, "CANCELLED")


def test_the_page_of_data_leads_to_every_list_in_each_form(site):
    text = site.get("/hertfordshire/data").text

    for form in ("csv", "json", "atom"):
        found = re.findall(rf'href="(/hertfordshire/[a-z-]+\.{form})"', text)
        assert len(found) > 10
        for address in found[:3]:
            assert site.get(address).status_code == 200


def test_what_each_column_of_a_list_means_is_where_the_page_of_data_says(site):
    assert "The page of a list says what each column means." in site.get("/hertfordshire/data").text

    [means] = set(re.findall(r'href="(/[a-z/-]+/columns\.csv)"', site.get("/hertfordshire/consultations").text))
    rows = csv.reader(io.StringIO(site.get(means).text))
    assert {name: says for name, says, *_rest in rows}["closes"] == "the closing date"
