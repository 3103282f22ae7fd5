"""An agreement written out is the same agreement, in files that a person can read and edit."""

import json
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact import agreements
from livecompact.agreements import shipped
from livecompact.agreements.canonical import canonical, documents_of
from livecompact.agreements.documents import read_documents
from livecompact.agreements.validating import look_at, look_at_documents
from livecompact.agreements.writing import written, written_documents, written_standard


def text_of(name):
    return canonical(read_documents(shipped.folder(name))[0])


def put_in(folder, text):
    for path, document in written_documents(text).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(document.text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("name", agreements.bundled())
def test_a_folder_written_from_its_canonical_text_has_the_same_canonical_text(name, tmp_path):
    text = text_of(name)

    folder = put_in(tmp_path / name, text)

    assert canonical(read_documents(folder)[0]) == text
    assert look_at(folder)[1] == []


@pytest.mark.parametrize("name", agreements.bundled())
def test_no_line_of_what_is_written_hides_a_whole_file(name):
    for document in written_documents(text_of(name)).values():
        assert document.text.count("\n") >= min(len(document.data), 3)
        assert "= [{" not in document.text.replace("= [{ ", "")


def test_the_facts_of_an_example_have_their_dates_as_dates():
    table = {"example": [{"say": "Short.", "given": {"opens": "2025-03-03", "why": "2025-02-31"}, "verdict": "kept"}]}

    text = written_standard(table)

    assert '{ say = "Short.", given = { opens = 2025-03-03, why = "2025-02-31" }, verdict = "kept" },' in text
    assert text.startswith("[[standard]]\n")


def test_a_mistake_is_told_on_its_line_of_what_is_written():
    text = text_of("model").replace('"section":"1"', '"section":"none"', 1)

    agreement, mistakes = look_at_documents(written_documents(text))

    assert agreement is None
    [mistake] = mistakes
    line = written_documents(text)[mistake.file].text.splitlines()[mistake.line - 1]
    assert line == 'section = "none"'


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
leaves = st.one_of(
    words, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False, allow_infinity=False)
)
keys = st.text(min_size=1, max_size=8).filter(lambda key: key.isprintable())
values = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3))


@given(data=st.dictionaries(keys, values, max_size=5))
def test_whatever_json_holds_is_read_as_it_was_written(data):
    text = json.dumps({"a.toml": data})

    read = documents_of(json.dumps({"a.toml": tomllib.loads(written(data))}, default=str))

    assert canonical(read) == canonical(documents_of(text))


def test_keys_stand_in_the_order_of_the_format():
    [first, *_] = written_documents(text_of("model"))["2025/standards.toml"].text.split("\n\n")

    keys = [line.split(" = ")[0] for line in first.splitlines() if " = " in line and not line.startswith(" ")]
    assert keys == ["code", "undertaking", "of", "asks", "basis", "kept", "due", "source", "example"]
