"""Real published files held against both Compacts, where they stand beside the checkout: nobody is accused."""

import duckdb
import pytest

from livecompact import agreements
from livecompact.files.checking.check import Asked, check
from livecompact.files.checking.checked import Checked, Outcome
from livecompact.files.report import html as report_html
from livecompact.files.report import sentences as say
from livecompact.files.report import text as report_text
from livecompact.standards.bulk.quoting import identifier
from tests.files.held import LENGTH, TODAY, Held
from tests.files.test_report_html import Page
from tests.files.test_sentences import VERDICT_WORDS
from tests.files.test_shared_files import FILES, SHARED

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the published files are not beside this checkout")


def held_with_names(name: str, compact: str) -> tuple[Checked, set[str]]:
    """What a published file comes to, and the names of organisations and the titles that stand in it."""
    with duckdb.connect() as connection:
        connection.execute("SET enable_progress_bar = false")
        found, judged = check(connection, [SHARED / name], Asked(agreement=agreements.load(compact), today=TODAY))
        asked = "SELECT unnest([organisation, partner, title]) FROM"
        rows = connection.execute(f"{asked} {identifier(judged[0].tally.rows)}").fetchall()
    return found, {text for (text,) in rows if text and len(text) > 12}


@pytest.mark.parametrize(("compact", "meets", "short"), [("hertfordshire", 101, 115), ("dacorum", 150, 66)])
def test_out_of_one_rule_two_compacts_give_their_own_right_answer(compact, meets, short):
    found = Held(held_with_names("consultations-govuk-2012.csv", compact)[0])

    expected = {Outcome.MEETS: meets, Outcome.SHORT_UNSAID: short, Outcome.CANNOT_TELL: 2}
    assert found.counts(LENGTH) == expected
    assert [each.place.row for each in found.checked.contradictions] == [7, 18]
    assert found.spread().rows == 216
    assert found.spread().middle == 71


@pytest.mark.parametrize("compact", ["hertfordshire", "dacorum"])
@pytest.mark.parametrize(("name", "_kind", "rows"), FILES)
def test_nobody_in_a_published_file_is_judged_or_named(name, _kind, rows, compact):
    found, names = held_with_names(name, compact)

    assert (found.rows, found.judged, found.reported) == (rows, rows, 0)
    assert found.as_if_only
    text, page = report_text.report(found), Page(report_html.report(found)).text
    told = " ".join(text.split())
    for shown in (told, page):
        assert not VERDICT_WORDS.search(shown)
        assert not [each for each in names if each in shown]
    assert all(len(line) <= 100 for line in text.splitlines())


def test_what_cannot_be_measured_in_a_register_of_grants_is_said():
    found, _ = held_with_names("grants-trafford.csv", "hertfordshire")

    length = Held(found).standard("more-than-one-year")
    assert say.message(length, bound=False) == "Of all 555 we cannot tell."
    assert "reason_for_one_year" in {fact.name for fact in length.unseen}
    assert Held(found).spread("more-than-one-year").middle == 12
    assert {each.standard.code for each in found.not_checkable} >= {"reason-for-decision", "overheads-answered"}
