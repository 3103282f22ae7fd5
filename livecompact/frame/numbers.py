"""Whole numbers out of an address or a hidden box, where anybody may have written anything."""

from collections.abc import Mapping

from django.core.exceptions import BadRequest

MORE = 3
"""So many sets of boxes come with each "Add more"."""
YEAR = 4
"""The digits of one."""
LAST_PAGE = 10_000
"""No list is turned further by its address."""


def whole_number(said: str, digits: int) -> int | None:
    """The number that somebody wrote in plain digits; None where it is none, or has more digits than that.

    >>> whole_number("042", 3), whole_number("4200", 3), whole_number("-1", 3), whole_number("", 3)
    (42, None, None, None)
    """
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= digits else None


def page_of(said: str) -> int:
    """The page of a list that an address asks for: the first where it names none; BadRequest where there is none such.

    >>> page_of("3"), page_of(""), page_of("99999")
    (3, 1, 10000)
    """
    page = whole_number(said, len(str(LAST_PAGE))) if said else 1
    if not page:
        raise BadRequest("A page is a number from 1")
    return min(page, LAST_PAGE)


def year_of(said: str) -> int | None:
    """The year that an address asks for: none where it names none; BadRequest where it is not four digits.

    >>> year_of("2026"), year_of("")
    (2026, None)
    """
    year = whole_number(said, YEAR) if len(said) == YEAR else None
    if said and not year:
        raise BadRequest("A year has four digits")
    return year


def sets_of_boxes(sent: Mapping[str, str], first: int, at_most: int) -> int:
    """How many sets of boxes a form shows: as many as it was sent with, or `first`; three more where those are asked.

    >>> [sets_of_boxes(sent, 3, 30) for sent in ({}, {"count": "4"}, {"count": "29", "more": ""})]
    [3, 4, 30]
    """
    said = whole_number(sent.get("count", ""), 2)
    count = first if said is None else said
    return min(max(count + MORE if "more" in sent else count, 1), at_most)
