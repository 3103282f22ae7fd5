"""Who follows what: a stranger proves an email address with a code before anything else is sent there."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from livecompact.people import actions as people
from livecompact.people.codes import HOLDS, MOST_TRIES, CodeOver, WrongCode, hashed, is_right, new_code
from livecompact.people.models import Person
from livecompact.people.queries import person as person_of
from livecompact.record.models import Chain, Follow, FollowRequest, Often

KEPT = timedelta(days=1)
MOST_AN_HOUR = 3  # codes to one address: nobody's box is filled by us
MOST_AT_ALL = 300  # codes an hour, from the whole site


class TooMany(Exception):
    """So many codes were sent within the hour that the next one must wait."""


@transaction.atomic
def ask_to_follow(*, email: str, compact: str, thing: str, often: Often, at: datetime) -> tuple[FollowRequest, str]:
    """Keep what a stranger wants to follow until they enter a code; the code goes into a mail and nowhere else."""
    within = FollowRequest.objects.filter(made_at__gt=at - timedelta(hours=1))
    if within.filter(email=email.lower()).count() >= MOST_AN_HOUR or within.count() >= MOST_AT_ALL:
        raise TooMany
    key, code = secrets.token_hex(16), new_code()
    asked = FollowRequest(
        key=key,
        email=email.lower(),
        compact=compact,
        thing=thing,
        often=often,
        code_hash=hashed(key, code),
        made_at=at,
    )
    asked.full_clean()
    asked.save()
    return asked, code


def confirm(*, key: str, code: str, at: datetime) -> Follow:
    """Follow what was asked for, where the code is right: one who is new here becomes a person who can sign in.

    WrongCode, which counts, and CodeOver, after 15 minutes or five wrong codes.
    """
    with transaction.atomic():
        asked = FollowRequest.objects.select_for_update().filter(key=key, made_at__gt=at - HOLDS).first()
        if asked is None or asked.tries >= MOST_TRIES:
            raise CodeOver
        right = is_right(asked.code_hash, key, code)
        if right:
            person = person_of(asked.email) or people.add_person(email=asked.email, at=at)
            asked.delete()
            return follow(person=person, compact=asked.compact, thing=asked.thing, often=Often(asked.often), at=at)
        FollowRequest.objects.filter(pk=asked.pk).update(tries=F("tries") + 1)
    raise WrongCode


@transaction.atomic
def follow(*, person: Person, compact: str, thing: str, often: Often, at: datetime) -> Follow:
    """Tell a person of a thing from now on, so often; what happened before is not told."""
    now = {"often": often, "after": _end(compact), "looked_at": at}
    followed, _ = Follow.objects.update_or_create(
        person=person,
        compact=compact,
        thing=thing,
        defaults=now,
        create_defaults=now | {"began_at": at},
    )
    return followed


@transaction.atomic
def set_often(*, person: Person, often: dict[int, str], at: datetime) -> None:
    """Change how often a person is told of the things that they follow, by the id of each."""
    for mine in Follow.objects.select_for_update().filter(person=person, pk__in=often):
        if mine.often != often[mine.pk]:
            follow(person=person, compact=mine.compact, thing=mine.thing, often=Often(often[mine.pk]), at=at)


@transaction.atomic
def stop(*, person: Person, compact: str) -> int:
    """Send a person no more news of a Compact; how many things they followed."""
    return Follow.objects.filter(person=person, compact=compact).update(often=Often.NEVER)


@transaction.atomic
def resume(*, person: Person, compact: str, at: datetime) -> int:
    """Send a person the weekly news of a Compact again, from now on."""
    again = {"often": Often.WEEKLY, "after": _end(compact), "looked_at": at}
    return Follow.objects.filter(person=person, compact=compact, often=Often.NEVER).update(**again)


def forget_requests(*, at: datetime) -> int:
    """Forget what was asked for and never confirmed, after a day; how many went."""
    gone, _ = FollowRequest.objects.filter(made_at__lt=at - KEPT).delete()
    return gone


def _end(compact: str) -> int:
    return Chain.objects.filter(compact=compact).values_list("number", flat=True).first() or 0
