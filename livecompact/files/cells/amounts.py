"""Amounts of money and numbers as people write them."""

import re
from decimal import Decimal

from livecompact.files.unreadable import CannotReadCell

MOST_DIGITS = 22
PLACES = Decimal("0.000001")

NOT_AN_AMOUNT = "We cannot read this as an amount."
NOT_A_NUMBER = "We cannot read this as a number."
OTHER_CURRENCY = "This amount is not in pounds."
SHORTENED = "This number is shortened, so we cannot tell all of it."
TOO_LONG = f"This number has more than {MOST_DIGITS} digits before its point."
WRITE_AMOUNT = "Write the pounds in digits, such as 1250 or 1250.50."
WRITE_NUMBER = "Write it in digits, such as 12 or 7.5."
IN_POUNDS = "Write it in pounds, such as 1250.50."
IN_FULL = "Write it in full, such as 1200000."

WHOLE = r"(?P<whole>\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+|(?=\.\d))"
NUMBER = re.compile(rf"(?P<sign>[-+])?{WHOLE}(?:\.(?P<part>\d*))?")
MONEY = re.compile(
    rf"(?P<open>\()?\s*(?P<sign>[-+])?\s*(?:£|GBP)?\s*(?P<inner>[-+])?\s*{WHOLE}(?:\.(?P<part>\d*))?"
    r"\s*(?:GBP)?\s*(?P<close>\))?",
    re.IGNORECASE,
)
MINUS = "\N{MINUS SIGN}"
PLAIN = re.compile(r"-?\d+(?:\.\d+)?")
NOT_POUNDS = re.compile(r"[€$¥₹]|\b(?:EUR|USD|CHF|AUD|CAD|euros?|dollars?)\b", re.IGNORECASE)
SHORT = re.compile(r"[^a-z]*\d\s*(?:k|m|bn|mn|million|thousand|billion|e[-+]?\d+)", re.IGNORECASE)


def read_amount(text: str) -> Decimal:
    """The pounds that a text says; CannotReadCell tells what is wrong and what would be right.

    >>> read_amount("£1,200.00"), read_amount("(500)")
    (Decimal('1200.00'), Decimal('-500'))
    """
    text = _tidy(text)
    found = MONEY.fullmatch(text)
    if not found or bool(found["open"]) != bool(found["close"]) or _signs(found) > 1:
        raise _not_money(text)
    minus = found["open"] or "-" in {found["sign"], found["inner"]}
    return _decimal(found, minus=bool(minus))


def read_number(text: str) -> Decimal:
    """The number that a text says; CannotReadCell tells what is wrong and what would be right.

    >>> read_number("1,200")
    Decimal('1200')
    """
    text = _tidy(text)
    found = NUMBER.fullmatch(text)
    if not found:
        says, mend = (SHORTENED, IN_FULL) if SHORT.fullmatch(text) else (NOT_A_NUMBER, WRITE_NUMBER)
        raise CannotReadCell(says, mend)
    return _decimal(found, minus=found["sign"] == "-")


def written(number: Decimal) -> str:
    """A number in digits, without needless noughts.

    >>> written(Decimal("1200.00")), written(Decimal("1E+3")), written(Decimal("0.50"))
    ('1200', '1000', '0.5')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _tidy(text: str) -> str:
    """The text with plain spaces and a plain minus."""
    return " ".join(text.replace(MINUS, "-").replace("–", "-").split())


def _signs(found: re.Match[str]) -> int:
    return sum(bool(found[name]) for name in ("open", "sign", "inner"))


def _decimal(found: re.Match[str], *, minus: bool) -> Decimal:
    """The number of a match, to six places."""
    whole = re.sub(r"[ ,]", "", found["whole"]).lstrip("0") or "0"
    if len(whole) > MOST_DIGITS:
        raise CannotReadCell(TOO_LONG, "Check it.")
    number = Decimal(f"{whole}.{found['part'] or '0'}" if found["part"] else whole)
    if -int(number.as_tuple().exponent) > -int(PLACES.as_tuple().exponent):
        number = number.quantize(PLACES)
    return -number if minus else number


def _not_money(text: str) -> CannotReadCell:
    if NOT_POUNDS.search(text):
        return CannotReadCell(OTHER_CURRENCY, IN_POUNDS)
    if SHORT.fullmatch(text):
        return CannotReadCell(SHORTENED, IN_FULL)
    return CannotReadCell(NOT_AN_AMOUNT, WRITE_AMOUNT)
