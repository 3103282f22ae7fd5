"""Every check goes out as a row, so that anybody can count what the board counts."""

import csv
import io
from collections import Counter
from datetime import date

import pytest

from livecompact.dealings.models import Dealing, Standing, State
from livecompact.dealings.rows import settled_of
from livecompact.opendata.columns import COLUMNS
from tests.dealings.records import records
from tests.harness.clock import TODAY, stop_the_clock

CHECKS = "/hertfordshire/data/checks.csv"


def rows_of(client, address=CHECKS):
    """The rows of a file, each by the names of its columns."""
    text = b"".join(client.get(address).streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def recorded(client, db, monkeypatch):
    """Records of public bodies: kept, explained, waiting, one withdrawn, and a draft."""
    stop_the_clock(monkeypatch)
    records(monkeypatch)
    return client


def test_each_check_of_a_public_record_is_a_row_that_says_how_it_stands(recorded):
    rows = rows_of(recorded)

    public = Standing.objects.filter(compact__slug="hertfordshire", dealing__state=State.PUBLIC)
    stand = Counter((each.undertaking, settled_of(each).on(TODAY).value) for each in public)
    assert Counter((row["promise"], row["state"]) for row in rows) == stand
    assert {"kept", "waiting", "explained"} <= {row["state"] for row in rows}
    assert list(rows[0]) == list(COLUMNS)


def test_a_reason_that_was_given_later_stands_beside_its_verdict(recorded):
    given = [row for row in rows_of(recorded) if row["reason"]]

    assert given
    assert all(row["instead"] and date.fromisoformat(row["reason given on"]) for row in given)


def test_a_part_is_had_by_promise_kind_and_organisation(recorded):
    every = rows_of(recorded)
    one = every[0]

    told = rows_of(recorded, f"{CHECKS}?promise={one['promise']}&organisation={one['organisation id']}")
    assert told == [
        row for row in every if (row["promise"], row["organisation"]) == (one["promise"], one["organisation"])
    ]
    assert {row["kind"] for row in rows_of(recorded, f"{CHECKS}?kind=consultations")} == {"consultation"}
    assert recorded.get(f"{CHECKS}?promise=99.9").status_code == 404
    assert recorded.get(f"{CHECKS}?kind=nothing").status_code == 400
    assert recorded.get(f"{CHECKS}?state=kept").status_code == 400


def test_what_is_not_public_has_no_row(recorded):
    hidden = set(Dealing.objects.exclude(state=State.PUBLIC).values_list("title", flat=True))

    titles = {row["title"] for row in rows_of(recorded)}

    assert len(hidden) >= 2
    assert not titles & hidden


def test_while_it_waits_for_an_answer_its_row_says_until_when_and_no_verdict(recorded):
    late = Standing.objects.filter(verdict="not kept", dealing__state=State.PUBLIC, compact__slug="hertfordshire")[0]
    Standing.objects.filter(pk=late.pk).update(asked_on=TODAY, answer_by=date(2026, 12, 4), disputed_on=None)

    [row] = [row for row in rows_of(recorded) if (row["title"], row["check"]) == (late.dealing.title, late.standard)]

    assert (row["state"], row["answer by"]) == ("waiting", "2026-12-04")


@pytest.mark.parametrize("part", ["consultations", "records"])
def test_a_list_says_of_each_record_how_each_promise_stands_as_csv_and_as_json(recorded, part):
    stands = {(row["address"], row["promise"], row["check"]): row["state"] for row in rows_of(recorded)}
    sheet = list(csv.DictReader(io.StringIO(recorded.get(f"/hertfordshire/{part}.csv").content.decode("utf-8-sig"))))

    told = recorded.get(f"/hertfordshire/{part}.json").json()["rows"]

    assert len(told) == len(sheet)
    for row in told:
        [cells] = [each for each in sheet if (each.get("address") or each["Address"]).endswith(row["address"])]
        whole = cells.get("address") or cells["Address"]
        assert row["checks"]
        assert {stands[whole, each["promise"], each["standard"]] for each in row["checks"]} == {
            each["state"] for each in row["checks"]
        }
        said = cells.get("promises") or cells["Promises"]
        assert {part.split()[0] for part in said.split("; ")} == {each["promise"] for each in row["checks"]}
        assert f"{row['state']}" in said
