import csv
import io

import pytest

from livecompact import kinds
from livecompact.kinds.kind import Kind
from livecompact.kinds.template import EXPLAINED, explained, template
from livecompact.standards.facts import FactType
from tests.files.published import read_text

KINDS = pytest.mark.parametrize("kind", kinds.KINDS.values(), ids=kinds.KINDS)
WRITTEN = {
    FactType.DATE: "2025-03-31",
    FactType.NUMBER: "12",
    FactType.AMOUNT: "1250.50",
    FactType.TEXT: "a sentence",
    FactType.FLAG: "yes",
}


@KINDS
def test_a_filled_template_reads_back_to_itself_without_being_told_its_kind(tmp_path, kind):
    (columns,) = csv.reader(io.StringIO(template(kind)))
    cells = [_cell(kind, column) for column in columns]

    found = read_text(tmp_path, template(kind) + ",".join(cells) + "\n")

    assert (found.source.kind, found.source.layout) == (kind.name, f"our template for {kind.plural}")
    assert found.source.recognised == {column: column for column in columns}
    assert (found.source.missing, found.source.ignored, found.source.changes, found.problems()) == ((), (), (), [])
    for column, cell in zip(columns, cells, strict=True):
        assert str(found.column(column)[0]).removesuffix("0000").removesuffix(".00") == cell.replace("yes", "True")


def _cell(kind: Kind, column: str) -> str:
    if column not in kind.by_name:
        return f"the {column}"
    fact = kind.by_name[column]
    return fact.choices[0] if fact.type is FactType.CHOICE else WRITTEN[fact.type]


@KINDS
def test_a_template_has_a_column_for_each_fact_and_says_what_it_means(kind):
    (columns,) = csv.reader(io.StringIO(template(kind)))
    head, *lines = csv.reader(io.StringIO(explained(kind)))

    assert tuple(head) == EXPLAINED
    assert [line[0] for line in lines] == columns
    assert set(kind.by_name) <= set(columns)
    assert all(line[1] and line[2] and line[3] for line in lines)
