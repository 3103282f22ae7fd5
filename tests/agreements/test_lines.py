"""Lines are counted for every key, heading and list item, however the TOML is written."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.agreements import documents
from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place, lines_of

TANGLED = '''
# [not.a.heading]
title = "kept = 1"  # [[nor]] = this
"quoted key" = 'single # quoted'
told = """
[looks.like]
a = "heading"
""\\"""" # four quotes end it
dotted.name = 1
plain."with.dot" = 2

list = [
  # a comment, with ] and , in it
  "one",
  [ "two", "three",
    "four" ], { five = "six", seven = [
    "eight" ] },
]

[area]   # a heading
  name = "indented"

[[booklet]]
id = "first"
  [[booklet.statement]]
  text = "1.1"
  [[booklet.statement]]
  text = "1.2"
[[booklet]]
[[booklet.statement]]
text = "2.1"
[booklet.checked]
on = 2026-01-01
[official]
"2.4" = \'\'\'
[[booklet]]
\'\'\'
'after' = 1
'''

PLACES = [
    (("title",), 3),
    (("quoted key",), 4),
    (("told",), 5),
    (("dotted",), 9),
    (("dotted", "name"), 9),
    (("plain", "with.dot"), 10),
    (("list",), 12),
    (("list", 0), 14),
    (("list", 1), 15),
    (("list", 1, 1), 15),
    (("list", 1, 2), 16),
    (("list", 2), 16),
    (("list", 2, "five"), 16),
    (("list", 2, "seven", 0), 17),
    (("area",), 20),
    (("area", "name"), 21),
    (("booklet",), 23),
    (("booklet", 0), 23),
    (("booklet", 0, "statement", 0), 25),
    (("booklet", 0, "statement", 1, "text"), 28),
    (("booklet", 1), 29),
    (("booklet", 1, "statement", 0, "text"), 31),
    (("booklet", 1, "checked"), 32),
    (("booklet", 1, "checked", "on"), 33),
    (("official", "2.4"), 35),
    (("official", "after"), 38),
]


@pytest.mark.parametrize(("place", "line"), PLACES)
def test_every_way_of_writing_has_its_line(place, line):
    tomllib.loads(TANGLED)

    assert lines_of(TANGLED)[place] == line


def test_what_is_not_there_is_told_on_the_line_of_what_holds_it():
    document = Document("some.toml", TANGLED, tomllib.loads(TANGLED))

    assert document.line_of(("booklet", 0, "statement", 1, "picture")) == 27
    assert document.line_of(("booklet", 1, "statement", 7, "text", "deeper")) == 30
    assert document.line_of(("list", 2, "seven", 0, "deeper")) == 17
    assert document.line_of(("nowhere",)) == 1
    assert document.line_of(()) == 1


def test_text_that_has_no_lines_is_told_on_the_first():
    assert Document("some.toml", "", {"area": {"name": "Here"}}).line_of(("area", "name")) == 1


def places_of(data: Any, above: Place = ()) -> Iterator[tuple[Place, str]]:
    """Every text in the data with its place."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from places_of(value, (*above, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from places_of(value, (*above, at))
    elif isinstance(data, str):
        yield above, data


WHITE = st.sampled_from(["", " ", "\n", "\n  ", " # ] } , = [x]\n", "\n\n# \"\"\" '''\n\t"])
SPACE = st.sampled_from(["", " ", "  ", "\t"])
MARK = "@@"
"""Stands where a text goes; each text is told from the others by a number."""
TEXTS = st.sampled_from(
    [
        f'"{MARK}"',
        f"'{MARK}'",
        f'"{MARK} \\" [a] # = \\\\"',
        f'"""{MARK}\nkey = "x"\n[heading]\n\\"""\n"""',
        f"'''{MARK}\n[[heading]]\n'''",
        f'"""{MARK}"""""',
        f"'''{MARK} '''''",
    ]
)
OTHERS = st.sampled_from(
    ["1", "true", "2026-01-01", "2026-01-01 10:00:00", "[]", "{}", '""', "''", '""""""', "''''''", "inf"]
)
KEYS = st.sampled_from(["{}", '"{}"', "'{}'", '"{} = ]"', "'{}.[#'", 'a{}."b.c"', "a{} . b", '"\\"{}"'])


@st.composite
def pairs(draw: st.DrawFn, values: st.SearchStrategy[str], table: int = 0) -> list[str]:
    names = [draw(KEYS).format(f"k{table}{key}") for key in "abc"[: draw(st.integers(0, 3))]]
    return [f"{name}{draw(SPACE)}={draw(SPACE)}{draw(values)}" for name in names]


@st.composite
def lists(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    inside = [f"{draw(WHITE)}{draw(values)}{draw(WHITE)}" for _ in range(draw(st.integers(0, 3)))]
    last = draw(st.sampled_from(["", ","])) if inside else ""
    return f"[{','.join(inside)}{last}{draw(WHITE)}]"


@st.composite
def inline_tables(draw: st.DrawFn, values: st.SearchStrategy[str]) -> str:
    return f"{{ {', '.join(draw(pairs(values)))} }}"


VALUES = st.recursive(
    st.one_of(TEXTS, TEXTS, OTHERS), lambda inside: lists(inside) | inline_tables(inside), max_leaves=8
)


@st.composite
def files(draw: st.DrawFn) -> str:
    """A TOML file in which every text is marked with its own number."""
    written = []
    for number in range(draw(st.integers(1, 5))):
        depth = draw(st.integers(0, 3)) if number else 0
        if depth == 1:
            written.append(f"[t{number}{draw(SPACE)}.{draw(SPACE)}u] # [x]")
        elif depth:
            written += [f"[[ list ]]{draw(SPACE)}", "  [[list.inside]]"][: depth - 1]
        written += [f"{draw(SPACE)}{pair}{draw(SPACE)}" for pair in draw(pairs(VALUES, number))]
        written.append(draw(st.sampled_from(["", "# kept = 1", "\n"])))
    pieces = "\n".join(written).split(MARK)
    return pieces[0] + "".join(f"m{number}m{piece}" for number, piece in enumerate(pieces[1:]))


@given(files())
def test_lines_agree_with_a_search_for_each_text(text):
    found = Document("any.toml", text, tomllib.loads(text))

    for place, said in places_of(found.data):
        if said:
            mark = said[: said.index("m", 1) + 1]
            assert found.line_of(place) == text[: text.index(mark)].count("\n") + 1, place


@pytest.mark.parametrize("path", sorted(Path(documents.__file__).parent.glob("data/**/*.toml")), ids=lambda p: p.name)
def test_lines_are_found_in_every_file_that_ships(path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    found = Document(path.name, text, tomllib.loads(text))

    for place, said in places_of(found.data):
        assert said.split("\n")[0] in lines[found.line_of(place) - 1].replace('\\"', '"'), place
