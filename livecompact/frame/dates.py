"""Days as people read them: "Monday 24 May 2027"."""

from datetime import date

from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString


def long_date(day: date) -> str:
    """A day with its weekday, in the language of the page.

    >>> long_date(date(2027, 5, 24))
    'Monday 24 May 2027'
    """
    return date_format(day, "l j F Y")


def time_tag(day: date) -> SafeString:
    """The same day, with the date that machines read.

    >>> time_tag(date(2027, 5, 24))
    '<time datetime="2027-05-24">Monday 24 May 2027</time>'
    """
    return format_html('<time datetime="{}">{}</time>', day.isoformat(), long_date(day))
