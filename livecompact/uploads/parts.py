"""What this room gives to a page below: the way from a list on the record to sending one's own."""

from django.urls import reverse
from django.utils import timezone

from livecompact.dealings.queries import organisations_for
from livecompact.frame.parts import Asked, Part
from livecompact.people.models import Person
from livecompact.uploads.kinds import UPLOADED


def upload_a_list(asked: Asked) -> Part | None:
    """Where somebody uploads a list of the kind in view; nothing for who may not, or where no list is read."""
    kind = UPLOADED.get(asked.about["part"])
    if kind is None or not isinstance(asked.actor, Person):
        return None
    if not organisations_for(asked.actor, asked.compact, kind, timezone.now()):
        return None
    address = reverse("upload_start", args=[asked.compact.id, kind.part])
    return Part("uploads/parts/upload.jinja", {"address": address})
