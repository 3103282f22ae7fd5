"""What a page of a check says, as a test looks at it."""

import html
import re

import pytest
from django.http import QueryDict

from livecompact import agreements
from livecompact.checks.answers import read
from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.walking import Walk
from livecompact.standards.language import OpenFor


def words(response):
    """The text of the main part, in one line."""
    main = re.search(r"<main.*?</main>", response.text, re.DOTALL)
    assert main, "the page has no main part"
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main[0])).split())


def follow(response, text):
    """Where the link with that text leads."""
    found = re.findall(r'<a[^>]*href="([^"]+)"[^>]*>\s*(.*?)\s*</a>', response.text, re.DOTALL)
    addresses = [html.unescape(address) for address, label in found if text in " ".join(html.unescape(label).split())]
    if not addresses:
        pytest.fail(f"no link says “{text}”; there are {[label for _, label in found]}")
    return addresses[0]


def length_asked(compact):
    """The days that a Compact asks of a consultation, out of its own data."""
    for standard in agreements.load(compact).newest.standards_for("consultation"):
        if isinstance(standard.kept, OpenFor) and standard.gives_verdicts:
            return standard.kept.at_least.in_days
    raise AssertionError(f"{compact} has no length of a consultation")


def walk(journey, query, today, compact="hertfordshire"):
    """The way through a check with these answers."""
    answers = read(JOURNEYS[journey], QueryDict(query))
    return Walk(JOURNEYS[journey], agreements.load(compact), answers, today)


def day(name, iso):
    """The three boxes of a day, as a form sends them."""
    year, month, number = (int(part) for part in iso.split("-"))
    return {f"{name}-day": str(number), f"{name}-month": str(month), f"{name}-year": str(year)}
