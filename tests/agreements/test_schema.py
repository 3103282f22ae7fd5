"""The published schema of the format: well formed, met by every file that ships, and as tight as the language."""

import re
from pathlib import PurePosixPath

import pytest
from jsonschema import Draft202012Validator

from livecompact import agreements, kinds
from livecompact.agreements import schema, shipped
from livecompact.agreements.documents import read_documents
from livecompact.agreements.schema.leaves import LENGTH_OF_TIME, PERIOD
from livecompact.agreements.schema.words import FACT_NAME
from livecompact.agreements.shape import plain_data
from livecompact.standards.language import BY_KEY, Misspelt, read_test
from livecompact.standards.periods import Period

PUBLISHED = schema.published()
SHIPPED = [
    pytest.param(document, id=f"{name}/{path}")
    for name in agreements.bundled()
    for path, document in read_documents(shipped.folder(name))[0].items()
]


def checker(path: str) -> Draft202012Validator:
    return Draft202012Validator(PUBLISHED[path], format_checker=Draft202012Validator.FORMAT_CHECKER)


def fits_a_test(table: object) -> bool:
    whole = PUBLISHED["*/standards.toml"]
    return not list(Draft202012Validator({**whole["$defs"]["test"], "$defs": whole["$defs"]}).iter_errors(table))


@pytest.mark.parametrize("path", PUBLISHED)
def test_a_schema_stands_by_itself_and_is_well_formed(path):
    Draft202012Validator.check_schema(PUBLISHED[path])

    assert PUBLISHED[path]["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert PUBLISHED[path]["title"] == f"{path} of an agreement"
    assert set(re.findall(r"#/\$defs/(\w+)", str(PUBLISHED[path]))) == set(PUBLISHED[path].get("$defs", {}))


@pytest.mark.parametrize("document", SHIPPED)
def test_every_file_that_ships_meets_its_schema(document):
    path = next(path for path, found in schema.BY_NAME.items() if found is schema.schema_of(document.path))

    assert list(checker(path).iter_errors(plain_data(document.data))) == []


def test_the_schema_of_a_file_is_told_by_its_path():
    assert schema.schema_of("2016/edition.toml") is schema.BY_NAME["*/edition.toml"]
    assert schema.schema_of("codes/edition.toml") is schema.BY_NAME["codes/*.toml"]
    assert schema.schema_of("2016/3-good-services.toml") is schema.BY_NAME["*/*.toml"]
    assert schema.schema_of("edition.toml") is None
    assert schema.schema_of("2016/old/edition.toml") is None


def every_table(found: schema.Schema) -> list[schema.Schema]:
    inside = [*found.get("properties", {}).values(), *([found["items"]] if "items" in found else [])]
    return [found, *(deeper for part in inside for deeper in every_table(part))]


@pytest.mark.parametrize("path", PUBLISHED)
def test_every_key_says_how_it_is_written_and_no_table_takes_any_other(path):
    for part in every_table(PUBLISHED[path]):
        assert part.get("description") or "$ref" in part
        assert "properties" not in part or part["additionalProperties"] is False


WORDS = {
    "stated": {"stated": "rationale"},
    "holds": {"holds": ["affects_groups", "formal"]},
    "does_not_hold": {"does_not_hold": "one_off"},
    "one_of": {"fact": "change", "one_of": ["reduced", "not renewed"]},
    "at_least": {"fact": "months", "at_least": "{suggested}"},
    "more_than": {"fact": "months", "more_than": 12},
    "at_most": {"fact": "amount", "at_most": "12.50"},
    "less_than": {"fact": "themes", "less_than": 2.5},
    "no_earlier_than": {"fact": "takes_effect", "no_earlier_than": "3 months after notice_sent"},
    "later_than": {"fact": "closes", "later_than": "opens"},
    "no_later_than": {"fact": "told", "no_later_than": "{suggested} before published"},
    "earlier_than": {"fact": "told", "earlier_than": "1 working day before published"},
    "for_at_least": {"open_from": "opens", "to": "closes", "for_at_least": "12 weeks"},
    "all_of": {"all_of": [{"stated": "rationale"}, {"any_of": [{"holds": "formal"}]}]},
    "any_of": {"any_of": [{"stated": "rationale"}]},
    "first_known_of": {"first_known_of": [{"fact": "months", "more_than": 12}, {"stated": "ends"}]},
}


def test_every_word_of_the_language_is_in_the_schema():
    assert set(WORDS) == set(BY_KEY)


@pytest.mark.parametrize("table", WORDS.values(), ids=WORDS)
def test_a_word_with_its_companions_fits(table):
    assert fits_a_test(table)


@pytest.mark.parametrize(("word", "table"), WORDS.items())
def test_a_word_without_a_companion_or_with_a_stray_one_does_not_fit(word, table):
    for key in set(table) - {word}:
        assert not fits_a_test({other: value for other, value in table.items() if other != key})
    for stray in {"fact", "open_from", "to", "stated", "why"} - set(table):
        assert not fits_a_test({**table, stray: "opens"})


MISSPELT = [
    {},
    {"stated": []},
    {"stated": 3},
    {"holds": ["formal", 3]},
    {"fact": "months", "more_than": "many"},
    {"fact": "months", "more_than": "12 moons"},
    {"fact": "closes", "later_than": "3 months closes"},
    {"fact": "closes", "later_than": "3 moons after opens"},
    {"fact": "closes", "later_than": "0 days after opens"},
    {"open_from": "opens", "to": "closes", "for_at_least": "twelve weeks"},
    {"all_of": []},
    {"all_of": {"stated": "opens"}},
    {"any_of": [{"stated": "opens"}, {"state": "opens"}]},
    {"fact": "months", "more_than": 12, "at_most": 36},
    "opens",
]


@pytest.mark.parametrize("table", MISSPELT, ids=str)
def test_what_the_language_does_not_read_does_not_fit(table):
    with pytest.raises(Misspelt):
        read_test(table)

    assert not fits_a_test(table)


def test_every_test_that_ships_fits_and_a_change_of_its_word_does_not():
    for name in agreements.bundled():
        for path, document in read_documents(shipped.folder(name))[0].items():
            if PurePosixPath(path).name == "standards.toml":
                for standard in document.data["standard"]:
                    assert fits_a_test(standard["kept"]), standard["code"]
                    assert not fits_a_test({**standard["kept"], "why": "x"})


@pytest.mark.parametrize(
    "text", ["1 day", "12 weeks", "10 working days", "1 working day", "120 months", "1 year", "2 years"]
)
def test_a_length_of_time_fits_its_pattern_as_the_program_reads_it(text):
    assert re.search(PERIOD["pattern"], text)
    assert str(Period.read(text)) == text


@pytest.mark.parametrize("text", ["", "days", "0 days", "1.5 weeks", "-1 day", "a 1 day", "1 days later", "12weeks"])
def test_what_is_no_length_of_time_does_not_fit(text):
    assert not re.search(PERIOD["pattern"], text)
    with pytest.raises(ValueError, match="is not a period"):
        Period.read(text)


def test_patterns_are_of_the_dialect_that_editors_know():
    patterns = re.findall(r"'pattern': (r?['\"].*?['\"])[,}]", str(PUBLISHED))

    assert patterns
    assert not [pattern for pattern in patterns if re.search(r"\(\?[P<!=]|\\A|\\Z|\\h", pattern)]
    assert "?P" not in LENGTH_OF_TIME


def test_every_fact_has_a_name_that_fits():
    names = {name for kind in kinds.KINDS.values() for name in kind.by_name}

    assert [name for name in names if not re.fullmatch(FACT_NAME, name)] == []
