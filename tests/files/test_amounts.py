from decimal import Decimal

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.files.cells import amounts
from livecompact.files.cells.amounts import read_amount, read_number, written
from livecompact.files.cells.plain_numbers import digits, is_plain, is_rewritten
from livecompact.files.unreadable import CannotReadCell
from livecompact.standards.facts import FactType

PENCE = st.decimals(Decimal("-999999999.99"), Decimal("999999999.99"), places=2)
POUNDS = st.decimals(Decimal(0), Decimal("999999999.99"), places=2)
SPELLINGS = {
    "in digits": "{a}",
    "with a pound": "£{a}",
    "with a pound and a space": "£ {a}",
    "with commas": "£{a:,}",
    "with spaces for commas": "{spaced}",
    "with letters before": "GBP {a}",
    "with letters after": "{a} gbp",
    "with a plus": "+{a}",
    "among spaces": "  £{a:,} ",
}


@pytest.mark.parametrize("spelling", SPELLINGS.values(), ids=SPELLINGS)
@given(amount=POUNDS)
def test_an_amount_is_read_in_every_spelling(spelling, amount):
    assert read_amount(spelling.format(a=amount, spaced=f"{amount:,}".replace(",", " "))) == amount


@pytest.mark.parametrize("spelling", ["({a})", "(£{a:,})", "-{a}", "£-{a}", "-£{a:,}", "\N{MINUS SIGN}{a}"])
@given(amount=POUNDS)
def test_an_amount_below_nothing_is_read(spelling, amount):
    assert read_amount(spelling.format(a=amount)) == -amount


@given(amount=PENCE)
def test_what_is_written_is_read_again(amount):
    assert read_amount(written(amount)) == amount


def test_a_point_without_digits_on_one_side_is_read():
    assert (read_amount("1200."), read_amount(".5"), read_amount("£.50")) == (
        Decimal(1200),
        Decimal("0.5"),
        Decimal("0.5"),
    )


def test_a_number_is_kept_to_six_places():
    assert read_amount("30000.0000000004") == Decimal("30000.000000")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("1.2m", amounts.SHORTENED),
        ("£5k", amounts.SHORTENED),
        ("1.2E+06", amounts.SHORTENED),
        ("£2 million", amounts.SHORTENED),
        ("€500", amounts.OTHER_CURRENCY),
        ("500 EUR", amounts.OTHER_CURRENCY),
        ("$1,200", amounts.OTHER_CURRENCY),
        ("1,2", amounts.NOT_AN_AMOUNT),
        ("1200,50", amounts.NOT_AN_AMOUNT),
        ("1.200,50", amounts.NOT_AN_AMOUNT),
        ("12,00", amounts.NOT_AN_AMOUNT),
        ("(500", amounts.NOT_AN_AMOUNT),
        ("-(500)", amounts.NOT_AN_AMOUNT),
        ("--5", amounts.NOT_AN_AMOUNT),
        ("£", amounts.NOT_AN_AMOUNT),
        ("500 a year", amounts.NOT_AN_AMOUNT),
        ("500-600", amounts.NOT_AN_AMOUNT),
        ("1" * 23, amounts.TOO_LONG),
    ],
)
def test_what_is_no_amount_is_told_by_its_cause(text, says):
    with pytest.raises(CannotReadCell) as told:
        read_amount(text)

    assert told.value.says == says


@pytest.mark.parametrize(
    ("text", "says"), [("£12", amounts.NOT_A_NUMBER), ("12 months", amounts.NOT_A_NUMBER), ("5k", amounts.SHORTENED)]
)
def test_what_is_no_number_is_told_by_its_cause(text, says):
    with pytest.raises(CannotReadCell) as told:
        read_number(text)

    assert told.value.says == says


NUMBERS = st.text("0123456789,.£- ", max_size=12) | st.from_regex(r"-?£?\d{1,3}(,\d{3})?(\.\d{1,7})?", fullmatch=True)


@pytest.mark.parametrize(("type_", "reads"), [(FactType.AMOUNT, read_amount), (FactType.NUMBER, read_number)])
@given(text=NUMBERS)
def test_duckdb_reads_plain_numbers_as_python_does(type_, reads, text):
    (plain, said, rewritten) = duckdb.execute(
        f"SELECT {is_plain(type_, 't')}, {digits('t')}, {is_rewritten('t')} FROM (SELECT ?::VARCHAR AS t)", [text]
    ).fetchone()  # type: ignore[misc]

    if plain:
        assert Decimal(said) == reads(text)
        assert rewritten == (not amounts.PLAIN.fullmatch(text))


def test_duckdb_reads_the_numbers_that_are_most_common():
    for text in ("1200", "1200.50", "-3", "1,200", "£1,200.00", "£500"):
        assert duckdb.execute(f"SELECT {is_plain(FactType.AMOUNT, 't')} FROM (SELECT ? AS t)", [text]).fetchone() == (
            True,
        )
