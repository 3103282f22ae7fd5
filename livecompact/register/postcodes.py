"""Postcodes as the post prints them, and the district that one lies in."""

import re

SHAPE = re.compile(r"(GIR|[A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][ABD-HJLNP-UW-Z]{2})")


def tidy_postcode(written: str) -> str:
    """A postcode with one space and in capitals; empty where it is none.

    >>> tidy_postcode("sg62jf"), tidy_postcode("EC1A 1BB"), tidy_postcode("SG6")
    ('SG6 2JF', 'EC1A 1BB', '')
    """
    found = SHAPE.fullmatch("".join(written.split()).upper())
    return f"{found[1]} {found[2]}" if found else ""


def district_of(postcode: str) -> str:
    """The postcode district, such as SG6: the part before the space.

    >>> district_of("SG6 2JF"), district_of("")
    ('SG6', '')
    """
    return postcode.split(" ", maxsplit=1)[0]
