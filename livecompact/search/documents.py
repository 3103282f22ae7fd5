"""What a room gives to be found: one document for each public thing that has an address."""

from dataclasses import dataclass
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    """What a document is: its value filters ("?kind=story"), its label is the heading over such results."""

    PROMISE = "promise", _("Promises")
    SECTION = "section", _("Sections")
    PRINCIPLE = "principle", _("What both sides believe")
    TERM = "term", _("What words mean")
    CODE = "code", _("Codes of practice")
    STORY = "story", _("Stories")
    ABOUT = "about", _("About the agreement")
    GROUP = "group", _("Who runs it")
    EASY_READ = "easy-read", _("Easy Read")
    ORGANISATION = "organisation", _("Organisations")
    DEALING = "dealing", _("Records")


@dataclass(frozen=True, kw_only=True)
class Document:
    """A public thing, and the words that lead to it.

    `number` is its own, such as "2.4"; `also` are other names for it, which weigh as much as the title. `says` is the
    line that a result shows. `rest` is found too, and shown where only it has the words. It is found from `starts` to
    `ends`, both days counted: what a later edition says is found once that holds.

    >>> Document(kind=Kind.PROMISE, address="/kent/promises/2.4", title="Time to answer", number="2.4").ends.year
    9999
    """

    kind: Kind
    address: str
    title: str
    number: str = ""
    also: str = ""
    says: str = ""
    rest: str = ""
    starts: date = date.min
    ends: date = date.max
