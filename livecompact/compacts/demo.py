"""Whom to ask in a demonstration: each role that the text names is reached at an address and a number of nobody."""

from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.text import slugify

from livecompact.compacts import actions
from livecompact.compacts.folders import read
from livecompact.compacts.models import Compact, Edition
from livecompact.compacts.workshop import editing

PHONES = "01632 960{:03}"
"""Numbers that Ofcom, which gives them out, keeps for invented people."""


@transaction.atomic
def fill(*, at: datetime) -> None:
    """Publish whom to ask, where a Compact of the site says nothing of it yet."""
    for compact in Compact.objects.order_by("position"):
        published = actions.locked(compact)
        contacts = editing.folder_of(published.folder)[editing.HEAD].get("contact", [])
        if any(each["who"] or each["email"] or each["phone"] for each in contacts):
            continue
        reached = [_reached(each["role"], compact.slug, n) for n, each in enumerate(contacts, 1)]
        text = editing.changed(published.folder, partial(editing.set_contacts, contacts=reached))
        actions.publish(Edition(compact=compact, folder=text), before=read(published.folder), by="demo", at=at)


def _reached(role: str, compact: str, number: int) -> dict[str, str]:
    return {
        "role": role,
        "who": "(made up)",
        "email": f"{slugify(role)}@{compact}.example.org",
        "phone": PHONES.format(number),
    }
