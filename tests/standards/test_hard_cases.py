"""The hard cases come out as worked out by hand, on the reference judge and, where it applies, on DuckDB."""

import tomllib
from collections import Counter
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

import duckdb
import pytest

from livecompact.agreements import Agreement, load
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.reading import Reader
from livecompact.files.cells.cell import read_cell
from livecompact.files.checking.footing import Ground, mark
from livecompact.files.signatories.signatory import Signatory
from livecompact.kinds import kind
from livecompact.standards.bulk import findings
from livecompact.standards.bulk.columns import COLUMN_TYPES
from livecompact.standards.facts import NONE, NOT_KNOWN, Facts
from livecompact.standards.judging import Finding, judge
from livecompact.standards.standard import DOES_NOT_SPEAK, Side, Standard

TABLES = tomllib.loads((Path(__file__).parent / "hard_cases.toml").read_text(encoding="utf-8"))["case"]
TODAY = date(2026, 11, 1)
CHANGES = {"adopted", "calendar", "edition"}
KEYS = {
    *("family", "label", "agreement", "standard", "facts", "cells", "today", "here", "explained", "side"),
    *("organisation", "bound", "signatories", "adopted", "calendar", "edition", "verdict", "met", "reason", "why"),
}
ONLY_ADVICE, AS_IF, NOT_JUDGED = "only advice", "as if", "not judged"
VERDICTS = {
    "kept",
    "explained",
    "not kept",
    "not yet due",
    "no evidence",
    DOES_NOT_SPEAK,
    ONLY_ADVICE,
    AS_IF,
    NOT_JUDGED,
}


@dataclass(frozen=True)
class Case:
    """One hard case, as its table tells it."""

    table: Mapping[str, Any]

    def __repr__(self) -> str:
        return str(self.table["label"])

    @cached_property
    def agreement(self) -> Agreement:
        """The bundled agreement; or, where the case changes it, the same folder read with the change."""
        if not CHANGES & set(self.table):
            return load(self.name)
        return Reader({path: self._changed(document) for path, document in documents(self.name).items()}).read()

    @property
    def name(self) -> str:
        return str(self.table.get("agreement", "hertfordshire"))

    @cached_property
    def standard(self) -> Standard:
        return next(each for each in self.agreement.newest.standards if each.code == self.table["standard"])

    @cached_property
    def facts(self) -> Facts:
        of = kind(self.standard.of)
        if "cells" not in self.table:
            return of.read(self.table["facts"])
        read = {name: read_cell(of.by_name[name], text) for name, text in self.table["cells"].items()}
        return Facts({name: value for name, value in read.items() if value is not NOT_KNOWN})

    @property
    def today(self) -> date:
        return date.fromisoformat(str(self.table.get("today", TODAY)))

    @property
    def is_in_a_file(self) -> bool:
        return not self.table.get("here") and not self.table.get("explained")

    @property
    def signed(self) -> list[Signatory]:
        """Who signed, as the case's list says; without one, everybody since long ago."""
        tables = self.table.get("signatories", [{"org_id": "", "name": "Everybody", "signed": date.min}])
        return [Signatory(**{"left_on" if key == "left" else key: v for key, v in each.items()}) for each in tables]

    def _changed(self, document: Document) -> Document:
        data = deepcopy(dict(document.data))
        if "calendar" in self.table and "calendar" in data:
            data["calendar"] = self.table["calendar"]
        if "edition" in self.table and "review_by" in data:
            data |= {{"starts": "from", "ends": "until"}[key]: day for key, day in self.table["edition"].items()}
        for standard in data.get("standard", []):
            if "adopted" in self.table and standard["code"] == self.table["standard"]:
                standard["number"] = self.table["adopted"]
                standard["adopted"] = {"on": date(2020, 1, 1), "by": "the forum", "minute": "7"}
        return replace(document, data=data)


@cache
def documents(name: str) -> dict[str, Document]:
    return dict(read_documents(files("livecompact.agreements") / "data" / name)[0])


CASES = [Case(table) for table in TABLES]


@pytest.mark.parametrize("case", CASES, ids=repr)
def test_a_hard_case_comes_out_on_the_reference_judge(case):
    expected = case.table
    finding = judge(
        case.standard,
        case.facts,
        case.today,
        here=expected.get("here", False),
        explained=expected.get("explained", False),
        side=Side(expected["side"]) if "side" in expected else None,
        organisation=expected.get("organisation", ""),
    )

    assert verdict_of(case, finding) == expected["verdict"], expected["why"]
    assert finding is None or finding.met == expected.get("met", finding.met), expected["why"]
    assert finding is None or finding.reason == expected.get("reason", finding.reason), expected["why"]


@pytest.mark.parametrize("case", [case for case in CASES if case.is_in_a_file], ids=repr)
def test_a_hard_case_comes_out_on_duckdb(case):
    expected = case.table
    with duckdb.connect() as connection:
        row = in_a_file(connection, case)

    assert bulk_verdict_of(case, row) == expected["verdict"], expected["why"]
    assert row is None or row["met"] == expected.get("met", row["met"]), expected["why"]
    assert row is None or row["reason"] == expected.get("reason", row["reason"]), expected["why"]


def test_there_are_a_hundred_hard_cases_and_more_each_with_its_own_name_and_a_sentence_why():
    assert len(CASES) >= 100
    assert max(Counter(map(repr, CASES)).values()) == 1
    assert all(str(table["why"]).endswith(".") for table in TABLES)
    assert {key for table in TABLES for key in table} <= KEYS
    assert all(table["verdict"] in VERDICTS for table in TABLES)


def test_every_verdict_and_every_family_has_hard_cases():
    families = Counter(table["family"] for table in TABLES)

    assert {table["verdict"] for table in TABLES} == VERDICTS
    assert min(families.values()) >= 5


def verdict_of(case: Case, finding: Finding | None) -> str:
    """The answer in a word; whether anybody was bound is for the caller of the judge to know."""
    day = case.facts.day(kind(case.standard.of).happens_on)
    if day is not None and case.agreement.edition_in_force(day) is None:
        return NOT_JUDGED
    if finding is None:
        return DOES_NOT_SPEAK
    if not case.table.get("bound", True):
        return AS_IF
    return ONLY_ADVICE if finding.verdict is None else str(finding.verdict)


def bulk_verdict_of(case: Case, row: Mapping[str, Any] | None) -> str:
    """The same of a row of findings: whether it was bound, the file's own table says, from the list and the edition."""
    if row is None:
        return DOES_NOT_SPEAK
    if row["verdict"] is not None:
        return str(row["verdict"])
    if row["would_be"] is None:
        return ONLY_ADVICE
    return NOT_JUDGED if "edition" in case.table else AS_IF


def in_a_file(connection: duckdb.DuckDBPyConnection, case: Case) -> dict[str, Any] | None:
    """The finding on the case as a file of one row gives it."""
    columns: dict[str, tuple[str, Any]] = {
        "row": ("BIGINT", 1),
        "side": ("VARCHAR", case.table.get("side")),
        "organisation_id": ("VARCHAR", case.table.get("organisation")),
        "organisation": ("VARCHAR", None if "signatories" in case.table else "Everybody"),
    }
    for name, value in case.facts.items():
        kind_of_column = COLUMN_TYPES[kind(case.standard.of).by_name[name].type]
        columns[name] = (kind_of_column, None if value is NONE else value)
        columns[f"{name}__none"] = ("BOOLEAN", value is NONE)
    defined = ", ".join(
        f'CAST(${place} AS {sql}) AS "{name}"' for place, (name, (sql, _)) in enumerate(columns.items(), 1)
    )
    given = {str(place): value for place, (_, value) in enumerate(columns.values(), 1)}
    connection.execute(f"CREATE TABLE dealings AS SELECT {defined}", given)
    found = findings(connection, marked(connection, case), [case.standard], case.today)
    row = found.fetchone()
    return None if row is None else dict(zip(found.columns, row, strict=True))


def marked(connection: duckdb.DuckDBPyConnection, case: Case) -> str:
    """The table with who was bound: as the list and the edition of the case say, or as the case says itself."""
    if {"signatories", "edition"} & set(case.table):
        return mark(
            connection, "dealings", kind(case.standard.of), Ground(agreement=case.agreement, signed=case.signed)
        )
    bound = case.table.get("bound", True)
    connection.execute("ALTER TABLE dealings ADD COLUMN bound BOOLEAN")
    connection.execute("UPDATE dealings SET bound = $1", [bound])
    return "dealings"
