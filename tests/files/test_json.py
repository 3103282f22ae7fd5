import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.files.tables.grants_json import flat
from livecompact.files.tables.json_values import CHUNK, as_digits
from livecompact.files.unreadable import LIMITS, CannotRead
from tests.files.published import package, read_text

GRANT = {
    "id": "360G-oakley-1",
    "title": "Lunch club",
    "currency": "GBP",
    "amountAwarded": 1250.50,
    "awardDate": "2025-02-01T00:00:00+00:00",
    "plannedDates": [{"startDate": "2025-04-01", "endDate": "2026-03-31", "duration": 12}, {"duration": 24}],
    "recipientOrganization": [{"id": "GB-CHC-1", "name": "Oakley Lunch Club"}],
    "fundingOrganization": [{"id": "GB-LAE-OAK", "name": "Oakley Council"}],
    "Website": {"Notes": {"deep": [1]}},
}


def said_of(folder: Path, text: str) -> str:
    with pytest.raises(CannotRead) as told:
        read_text(folder, text, "awards.json")
    return str(told.value)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (package(GRANT, GRANT), "awards.json"),
        (package(GRANT, GRANT, name="data"), "awards.json"),
        ('{"version": 1, "publisher": {"name": "x"}, ' + package(GRANT, GRANT)[1:], "awards.json"),
        (json.dumps([GRANT, GRANT], indent=2), "awards.json"),
        (json.dumps(GRANT) + "\n" + json.dumps(GRANT) + "\n", "awards.jsonl"),
        (json.dumps(GRANT) + "\n" + json.dumps(GRANT), "awards.json"),
        ("\ufeff" + package(GRANT, GRANT), "awards.txt"),
    ],
    ids=["grants", "data", "with members before", "list", "lines", "lines named json", "named txt"],
)
def test_json_of_every_usual_shape_is_read(tmp_path, text, name):
    found = read_text(tmp_path, text, name)

    assert (found.source.kind, found.source.layout, found.source.rows) == ("award", "360Giving", 2)
    assert found.column("amount") == [Decimal("1250.5")] * 2
    assert found.column("awarded") == [date(2025, 2, 1)] * 2
    assert found.column("starts") == [date(2025, 4, 1)] * 2
    assert found.column("months") == [12, 12]
    assert found.column("identifier") == ["360G-oakley-1"] * 2
    assert found.column("organisation_id") == ["GB-LAE-OAK"] * 2
    assert found.column("partner") == ["Oakley Lunch Club"] * 2


def test_of_several_planned_dates_the_first_is_read_and_that_is_said(tmp_path):
    found = read_text(tmp_path, package(GRANT), "awards.json")

    assert found.source.notes == ("1 record with more than one of “Planned Dates”; the first was read.",)


def test_members_that_we_do_not_use_are_named(tmp_path):
    ignored = read_text(tmp_path, package(GRANT, {**GRANT, "colour": "red"}), "awards.json").source.ignored

    assert {"Website:Notes", "colour"} <= set(ignored)
    assert "Recipient Org:Identifier" not in ignored  # by it the register is asked who it is


def test_records_are_told_by_their_number(tmp_path):
    found = read_text(tmp_path, package(GRANT, {**GRANT, "awardDate": "soon"}), "awards.json")

    assert found.source.in_records
    assert found.column("file_row") == [1]
    (problem,) = found.problems()
    assert (problem["file_row"], problem["cell"], problem["column_name"]) == (2, "record 2", "Award Date")


def test_a_member_that_only_some_records_have_is_a_column(tmp_path):
    last = {**GRANT, "amountAppliedFor": 2000}

    assert read_text(tmp_path, package(GRANT, last), "awards.json").column("amount_applied_for") == [None, 2000]


def test_json_of_our_own_facts_is_read(tmp_path):
    records = [
        {"title": "Parks", "opens": "2025-03-03", "formal": False, "reason_for_shorter_time": "none", "closes": None}
    ]

    found = read_text(tmp_path, json.dumps(records), "list.json")

    assert (found.source.kind, found.column("formal"), found.column("closes")) == ("consultation", [False], [None])
    assert found.column("reason_for_shorter_time__none") == [True]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "nothing like it",
            "awards.json is not JSON: line 1, near “nothing like it”. Save it again as JSON, or as CSV.",
        ),
        ('{"grants": [{"id": 1},\n{"id" 2}]}', 'awards.json is not JSON: line 2, near “{"id" 2}]}”.'),
        ('{"grants": [{"id": "1"}', "awards.json is not JSON: line 1, “]” is missing."),
        ('[{"awardDate": "2025-02-01"}, {"awardDate', "awards.json is not JSON: line 1, near "),
        ("[" * 200_000, "awards.json is not JSON: line 1, nested too deep."),
        ("[1, 2]", "awards.json has a record 1 that is no object. Write each record as { … }."),
        ("[]", "awards.json has no records in it. Save it again with its rows."),
        ('{"grants": []}', "awards.json has no records in it. Save it again with its rows."),
        (
            '{"releases": [], "uri": "x"}',
            (
                "awards.json is JSON without a list of records; it has “releases”, “uri”."
                " Give a list [ … ], or one under “grants” or “data”."
            ),
        ),
        ("{}", "awards.json is JSON without a list of records; it has nothing."),
    ],
)
def test_what_is_no_json_of_ours_is_told(tmp_path, text, says):
    assert said_of(tmp_path, text).startswith(says)


def test_a_mistake_in_a_long_file_is_told_by_its_line(tmp_path):
    good = ",\n".join([json.dumps(GRANT)] * 2_000)
    text = f"[{good},\n{json.dumps(GRANT)[:-1]},}},\n{good}]"
    assert len(good) > 2 * CHUNK

    assert said_of(tmp_path, text).startswith("awards.json is not JSON: line 2,001, near ")


def test_a_long_file_is_read_whole(tmp_path):
    grants = [{**GRANT, "id": str(n), "description": "é" * (n % 700)} for n in range(3_000)]

    found = read_text(tmp_path, json.dumps({"grants": grants}, ensure_ascii=False), "awards.json")

    assert found.column("identifier") == [str(n) for n in range(3_000)]


def test_a_list_that_is_no_list_is_read_as_its_one_thing():
    assert flat({"plannedDates": {"duration": "12"}}).cells == {"Planned Dates:Duration (months)": "12"}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_a_json_number_keeps_its_digits(number):
    assert Decimal(as_digits(f"{number:E}")) == Decimal(as_digits(f"{number:f}")) == number


def test_a_json_number_that_would_fill_the_memory_stays_as_it_is():
    assert as_digits("1e999999999") == "1e999999999"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
)


@given(st.dictionaries(st.text(max_size=6), VALUES, max_size=4))
def test_any_record_is_a_row_of_texts(record):
    assert all(isinstance(cell, str) for cell in flat(record).cells.values())


def test_a_group_without_a_name_goes_no_deeper_than_others():
    nested: dict[str, object] = {"x": 1}
    for _ in range(500):
        nested = {"": nested}

    assert flat(nested).cells == {":": ""}


def test_records_with_more_members_than_anyone_means_are_told(tmp_path):
    text = json.dumps([{f"member {n}": n for n in range(start, start + 500)} for start in range(0, 3000, 500)])

    says = "awards.json has records with more than 2,000 different members. Check that it is a list of records."
    assert said_of(tmp_path, text) == says


def test_a_record_that_does_not_end_is_told_before_it_fills_the_memory(tmp_path):
    text = '[{"id": "' + "x" * (LIMITS.record + 2 * CHUNK)

    assert "a record has more than 16,000,000 letters" in said_of(tmp_path, text)


def test_a_text_that_is_longer_than_a_cell_is_reported(tmp_path):
    long = [{"opens": "2025-03-03", "closes": "2025-05-25", "reason_for_shorter_time": "x" * 200_000}]

    found = read_text(tmp_path, json.dumps(long), "consultations.json")

    (problem,) = found.problems()
    assert (problem["says"], len(problem["value"])) == ("This text is too long.", 80)
