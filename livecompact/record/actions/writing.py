"""Writing a line of the public record, and erasing its texts."""

import logging
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from livecompact.record.chain import Link, canonical_json, commitment, hash_of, joined
from livecompact.record.models import Chain, Entry, EntryText
from livecompact.record.what import What

log = logging.getLogger("livecompact.record")

SALT = 16  # bytes


class OutsideTransaction(RuntimeError):
    """A line of the record was to be written apart from the act that it tells of."""


def write(
    *,
    compact: str,
    what: What,
    subject: str,
    title: str,
    address: str,
    role: str,
    at: datetime,
    organisation: str = "",
    touches: Iterable[str] = (),
    texts: Mapping[str, str] | None = None,
) -> Entry:
    """Add a line to the public record of a Compact, inside the transaction of the act that it tells of.

    `subject` and `organisation` are ids that never change ("consultation/12", "riverside-youth-club"); `address` is
    the page of it, such as "/hertfordshire/consultations/12"; `role` is never a person's name; `touches` names the
    promises and topics it is about ("promise:eight-weeks-to-answer", "topic:funding"). The title and `texts` can be
    erased later. Only what is public when it is written may be told here.

    OutsideTransaction where there is no transaction; ValidationError where a name is too long or empty.
    """
    if not connection.in_atomic_block:
        raise OutsideTransaction("Write to the record inside the transaction of the act that it tells of.")
    salted = {name: (secrets.token_hex(SALT), text) for name, text in {"title": title, **(texts or {})}.items()}
    chain = _locked(compact, at)
    entry = Entry(
        compact=compact,
        number=chain.number + 1,
        at=at,
        what=What(what).value,
        subject=subject,
        address=address,
        organisation=organisation,
        role=role,
        touches=joined(touches),
        commitments=canonical_json({name: commitment(salt, text) for name, (salt, text) in salted.items()}),
        previous=chain.head,
    )
    entry.hash = hash_of(link_of(entry))
    entry.clean_fields()  # the rest the database refuses by itself
    entry.save(force_insert=True)
    EntryText.objects.bulk_create(
        EntryText(entry=entry, name=name, salt=salt, text=text) for name, (salt, text) in salted.items()
    )
    Chain.objects.filter(pk=chain.pk).update(number=entry.number, head=entry.hash)
    return entry


@transaction.atomic
def erase_text(*, entry: Entry, by: str, name: str = "") -> int:
    """Erase the texts of an entry, or the one of a name, each with its salt; the chain stays whole. How many went.

    Nobody can then tell from the entry what the text was, not even by trying likely ones. `by` is the role.
    """
    texts = EntryText.objects.filter(entry=entry, **({"name": name} if name else {}))
    gone, _ = texts.delete()
    log.info("text erased", extra={"about": {"compact": entry.compact, "entry": entry.number, "by": by}})
    return gone


@transaction.atomic
def erase_words(*, entry: Entry, reason: str, by: str, at: datetime) -> bool:
    """Erase all texts of an entry for good, and say so and why in an entry of its own; False where none were left."""
    if not erase_text(entry=entry, by=by):
        return False
    write(
        compact=entry.compact,
        what=What.TEXT_ERASED,
        subject=f"entry/{entry.number}",
        title=_("Words of entry %(number)s erased") % {"number": entry.number},
        address=f"/{entry.compact}/record/{entry.number}",
        role=by,
        at=at,
        texts={"reason": reason},
    )
    return True


def link_of(entry: Entry) -> Link:
    """What of an entry its hash covers."""
    return Link(**{name: getattr(entry, name) for name in Link.__slots__})


def _locked(compact: str, at: datetime) -> Chain:
    """The chain's row, which nobody else may change until the transaction ends.

    On SQLite a transaction that writes holds the whole file from its beginning (IMMEDIATE).
    """
    chain = Chain.objects.select_for_update().filter(compact=compact).first()
    if chain is not None:
        return chain
    try:
        with transaction.atomic():
            Chain.objects.create(compact=compact, origin=f"{settings.SITE.host},{at.year}")
    except IntegrityError:
        pass  # another began it just now
    return Chain.objects.select_for_update().get(compact=compact)
