"""What changes a sign-up that is under way: its answers, the code that proves an address, and sending it."""

import hashlib
import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from livecompact.compacts.queries import Published
from livecompact.people import actions as people
from livecompact.people import codes
from livecompact.people.models import Person
from livecompact.people.queries import person as person_of
from livecompact.people.queries import who_runs
from livecompact.record import actions as record
from livecompact.register import clocks
from livecompact.register.actions import Signing, found_or_added, sign, tell_charity
from livecompact.register.identifiers import CHARITY, OrgId
from livecompact.register.joining.answers import Answers
from livecompact.register.joining.forms import SORT_OF_GROUP
from livecompact.register.joining.letters import CHECKED, WAITS
from livecompact.register.joining.matches import charity, matches, organisation
from livecompact.register.models import Charity, Joining, Kind, Organisation, Sector, Signature
from livecompact.register.queries import size_band

WAIT = timedelta(minutes=1)
MOST_AN_HOUR = 5
"""So many codes to one address within an hour: nobody’s mailbox is filled by us."""
KEPT = timedelta(days=30)
BY = "the organisation"


class TooSoon(Exception):
    """A code was sent less than a minute ago, or too many within the hour."""


def begin(*, compact: str, at: datetime) -> tuple[Joining, str]:
    """A new sign-up, and the secret by which only its own browser finds it again."""
    secret = secrets.token_urlsafe(32)
    return Joining.objects.create(key=key_of(secret), compact_id=compact, begun_at=at, changed_at=at), secret


def key_of(secret: str) -> str:
    """What is kept of a secret: its SHA-256."""
    return hashlib.sha256(secret.encode()).hexdigest()


def keep(*, joining: Joining, answered: Mapping[str, Any], at: datetime) -> None:
    """Keep what a page answered. Another name, or another kind, is looked for anew."""
    before = Answers(joining.answers)
    joining.answers = {**joining.answers, **answered}
    after = Answers(joining.answers)
    if (before.get("name"), before.sector) != (after.get("name"), after.sector):
        forgotten = ("match", "called", "postcode", "sort", "agreed", "backing")
        joining.answers = {name: said for name, said in joining.answers.items() if name not in forgotten}
        joining.answers["found"] = bool(matches(Answers(joining.answers)))
        joining.answers |= {name: answered[name] for name in forgotten if name in answered}
    joining.changed_at = at
    joining.save(update_fields=["answers", "changed_at"])


@transaction.atomic
def new_code(*, joining: Joining, at: datetime) -> str:
    """A code of six digits for the address that was given; only its hash is kept. TooSoon where it must wait."""
    email = Answers(joining.answers).get("email").lower()
    lately = Joining.objects.filter(code_for=email, code_sent_at__gt=at - timedelta(hours=1))
    if joining.code_for == email and joining.code_sent_at and at - joining.code_sent_at < WAIT:
        raise TooSoon
    if lately.count() >= MOST_AN_HOUR:
        raise TooSoon
    code = codes.new_code()
    joining.code, joining.code_for, joining.code_sent_at, joining.tries = codes.hashed(joining.key, code), email, at, 0
    joining.save(update_fields=["code", "code_for", "code_sent_at", "tries"])
    return code


def confirm(*, joining: Joining, code: str, at: datetime) -> None:
    """Take an address as proved where the code is right; WrongCode, which counts, or CodeOver.

    A code works once, for 15 minutes and five tries, however many send them at the same time.
    """
    with transaction.atomic():
        row = Joining.objects.select_for_update().get(pk=joining.pk)
        if (
            not row.code
            or row.code_sent_at is None
            or at - row.code_sent_at > codes.HOLDS
            or row.tries >= codes.MOST_TRIES
        ):
            raise codes.CodeOver
        its_own = row.code_for == Answers(row.answers).get("email").lower()
        if its_own and codes.is_right(row.code, row.key, code):
            joining.email, joining.code, joining.code_for, joining.code_sent_at = row.code_for, "", "", None
            joining.save(update_fields=["email", "code", "code_for", "code_sent_at"])
            return
        Joining.objects.filter(pk=row.pk).update(tries=F("tries") + 1)
    raise codes.WrongCode


@transaction.atomic
def join(*, joining: Joining, compact: Published, at: datetime) -> Signature:
    """Sign for the organisation, or make it a Friend; who signed and who runs the Compact are told.

    AlreadySigned where it has signed meanwhile. Sent twice, the second finds what the first one did.
    """
    row = Joining.objects.select_for_update().get(pk=joining.pk)
    if row.reference:
        return Signature.objects.filter(reference=row.reference).order_by("version").first()  # type: ignore[return-value]
    answers, today = Answers(row.answers), localdate(at)
    signature = sign(
        compact=compact.id,
        organisation=_organisation(answers, compact, at),
        edition=compact.edition.id,
        signed_on=today,
        by=BY,
        at=at,
        answer_by=clocks.answer_by(compact.agreement.calendar, today),
        signs_as=answers.signs_as,
        says=_says(answers, row.email),
    )
    row.reference, row.answers, row.changed_at = signature.reference, {}, at  # what was typed now stands elsewhere
    row.save(update_fields=["reference", "answers", "changed_at"])
    joining.reference = signature.reference
    _tell(signature, answers, row.email, at)
    return signature


def forget(*, at: datetime) -> int:
    """Forget sign-ups without a move for 30 days; how many went."""
    gone, _each = Joining.objects.filter(changed_at__lt=at - KEPT).delete()
    return gone


def _organisation(answers: Answers, compact: Published, at: datetime) -> Organisation:
    """The one that was chosen; else the one told of, which may be here by now."""
    if found := organisation(answers):
        return found
    if chosen := charity(answers):
        return _of_charity(chosen, compact, at)
    sector = answers.sector or Sector.BUSINESS
    kinds = {Sector.STATUTORY: answers.get("sort"), Sector.VOLUNTARY: SORT_OF_GROUP, Sector.BUSINESS: Kind.BUSINESS}
    return found_or_added(
        name=answers.get("called") or answers.get("name"),
        sector=sector,
        kind=kinds[sector],
        by=BY,
        at=at,
        compact=compact.id,
        postcode=answers.get("postcode"),
    )


def _of_charity(charity: Charity, compact: Published, at: datetime) -> Organisation:
    return found_or_added(
        name=charity.name,
        sector=Sector.VOLUNTARY,
        kind=Kind.CIO if charity.is_cio else Kind.CHARITY,
        by=BY,
        at=at,
        compact=compact.id,
        identifiers=[OrgId(CHARITY, charity.number)],
        postcode=charity.postcode,
        website=charity.website,
        size=size_band(charity.income),
    )


def _says(answers: Answers, email: str) -> Signing:
    return Signing(
        name=answers.get("full_name"),
        role=answers.get("role"),
        email=email,
        authority="" if answers.is_friend else "Said to be agreed by those who decide.",
        commitment=answers.get("commitment"),
        backing=list(answers.given.get("backing") or ()),
        contact_role="" if answers.get("contact") or answers.is_friend else answers.get("role"),
        contact_email="" if answers.is_friend else answers.get("contact") or email,
    )


def _tell(signature: Signature, answers: Answers, email: str, at: datetime) -> None:
    """Notices to who signed, the charity itself and who runs the Compact: none is sent before all of it is kept."""
    signer: Person = person_of(email) or people.add_person(email=email, name=answers.get("full_name"), at=at)
    subject, compact = f"signature/{signature.reference}", signature.compact_id
    record.notify(to=signer, reason=CHECKED, subject=subject, occurrence="signed", compact=compact, at=at, urgent=True)
    tell_charity(signature=signature, signer=email, at=at)
    for officer in who_runs(compact, at=at):
        record.notify(to=officer, reason=WAITS, subject=subject, occurrence="signed", compact=compact, at=at)
