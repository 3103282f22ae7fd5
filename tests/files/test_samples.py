"""The samples that the demonstration and the documentation use: read whole, with what they are there to show."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from livecompact import agreements
from livecompact.files.signatories.binding import mark_signed
from livecompact.files.signatories.signed_list import read_bound
from livecompact.kinds.consultation import CONSULTATION
from livecompact.kinds.kind import Kind
from livecompact.standards.facts import NONE, Facts
from livecompact.standards.judging import judge
from livecompact.standards.standard import Verdict
from tests.files.published import Read, read

SAMPLES = Path(__file__).parents[2] / "samples"
TODAY = date(2026, 12, 1)


def dealings(found: Read, kind: Kind) -> list[Facts]:
    """The facts of every row, in order."""
    columns = found.columns()
    values = {name: found.column(name) for name in kind.by_name if name in columns}
    nones = {name: found.column(f"{name}__none") for name in values if f"{name}__none" in columns}
    return [
        Facts(
            {name: cells[n] for name, cells in values.items() if cells[n] is not None}
            | {name: NONE for name, cells in nones.items() if cells[n]}
        )
        for n in range(found.loaded.judged)
    ]


@pytest.mark.parametrize(
    ("name", "kind", "rows", "reported"),
    [
        ("consultations.csv", "consultation", 40, 0),
        ("consultations-bad.csv", "consultation", 14, 8),
        ("awards.csv", "award", 20, 0),
        ("awards.json", "award", 20, 0),
        ("payments.csv", "payment", 30, 0),
    ],
)
def test_every_row_of_a_sample_is_accounted_for(name, kind, rows, reported):
    source = read(SAMPLES / name).source

    assert (source.kind, source.rows, source.reported) == (kind, rows, reported)


@pytest.mark.parametrize("compact", ["hertfordshire", "dacorum"])
def test_the_consultations_show_every_verdict(compact):
    edition = agreements.load(compact).newest
    found = read(SAMPLES / "consultations.csv")

    (length,) = [s for s in edition.standards_for("consultation") if s.code == "consultation-length"]
    verdicts = Counter(f.verdict for each in dealings(found, CONSULTATION) if (f := judge(length, each, TODAY)))

    assert set(verdicts) == set(Verdict)


def test_the_two_agreements_differ_on_the_same_consultations():
    found = read(SAMPLES / "consultations.csv")
    kept = []
    for compact in ("hertfordshire", "dacorum"):
        (length,) = [s for s in agreements.load(compact).newest.standards if s.code == "consultation-length"]
        verdicts = [f.verdict for each in dealings(found, CONSULTATION) if (f := judge(length, each, TODAY))]
        kept.append(verdicts.count(Verdict.KEPT))

    assert kept[0] < kept[1]


def test_the_list_of_signatories_binds_some_rows_and_shows_each_reason_why_others_are_not_bound():
    found = read(SAMPLES / "consultations.csv")
    mark_signed(found.connection, found.loaded.tables["consultation"], read_bound(SAMPLES / "signed.csv"), "opens")

    signed, left, opens = found.column("signed"), found.column("left_on"), found.column("opens")

    rows = list(zip(signed, left, opens, strict=True))
    assert sum(s is None for s, _, _ in rows) == 2
    assert sum(s is not None and o < s for s, _, o in rows) == 1
    assert sum(last is not None and o > last for _, last, o in rows) == 1


def test_the_bad_sample_shows_one_mistake_of_each_sort():
    found = read(SAMPLES / "consultations-bad.csv")

    assert [(p["cell"], p["value"]) for p in sorted(found.problems(), key=lambda p: p["file_row"])] == [
        ("D3", "31/02/2025"),
        ("D5", "Tuesday 3 March 2025"),
        ("D7", "next spring"),
        ("I9", ""),
        ("F10", "maybe"),
        ("E11", "12/25/2025"),
        ("G12", "#REF!"),
        ("D16", "April 2025"),
        ("G16", "1.2k"),
    ]
    assert found.source.blank == 2
    assert sum(c < o for o, c in zip(found.column("opens"), found.column("closes"), strict=True)) == 1


def test_the_awards_say_the_same_in_both_layouts():
    by_csv, by_json = read(SAMPLES / "awards.csv"), read(SAMPLES / "awards.json")

    for name in (
        "identifier",
        "title",
        "organisation",
        "partner",
        "awarded",
        "amount",
        "amount_applied_for",
        "months",
        "starts",
    ):
        assert by_csv.column(name) == by_json.column(name)
    assert "reason_for_one_year" in by_json.source.missing


def test_no_sample_names_a_place_on_the_network_that_could_be_real():
    for path in SAMPLES.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            addresses = [cell for row in csv.reader(file) for cell in row if "://" in cell]
        assert all(address.startswith("https://example.org/") for address in addresses)
