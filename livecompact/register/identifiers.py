"""Identifiers of organisations by org-id: which list, which number, and whether it can be one.

An org-id is the code of a list and the number in that list, such as GB-CHC-1187463. See https://org-id.guide.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from livecompact.frame.fields import Words


class NoIdentifier(ValueError):
    """What was written is no identifier; the text says why and what to write."""


@dataclass(frozen=True)
class Scheme:
    """A list of organisations: its code, whose list it is, what its numbers look like and an example."""

    code: str
    name: Words
    shape: re.Pattern[str]
    example: str
    tidy: Callable[[str], str] = str
    says: Words = ""


def _company(text: str) -> str:
    """A company number has 8 signs: two letters and 6 numbers, or 8 numbers; spreadsheets eat the zeros.

    >>> _company("445790"), _company("SC1234"), _company("OC301540")
    ('00445790', 'SC001234', 'OC301540')
    """
    letters = re.match(r"[A-Z]{0,2}", text)
    start = letters.group() if letters else ""
    return start + text[len(start) :].zfill(8 - len(start))


def _no_zeros(text: str) -> str:
    """Some lists print no leading zeros, some people do."""
    return text.lstrip("0")


NUMBERS_6_OR_7 = gettext_lazy("It has 6 or 7 numbers")

SCHEMES = (
    Scheme(
        "GB-CHC",
        gettext_lazy("Charity in England or Wales"),
        re.compile(r"\d{6,7}"),
        "1187463",
        _no_zeros,
        says=NUMBERS_6_OR_7,
    ),
    Scheme(
        "GB-SC",
        gettext_lazy("Charity in Scotland"),
        re.compile(r"SC\d{6}"),
        "SC012345",
        lambda text: "SC" + text.removeprefix("SC").zfill(6),
        says=gettext_lazy("It has SC and 6 numbers"),
    ),
    Scheme(
        "GB-NIC",
        gettext_lazy("Charity in Northern Ireland"),
        re.compile(r"1\d{5}"),
        "100123",
        lambda text: text.removeprefix("NIC"),
        says=gettext_lazy("It has 6 numbers and begins with 1"),
    ),
    Scheme(
        "GB-COH",
        gettext_lazy("Company, or community interest company"),
        re.compile(r"(?:\d{2}|[A-Z]{2}|R\d)\d{6}|[A-Z]{2}\d{5}[A-Z]"),
        "01234567",
        _company,
        says=gettext_lazy("It has 8 signs: 8 numbers, or 2 letters and 6 numbers"),
    ),
    Scheme(
        "GB-LAE",
        gettext_lazy("Local authority in England"),
        re.compile(r"[A-Z]{3,4}"),
        "HRT",
        says=gettext_lazy("It has 3 or 4 letters"),
    ),
    Scheme(
        "GB-PLA",
        gettext_lazy("Local authority in Wales"),
        re.compile(r"[A-Z]{3}"),
        "CRF",
        says=gettext_lazy("It has 3 letters"),
    ),
    Scheme(
        "GB-LAS",
        gettext_lazy("Local authority in Scotland"),
        re.compile(r"[A-Z]{3}"),
        "EDH",
        says=gettext_lazy("It has 3 letters"),
    ),
    Scheme(
        "GB-LANI",
        gettext_lazy("Local authority in Northern Ireland"),
        re.compile(r"[A-Z]{3}"),
        "BFS",
        says=gettext_lazy("It has 3 letters"),
    ),
    Scheme(
        "GB-NHS",
        gettext_lazy("NHS body"),
        re.compile(r"[A-Z0-9]{3,9}"),
        "RWH",
        says=gettext_lazy("It has 3 to 9 letters and numbers"),
    ),
    Scheme(
        "GB-EDU",
        gettext_lazy("School or college in England"),
        re.compile(r"\d{6}"),
        "123456",
        says=gettext_lazy("It has 6 numbers"),
    ),
    Scheme(
        "GB-UKPRN",
        gettext_lazy("Training provider"),
        re.compile(r"1\d{7}"),
        "10012345",
        says=gettext_lazy("It has 8 numbers and begins with 1"),
    ),
    Scheme(
        "GB-GOR",
        pgettext_lazy("a list of organisations", "Government body"),
        re.compile(r"[A-Z]{1,4}\d{1,4}"),
        "D12",
        says=gettext_lazy("It has letters, then numbers"),
    ),
    Scheme(
        "GB-MPR",
        gettext_lazy("Society on the Mutuals Public Register"),
        re.compile(r"\d{1,6}[A-Z]{0,2}|[A-Z]{2}\d{1,6}"),
        "31001R",
        says=gettext_lazy("It has up to 6 numbers, and may have letters"),
    ),
    Scheme(
        "GB-SHPE",
        gettext_lazy("Social housing provider in England"),
        re.compile(r"\d{4}|[A-Z]{1,2}\d{4}|\d{2}[A-Z]{2}"),
        "L4123",
        says=gettext_lazy("It has letters and 4 numbers"),
    ),
)

BY_CODE = {scheme.code: scheme for scheme in SCHEMES}
CHARITY = "GB-CHC"
CODES = tuple(BY_CODE)
_LONGEST_FIRST = sorted(CODES, key=len, reverse=True)
_MARKS = re.compile(r"[\s\-–./_]+")


@dataclass(frozen=True, order=True)
class OrgId:
    """One identifier, as its list prints it."""

    scheme: str
    value: str

    def __str__(self) -> str:
        return f"{self.scheme}-{self.value}"


def read_identifier(written: str) -> OrgId:
    """The identifier that somebody wrote with its list; NoIdentifier says what is wrong with it.

    >>> str(read_identifier("gb chc 1187463")), str(read_identifier("GB-COH-445790"))
    ('GB-CHC-1187463', 'GB-COH-00445790')
    """
    plain = _plain(written)
    for code in _LONGEST_FIRST:
        bare = code.replace("-", "")
        if plain.startswith(bare) and len(plain) > len(bare):
            return read_number(code, plain.removeprefix(bare))
    says = _("“%(written)s” does not begin with a list that we know. Write it like GB-CHC-1187463.")
    raise NoIdentifier(says % {"written": written.strip()[:60]})


def read_number(code: str, written: str) -> OrgId:
    """The identifier with that number in a list; NoIdentifier says what its numbers look like.

    >>> str(read_number("GB-SC", "12345")), str(read_number("GB-CHC", " 1 187 463 "))
    ('GB-SC-SC012345', 'GB-CHC-1187463')
    """
    if code not in BY_CODE:
        raise NoIdentifier(_("We do not know the list %(code)s. Select one of those we name.") % {"code": code[:20]})
    scheme = BY_CODE[code]
    plain = _plain(written).removeprefix(code.replace("-", ""))
    value = scheme.tidy(plain) if plain else ""
    if not (plain.isascii() and scheme.shape.fullmatch(value)):
        says = _("“%(written)s” is no number of this list: %(name)s. %(says)s, like %(example)s.")
        words = {"written": written.strip()[:60], "name": scheme.name, "says": scheme.says, "example": scheme.example}
        raise NoIdentifier(says % words)
    return OrgId(code, value)


def charity_number(written: str) -> str:
    """The number of a charity in England or Wales if that is what was written, with or without its list; else empty.

    >>> charity_number("GB-CHC-1187463"), charity_number("no. 1187463"), charity_number("Riverside 2000")
    ('1187463', '1187463', '')
    """
    bare = re.sub(r"(?i)^\s*(?:gb[\s-]*chc|charity)?[\s:.-]*(?:number|no|n)?[\s:.-]*", "", written)
    try:
        return read_number(CHARITY, bare).value
    except NoIdentifier:
        return ""


def _plain(written: str) -> str:
    return _MARKS.sub("", written).upper()
