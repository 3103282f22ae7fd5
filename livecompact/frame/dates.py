"""Days as people read them: "Monday 24 May 2027"."""

from datetime import date
from functools import lru_cache

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language

MOST = 4000
"""Days that are kept in words, of all languages together: a list says fifty, and the next reader the same."""


def long_date(day: date) -> str:
    """A day with its weekday, in the language of the page.

    >>> long_date(date(2027, 5, 24))
    'Monday 24 May 2027'
    """
    return _long_date(day, get_language())


def time_tag(day: date) -> SafeString:
    """The same day, with the date that machines read.

    >>> time_tag(date(2027, 5, 24))
    '<time datetime="2027-05-24">Monday 24 May 2027</time>'
    """
    return _time_tag(day, get_language())


@lru_cache(MOST)
def _long_date(day: date, language: str | None) -> str:  # noqa: ARG001 (what is kept is of one language)
    return date_format(day, "l j F Y")


@lru_cache(MOST)
def _time_tag(day: date, language: str | None) -> SafeString:
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), _long_date(day, language))
