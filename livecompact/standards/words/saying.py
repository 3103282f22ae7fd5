"""Dates, amounts, counts and lists as they are said in British English."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
LONGEST = 25
"""So many words a sentence has at most."""


def short_date(day: date) -> str:
    """A date without its weekday.

    >>> short_date(date(2025, 3, 3))
    '3 March 2025'
    """
    return f"{_day_and_month(day)} {day.year}"


def long_date(day: date) -> str:
    """A date with its weekday, as deadlines are given.

    >>> long_date(date(2027, 5, 24))
    'Monday 24 May 2027'
    """
    return f"{DAYS[day.weekday()]} {short_date(day)}"


def date_range(first: date, last: date) -> str:
    """Two dates, naming the year and the month once where they share them.

    >>> date_range(date(2025, 3, 3), date(2025, 4, 27))
    '3 March to 27 April 2025'
    """
    if first == last:
        return short_date(first)
    if first.year != last.year:
        return f"{short_date(first)} to {short_date(last)}"
    start = str(first.day) if first.month == last.month else _day_and_month(first)
    return f"{start} to {short_date(last)}"


def number(value: Decimal | int) -> str:
    """A number without idle noughts.

    >>> number(Decimal("1250.50")), number(Decimal("12.0")), number(1250)
    ('1,250.5', '12', '1,250')
    """
    text = f"{Decimal(value):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def money(pounds: Decimal) -> str:
    """An amount in pounds; pence only where there are any.

    >>> money(Decimal(1250)), money(Decimal("1250.5")), money(Decimal(-20))
    ('£1,250', '£1,250.50', '-£20')
    """
    sign = "-" if pounds < 0 else ""
    whole = pounds == pounds.to_integral_value()
    return f"{sign}£{abs(pounds):,.0f}" if whole else f"{sign}£{abs(pounds):,.2f}"


def count_of(count: int, thing: str) -> str:
    """So many of a thing.

    >>> count_of(1, "day"), count_of(84, "day"), count_of(0, "working day")
    ('1 day', '84 days', '0 working days')
    """
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"


def listed(items: Sequence[str], joined: str = "and") -> str:
    """Several things in one breath; semicolons part them where one holds a comma.

    >>> listed(["one", "two", "three"]), listed(["one", "two"], "or"), listed(["one, or so", "two"])
    ('one, two and three', 'one or two', 'one, or so; and two')
    """
    if not items[1:]:
        return "".join(items)
    if any(", " in item for item in items):
        return f"{'; '.join(items[:-1])}; {joined} {items[-1]}"
    return f"{', '.join(items[:-1])} {joined} {items[-1]}"


def said_once(parts: Iterable[str]) -> str:
    """Sentences one after another, each said once; empty ones are left out.

    >>> said_once(["It was open.", "", "No reason was given.", "It was open."])
    'It was open. No reason was given.'
    """
    return " ".join(dict.fromkeys(part for part in parts if part))


def spread(opening: str, items: Sequence[str], joined: str, then: str) -> str:
    """Several things in as many sentences as it takes for none to grow long; `then` opens those after the first.

    >>> spread("we need", ["ten long words " * 3 + "and one", "a last thing"], "and", "we need also")
    'We need ten long words ten long words ten long words and one and a last thing.'
    """
    sentences, lead, current = list[str](), opening, list[str]()
    for item in items:
        if current and len(f"{lead} {listed([*current, item], joined)}".split()) > LONGEST:
            sentences.append(sentence(f"{lead} {listed(current, joined)}"))
            lead, current = then, []
        current.append(item)
    if current:
        sentences.append(sentence(f"{lead} {listed(current, joined)}"))
    return " ".join(sentences)


def sentence(clause: str) -> str:
    """A clause with a capital letter and a full stop; none where there is no clause.

    >>> sentence("it opens"), sentence("Why is it shorter?"), sentence("")
    ('It opens.', 'Why is it shorter?', '')
    """
    if not clause:
        return ""
    return clause[0].upper() + clause[1:] + ("" if clause[-1] in ".?!" else ".")


def _day_and_month(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"
