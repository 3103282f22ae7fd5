"""The papers on data are made of the rules that the program follows, so that they cannot say anything else."""

import re
from datetime import UTC, datetime

import pytest

from livecompact.compacts import actions
from livecompact.people.retention import Rule
from livecompact.web import privacy_papers, retention

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", privacy_papers.PAPERS)
def test_every_rule_is_in_the_paper_and_no_gap_is_left_by_the_program(db, name):
    actions.add_compact(source="hertfordshire", by="test", at=AT)

    text = privacy_papers.paper(name, at=AT)

    for rule in retention.RULES:
        assert f"| {rule.of} | {rule.what} | {rule.why} | {rule.basis} | {rule.how_long} |" in text
    assert not re.search(r"\{\w+\}", text)
    assert "Compacts on it: Hertfordshire Compact" in text or "Compacts on the site: Hertfordshire Compact" in text
    assert "Sunday 22 November 2026" in text


def test_a_new_rule_is_a_new_row(db, monkeypatch):
    new = Rule(model="x.Y", fields=("z",), of="Bees", what="Your hive", why="Honey", basis="Consent", how_long="A day")
    before = privacy_papers.paper("dpia", at=AT)
    monkeypatch.setattr(privacy_papers, "RULES", (*retention.RULES, new))

    after = privacy_papers.paper("dpia", at=AT)

    assert set(after.splitlines()) - set(before.splitlines()) == {"| Bees | Your hive | Honey | Consent | A day |"}


def test_a_file_that_is_there_is_left_as_it_is(db, tmp_path):
    file = tmp_path / "dpia.md"

    assert str(file) in privacy_papers.write("dpia", file, at=AT)
    file.write_text("filled in")
    with pytest.raises(privacy_papers.NotWritten, match="is there already"):
        privacy_papers.write("dpia", file, at=AT)

    assert file.read_text() == "filled in"
    with pytest.raises(privacy_papers.NotWritten):
        privacy_papers.write("dpia", tmp_path / "none" / "dpia.md", at=AT)
