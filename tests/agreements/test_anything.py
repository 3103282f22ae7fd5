"""Whatever stands in an agreement's files, `validate` names it or reads it; it never falls over."""

import copy
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from livecompact.agreements import shipped
from livecompact.agreements.agreement import Agreement
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.lines import Place
from livecompact.agreements.validating import look_at_documents
from tests.agreements.folders import reads_well

DOCUMENTS = {name: read_documents(shipped.folder(name))[0] for name in shipped.names()}
GONE = object()
ODD = st.sampled_from(
    [
        *("", " ", "\n", "none", "not known", "2025-02-30", "2025-03-03", "3 months", "0 days", "{suggested}", "x"),
        *("2.1", "closes", "3 months after closes", "1 day before 1 day", "999999999999 years after closes", "é"),
        *(0, 1, -1, 2.5, 10**30, float("nan"), True, False),
        *(date(2025, 3, 3), date(1, 1, 1), date(9999, 12, 31), datetime(2025, 3, 3, 10), time(10)),  # noqa: DTZ001
        *([], {}, [[]], [{}], {"x": 1}, ["closes"], ["closes", 3], {"stated": "closes"}, {"stated": []}),
        *({"any_of": [{"stated": "closes"}, 3]}, {"fact": "closes", "at_least": "{suggested}"}),
        GONE,
    ]
)


def places(data: Any, above: Place = ()) -> Iterator[Place]:
    """Every place in the data of a file."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for part, value in inside:
        yield (*above, part)
        yield from places(value, (*above, part))


def changed(data: Any, place: Place, value: object) -> Any:
    """The data with another value at a place, or with nothing there."""
    data = copy.deepcopy(data)
    inside = data
    for part in place[:-1]:
        inside = inside[part]
    if value is GONE:
        del inside[place[-1]]
    else:
        inside[place[-1]] = value
    return data


@st.composite
def altered(draw: st.DrawFn) -> dict[str, Document]:
    """An agreement that ships, with something odd in one or two places."""
    documents = dict(DOCUMENTS[draw(st.sampled_from(sorted(DOCUMENTS)))])
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(sorted(documents)))
        found = list(places(documents[path].data))
        if found:
            data = changed(documents[path].data, draw(st.sampled_from(found)), draw(ODD))
            documents[path] = Document(path, "", data)
    return documents


@given(altered())
def test_validate_names_what_is_odd_or_reads_it(documents):
    agreement, mistakes = look_at_documents(documents)

    assert (agreement is None) is bool(mistakes)
    assert all(reads_well(mistake) and mistake.file for mistake in mistakes), mistakes
    if agreement is not None:
        assert isinstance(agreement, Agreement)
