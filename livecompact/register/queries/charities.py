"""Finding a charity in the site's own copy of the register, by its number or by words of its name."""

import re

from django.db import connection
from django.db.models import QuerySet

from livecompact.agreements.bodies import folded_name
from livecompact.register.identifiers import CHARITY, charity_number
from livecompact.register.models import Charity, CharityLoad, Identifier, Organisation, Size, Status
from livecompact.register.queries.organisations import nearness

SMALL_WORDS = frozenset(
    ["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "ltd", "limited", "trust", "charity"]
)
"""Words that many names have, and people leave out."""
LONGEST = 200  # characters of what is asked
MOST_WORDS = 8

# CROSS JOIN tells SQLite to begin with the words: it would look at every charity of the load otherwise.
SQLITE = """
    SELECT charity.id FROM register_charity_words AS words
    CROSS JOIN register_charity AS charity ON charity.id = words.rowid
    WHERE register_charity_words MATCH %s AND charity.load_id = %s AND charity.removed_on IS NULL LIMIT %s
"""
POSTGRESQL = """
    SELECT id FROM register_charity
    WHERE to_tsvector('simple', folded_name) @@ to_tsquery('simple', %s) AND load_id = %s AND removed_on IS NULL
    LIMIT %s
"""
LOOKED_AT = 50
"""So many that have all words are looked at for the nearest; a search that finds more asks for another word anyway."""
BANDS = ((10_000, Size.MICRO), (100_000, Size.SMALL), (1_000_000, Size.MEDIUM), (10_000_000, Size.LARGE))


def register_in_use() -> CharityLoad | None:
    """The copy of the register that is in use: when it was loaded, of which day and area it is; None without one."""
    return CharityLoad.objects.filter(current=True).first()


def charity(number: str) -> Charity | None:
    """The charity with that number, registered or removed."""
    load = register_in_use()
    return Charity.objects.filter(load=load, number=number).first() if load else None


def find_charities(words: str, at_most: int = 5) -> tuple[Charity, ...]:
    """Charities by number, or by the beginnings of words of their names: the nearest names first.

    One that was removed is found by its number only. A number that no charity has may be part of a name.
    """
    words = words[:LONGEST]
    if (number := charity_number(words)) and (found := charity(number)):
        return (found,)
    load, folded = register_in_use(), folded_name(words)
    if load is None or not folded:
        return ()
    registered = Charity.objects.filter(load=load, removed_on=None)
    nearest = [*registered.filter(folded_name=folded)[:at_most], *_begins(registered, folded)[:at_most]]
    for ending in ("", "*"):  # whole words first: they are quick, and what people mean
        if len(nearest) < at_most:
            nearest += _with_all_words(folded, load, ending)
    unique = {each.pk: each for each in nearest}.values()
    return tuple(sorted(unique, key=lambda each: nearness(each.folded_name, folded))[:at_most])


def deregistered(organisations: QuerySet[Organisation]) -> QuerySet[Organisation]:
    """Those of some organisations that the register has removed while this site still calls them active."""
    removed = Charity.objects.filter(load__current=True, removed_on__isnull=False).values("number")
    theirs = Identifier.objects.filter(scheme=CHARITY, value__in=removed).values("organisation")
    return organisations.filter(pk__in=theirs, status=Status.ACTIVE)


def size_band(income: int | None) -> str:
    """The band of a yearly income in pounds.

    >>> size_band(9_999), size_band(10_000), size_band(20_000_000), size_band(None)
    ('micro', 'small', 'major', '')
    """
    if income is None:
        return Size.UNKNOWN.value
    return next((band.value for limit, band in BANDS if income < limit), Size.MAJOR.value)


def _begins(charities: QuerySet[Charity], folded: str) -> QuerySet[Charity]:
    """Those whose names begin so; each database has its own way to use its index for that."""
    if connection.vendor == "sqlite":
        return charities.filter(folded_name__gte=folded, folded_name__lt=f"{folded}\U0010ffff")
    return charities.filter(folded_name__startswith=folded)


def _with_all_words(folded: str, load: CharityLoad, ending: str) -> list[Charity]:
    """Some that have every telling word; with `*` as ending a word may be the beginning of a longer one."""
    words = _telling(folded)
    write, query = (_fts5, SQLITE) if connection.vendor == "sqlite" else (_tsquery, POSTGRESQL)
    with connection.cursor() as cursor:
        cursor.execute(query, [write(words, ending), load.pk, LOOKED_AT])
        found = [row[0] for row in cursor.fetchall()]
    return list(Charity.objects.filter(pk__in=found))


def _telling(folded: str) -> list[str]:
    """The words that tell one charity from another; all of them where there is no such word."""
    words = re.findall(r"[^\W_]+", folded)
    return ([word for word in words if word not in SMALL_WORDS] or words)[:MOST_WORDS]


def _fts5(words: list[str], ending: str) -> str:
    """Each word in quotation marks, which makes it a text and never a command; it holds none itself."""
    return " ".join(f'"{word}"{ending}' for word in words)


def _tsquery(words: list[str], ending: str) -> str:
    return " & ".join(f"'{word}'" + (":*" if ending else "") for word in words)
