"""Reading the list of members that a body signs for: one a line, each with an email address at which it is told."""

import re
from dataclasses import dataclass

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from livecompact.register.identifiers import charity_number

MOST = 100
"""Members of one list; a longer one is sent in parts."""
LINE = re.compile(r"(?P<name>.+?) ?[,;] ?(?P<email>[^ ,;]+@[^ ,;]+) ?(?:[,;] ?(?P<number>.*))?")


@dataclass(frozen=True)
class Member:
    """One that a body signs for; `number` is that of a charity, or empty."""

    name: str
    email: str
    number: str = ""


def read_members(text: str) -> tuple[Member, ...]:
    """The members of a list; ValidationError that names each line that cannot be.

    >>> read_members("Riverside Youth Club, club@example.org, 1187463")
    (Member(name='Riverside Youth Club', email='club@example.org', number='1187463'),)
    """
    lines = [(row, line.strip()) for row, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > MOST:
        raise ValidationError(_("Enter at most %(most)s members at a time") % {"most": MOST})
    found = [(row, _read(line)) for row, line in lines]
    wrong = [_wrong(row) for row, member in found if member is None]
    if wrong:
        raise ValidationError(wrong)
    return tuple(member for _row, member in found if member)


def _read(line: str) -> Member | None:
    match = LINE.fullmatch(" ".join(line.replace("\t", ",").split()))
    if match is None:
        return None
    written = (match["number"] or "").strip()
    number = charity_number(written)
    try:
        forms.EmailField().clean(match["email"])
    except ValidationError:
        return None
    return Member(match["name"], match["email"], number) if number or not written else None


def _wrong(row: int) -> str:
    return _("Line %(row)s: write a name, a comma and an email address. A charity number may follow.") % {"row": row}
