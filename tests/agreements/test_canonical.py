"""An agreement is one canonical text, and comes back out of it as it was."""

import json
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.agreements import shipped
from livecompact.agreements.agreement import Agreement
from livecompact.agreements.canonical import canonical, digest, documents_of
from livecompact.agreements.dated import DATES
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.reading import Reader
from livecompact.agreements.validating import look_at_documents
from livecompact.standards.standard import Setting, Standard
from tests.agreements.folders import LOCAL, PROMISES, STANDARDS, changed
from tests.agreements.test_anything import altered

EVERY = pytest.mark.parametrize("name", agreements.bundled())


def documents(name: str) -> dict[str, Document]:
    return read_documents(shipped.folder(name))[0]


def told(agreement: Agreement | None) -> object:
    """Everything an agreement holds, with what surrounds its standards: a setting is equal only to itself."""
    if agreement is None:
        return None
    standards = [standard for edition in agreement.editions for standard in edition.standards]
    editions = tuple(replace(edition, standards=()) for edition in agreement.editions)
    settings = [held(standard.setting) for standard in standards]
    return replace(agreement, editions=editions), settings, [{**held(each), "setting": None} for each in standards]


def held(thing: Standard | Setting) -> dict[str, object]:
    """What was said of a thing, without what was found out of it since and is kept beside it."""
    return {each.name: getattr(thing, each.name) for each in fields(thing)}


@EVERY
def test_an_agreement_comes_back_equal(name):
    back = documents_of(canonical(documents(name)))

    assert told(Reader(back).read()) == told(agreements.load(name))
    assert canonical(back) == canonical(documents(name))


@settings(max_examples=30)
@given(altered())
def test_whatever_can_be_used_comes_back_equal(found):
    agreement, _ = look_at_documents(found)
    if agreement is not None:
        again, mistakes = look_at_documents(documents_of(canonical(found)))

        assert mistakes == []
        assert told(again) == told(agreement)


def test_every_date_comes_back_as_a_date(folder):
    decided = 'number = "12 weeks"\nadopted = { on = 2026-04-01, by = "Forum", minute = "4" }\nsince = 2026-04-01\n'
    example = ('"kept" },', '"kept", on = 2026-01-01 },')
    folder.add(STANDARDS, changed(LOCAL, ('suggested = "12 weeks"\n', decided), example))
    folder.change("2025/edition.toml", '\nfrom = "not known"', "\nfrom = 2025-04-01")
    folder.change("2025/edition.toml", 'review_by = "not known"', "review_by = 2028-04-01")
    folder.change(
        "agreement.toml",
        'advice."\nstate = "not known"\nfrom = "not known"',
        'advice."\nstate = "ended"\nfrom = "2016"',
    )
    first, mistakes = look_at_documents(read_documents(folder.path)[0])
    back, _ = look_at_documents(documents_of(canonical(read_documents(folder.path)[0])))

    assert mistakes == []
    assert told(back) == told(first)
    assert back is not None
    assert back.newest.starts == date(2025, 4, 1)
    assert back.newest.standards[-1].since == date(2026, 4, 1)


def test_comments_spaces_and_the_order_of_keys_are_no_part_of_it(folder):
    before = canonical(read_documents(folder.path)[0])
    folder.change(
        "agreement.toml", 'id = "model"\nname = "Model Compact"', "# more\nname   = \"Model Compact\"\nid = 'model'"
    )
    folder.add(PROMISES, "\n\n# the end\n")

    assert canonical(read_documents(folder.path)[0]) == before


def test_a_changed_word_changes_the_hash(folder):
    before = digest(canonical(read_documents(folder.path)[0]))
    folder.change(PROMISES, "at least 12 weeks to answer", "at least 13 weeks to answer")

    assert digest(canonical(read_documents(folder.path)[0])) != before
    assert len(before) == 64
    assert digest("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@EVERY
def test_the_text_is_canonical_json(name):
    text = canonical(documents(name))

    again = json.dumps(json.loads(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert text == again


def test_a_number_that_is_none_has_no_canonical_text():
    with pytest.raises(ValueError, match="Out of range"):
        canonical({"a.toml": Document("a.toml", "", {"a": float("nan")})})


VALUES = st.recursive(
    st.text() | st.integers() | st.booleans() | st.dates().map(str) | st.sampled_from(["2026-W14-1", "2025-02-30"]),
    st.lists,
    max_leaves=5,
)


@given(st.dictionaries(st.text() | st.sampled_from(sorted(DATES)), VALUES))
def test_any_text_survives(data):
    text = canonical({"a.toml": Document("a.toml", "", {"given": data})})

    assert canonical(documents_of(text)) == text
