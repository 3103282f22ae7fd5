"""The schema of a list says what the reader of facts understands, and refuses what it would refuse."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from livecompact.kinds import KINDS, kind
from livecompact.kinds.kind import Kind
from livecompact.kinds.schema import schema
from livecompact.standards.facts import Facts
from tests.kinds.strategies import values


def is_valid(of: Kind, **row: object) -> bool:
    """Whether a list with one such row is as the schema says; the row has a name and a day of its own."""
    whole = {"title": "Library hours", of.happens_on: "2026-03-02", **row}
    return bool(Draft202012Validator(schema(of), format_checker=FormatChecker()).is_valid([whole]))


@pytest.mark.parametrize("of", KINDS.values(), ids=KINDS)
def test_each_is_a_schema_of_every_column_of_its_template(of: Kind):
    made = schema(of)

    Draft202012Validator.check_schema(made)
    assert set(of.by_name) < set(made["items"]["properties"])


@settings(max_examples=60)
@given(st.data())
def test_whatever_is_written_in_the_encoding_is_as_the_schema_says(data: st.DataObject):
    of = data.draw(st.sampled_from(list(KINDS.values())))
    fact = data.draw(st.sampled_from(of.facts))
    written = of.write(Facts({fact.name: data.draw(values(fact))}))

    assert is_valid(of, **written)


@pytest.mark.parametrize(
    "row",
    [
        {"opens": "31/03/2026"},
        {"opens": "2026-02-31"},
        {"formal": "yes"},
        {"themes": "four"},
        {"reason_for_shorter_time": ""},
        {"colour": "green"},
        {"title": None},
    ],
)
def test_what_the_reader_would_refuse_or_not_know_is_refused(row: dict[str, object]):
    assert is_valid(kind("consultation"), closes="2026-05-24", formal=True, themes=4)
    assert not is_valid(kind("consultation"), **row)
