"""Real published files, where they stand beside the checkout: every row is accounted for, with exact counts."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from livecompact.files.unreadable import CannotRead
from tests.files.published import read

SHARED = Path(__file__).parents[3] / "shared" / "data"

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the published files are not beside this checkout")

FILES = [
    ("consultations-govuk-2012.csv", "consultation", 218),
    ("grants-trafford.csv", "award", 555),
    ("grants-trafford.json", "award", 555),
    ("360giving-wolfson.json", "award", 379),
    ("360giving-ab-charitable-trust.json", "award", 783),
    ("360giving-alw-foundation.json", "award", 475),
    ("payments-devon-vcse-2011-2026.csv.gz", "payment", 54_430),
]


@pytest.mark.parametrize(("name", "kind", "rows"), FILES)
def test_every_row_of_a_published_file_is_read(name, kind, rows):
    found = read(SHARED / name)

    assert (found.source.kind, found.source.rows, found.source.judged, found.source.reported) == (kind, rows, rows, 0)
    assert found.problems() == []


def test_consultations_have_their_three_dates():
    found = read(SHARED / "consultations-govuk-2012.csv")

    known = [sum(day is not None for day in found.column(name)) for name in ("opens", "closes", "feedback_published")]
    assert known == [218, 218, 93]
    assert sum(c < o for o, c in zip(found.column("opens"), found.column("closes"), strict=True)) == 2


def test_the_trafford_register_says_the_same_as_csv_and_as_json():
    by_csv, by_json = read(SHARED / "grants-trafford.csv"), read(SHARED / "grants-trafford.json")

    for name in ("identifier", "title", "organisation", "organisation_id", "partner", "awarded", "amount", "months"):
        assert by_csv.column(name) == by_json.column(name)
    assert set(by_csv.column("months")) == {Decimal(12)}


def test_the_wolfson_dates_are_day_first():
    found = read(SHARED / "360giving-wolfson.json")

    assert set(found.column("awarded")) == {date(2014, 6, 5), date(2014, 7, 22), date(2014, 12, 4)}
    assert [change.rows for change in found.source.changes] == [379]


def test_the_alw_durations_are_there_where_they_were_published():
    found = read(SHARED / "360giving-alw-foundation.json")

    assert sum(months is not None for months in found.column("months")) == 468
    assert not {"starts", "ends"} & found.columns()


def test_the_devon_payments_have_no_invoice_date():
    found = read(SHARED / "payments-devon-vcse-2011-2026.csv.gz")

    assert {"invoiced", "invoice_received"} <= set(found.source.missing)
    assert (min(found.column("paid")), max(found.column("paid"))) == (date(2011, 1, 6), date(2026, 3, 31))


def test_several_published_files_are_taken_in_together():
    found = read(*(SHARED / name for name, *_ in FILES))

    assert found.loaded.rows == sum(rows for *_, rows in FILES)
    assert set(found.loaded.tables) == {"consultation", "award", "payment"}


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bank-holidays-gov-uk.json", "is JSON without a list of records;"),
        ("ocds/ocds-213czf-000-00001.json", "is JSON without a list of records;"),
        ("ccew/publicextract.charity.zip", "has no column that we know;"),
    ],
)
def test_a_published_file_of_another_kind_is_told(name, says):
    with pytest.raises(CannotRead) as told:
        read(SHARED / name)

    assert says in str(told.value)


@pytest.mark.parametrize("name", ["alw-foundation", "ab-charitable-trust"])
def test_a_published_workbook_gives_what_its_json_gives(name):
    as_workbook, as_json = read(SHARED / f"360giving-{name}.xlsx"), read(SHARED / f"360giving-{name}.json")

    assert as_workbook.loaded.rows == as_json.loaded.rows
    for fact in ("awarded", "amount", "months", "starts", "ends"):
        assert (fact in as_workbook.columns()) == (fact in as_json.columns())
        if fact in as_workbook.columns():
            assert as_workbook.column(fact) == as_json.column(fact)
