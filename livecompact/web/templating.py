"""Gives the pages what only the joined site knows: its name, the language, and what went wrong a page ago."""

from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils import translation
from jinja2 import Environment

from livecompact.frame.environment import environment as frame_environment


def environment(**options: Any) -> Environment:
    """The frame's environment, with the site's own names added."""
    made = frame_environment(**options)
    made.globals |= {
        "direction": direction,
        "language": translation.get_language,
        "messages_of": messages_of,
        "site_name": site_name,
    }
    return made


def site_name() -> str:
    """What the site is called where no Compact is."""
    return str(settings.SITE.name)


def direction() -> str:
    """Which way the language of the page is written."""
    return "rtl" if translation.get_language_bidi() else "ltr"


def messages_of(request: HttpRequest) -> list[dict[str, str]]:
    """What went wrong on the page before, once, ready for an error summary."""
    return [{"text": str(message)} for message in messages.get_messages(request)]
