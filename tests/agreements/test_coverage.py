"""From the text to the tool: every promise has its row, and nothing is called working that is not."""

import pytest

from livecompact import agreements
from livecompact.agreements import coverage
from livecompact.agreements.checks import CHECKS, SIGNING
from livecompact.agreements.coverage import Keeper
from livecompact.standards.standard import Basis

EVERY = pytest.mark.parametrize("name", agreements.bundled())


@pytest.mark.parametrize(("name", "promises"), [("hertfordshire", 56), ("dacorum", 33)])
def test_every_promise_has_one_row_in_the_order_of_the_text(name, promises):
    edition = agreements.load(name).newest

    assert [row.undertaking for row in coverage.rows(edition)] == list(edition.undertakings)
    assert len(coverage.rows(edition)) == promises


@EVERY
def test_every_row_names_each_of_its_ways_in_words(name):
    for row in coverage.rows(agreements.load(name).newest):
        assert [means.check for means in row.means] == list(row.undertaking.checks)
        assert [means.says for means in row.means] == [CHECKS[check] for check in row.undertaking.checks]


@EVERY
def test_nothing_works_that_has_no_standard_but_what_is_said_in_signing(name):
    for row in coverage.rows(agreements.load(name).newest):
        for means in row.means:
            waits = means.check == "local" and not any(each.gives_verdicts for each in means.standards)
            there = bool(means.standards) or means.check == SIGNING
            assert means.works is (there and not waits), row.undertaking.number
            assert {standard.undertaking for standard in means.standards} <= {row.undertaking.number}
        assert row.works is any(means.works for means in row.means)


@EVERY
def test_a_standard_counts_only_for_the_way_that_it_is(name):
    for row in coverage.rows(agreements.load(name).newest):
        by_check = {means.check: means.standards for means in row.means}
        assert all(s.basis is Basis.TEXT and not s.judged_by_people for s in by_check.get("text", ()))
        assert all(s.basis is Basis.LOCAL and not s.judged_by_people for s in by_check.get("local", ()))
        assert all(s.judged_by_people for s in by_check.get("record", ()))
        assert all(s.basis is Basis.PROMPT for s in (*by_check.get("tip", ()), *by_check.get("figure", ())))
        assert not by_check.get("evidence")
        assert not by_check.get("survey")


@EVERY
def test_every_standard_stands_in_some_row(name):
    edition = agreements.load(name).newest
    shown = {standard.code for row in coverage.rows(edition) for means in row.means for standard in means.standards}

    assert {standard.code for standard in edition.standards if standard.basis is not Basis.PROMPT} <= shown


@EVERY
def test_the_counts_are_those_of_the_rows(name):
    edition = agreements.load(name).newest
    counted = coverage.counts(edition)
    rows = coverage.rows(edition)

    assert set(counted) == {*CHECKS, "waiting"}
    assert counted["waiting"] == len([row for row in rows if not row.works])
    assert counted["text"] == len([row for row in rows if any(m.check == "text" and m.works for m in row.means)])
    assert counted["evidence"] == counted["survey"] == 0


def test_the_promises_that_the_text_itself_can_test_are_these():
    def numbers(name: str) -> list[str]:
        rows = coverage.rows(agreements.load(name).newest)
        return [row.undertaking.number for row in rows if any(m.check == "text" and m.works for m in row.means)]

    assert numbers("hertfordshire") == [
        *("1.1", "2.1", "2.4", "3.1", "3.3", "3.4", "3.6", "3.19", "4.1", "4.2", "4.3", "4.4"),
    ]
    assert numbers("dacorum") == ["D-S-IND", "D-S-FUN-3e", "D-S-POL-1", "D-S-POL-2", "D-S-GOV-4"]


KEPT_NOW = {
    "hertfordshire": {
        Keeper.RULE: "1.1 2.1 2.4 3.1 3.3 3.4 3.6 3.19 4.1 4.2 4.3 4.4",
        Keeper.PEOPLE: "1.2 1.4 1.5 1.6 1.7 1.11 1.12 2.2 2.3 2.5 2.7 2.10 2.11 3.2 3.5 3.7 3.8 3.9 3.10 3.11 4.8 5.1",
        Keeper.NUMBER: "",
        Keeper.YEARLY: "1.3 1.8 1.9 1.10 1.13 2.6 2.8 2.9 3.12 3.13 3.14 3.15 3.16 3.17 3.18 4.5 4.6 4.7 "
        "5.2 5.3 5.4 5.5",
    },
    "dacorum": {
        Keeper.RULE: "D-S-IND D-S-FUN-3e D-S-POL-1 D-S-POL-2 D-S-GOV-4",
        Keeper.PEOPLE: "D-S-FUN-0 D-S-FUN-1 D-S-FUN-3a D-S-FUN-3b D-S-FUN-3c D-S-FUN-3d D-S-FUN-5 D-S-FUN-7 D-S-POL-3 "
        "D-S-POL-4 D-S-POL-5 D-S-GOV-2 D-V-0",
        Keeper.NUMBER: "D-S-FUN-3f",
        Keeper.YEARLY: "D-S-FUN-2 D-S-FUN-4 D-S-FUN-6 D-S-POL-0 D-S-GOV-1 D-S-GOV-3 D-V-FUN-1 D-V-FUN-2 D-V-FUN-3 "
        "D-V-POL-1 D-V-POL-2 D-V-GP-1 D-V-GP-2 D-V-GP-3",
    },
}
"""What keeps each of the 89 promises in view now: no row is dropped, and none is made out to be more than it is."""


@pytest.mark.parametrize(("name", "counted"), [("hertfordshire", (12, 22, 0, 22)), ("dacorum", (5, 13, 1, 14))])
def test_what_keeps_every_promise_now_is_told_of_all_89(name, counted):
    edition = agreements.load(name).newest

    found = {row.undertaking.number: row.keeper for row in coverage.rows(edition)}

    assert found == {number: keeper for keeper, numbers in KEPT_NOW[name].items() for number in numbers.split()}
    assert tuple(coverage.keepers(edition).values()) == counted
    assert sum(counted) == len(edition.undertakings)


@EVERY
def test_the_rest_of_the_text_is_listed(name):
    rest = dict(coverage.rest(agreements.load(name)))

    assert list(rest) == [
        *("Groups", "About", "Joining", "Concerns", "Formats", "Codes of practice", "Contacts by role"),
        *("Principles", "Challenges", "Stories", "Glossary", "Easy Read", "Signed text"),
    ]
    assert all(rest.values())


def test_what_a_text_does_not_have_is_said_so():
    rest = dict(coverage.rest(agreements.load("hertfordshire")))

    assert rest["Principles"] == rest["Codes of practice"] == "the text has none"
    assert dict(coverage.rest(agreements.load("dacorum")))["Principles"] == "11"
