"""A handful of organisations in Hertfordshire, in every state that the pages show."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from livecompact.register import actions, demo
from livecompact.register.models import Organisation, Signature
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD

OFFICER = "Compact officer"
LIST = "/hertfordshire/organisations"


def everyone(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts with the organisations of the demonstration, two years from its start."""
    both_compacts(patch)
    demo.fill(at=timezone.now())


def add(name: str, *, sector: str = "voluntary", kind: str = "group", **told: object) -> Organisation:
    """An organisation first met in Hertfordshire."""
    return actions.add_organisation(
        name=name,
        sector=sector,
        kind=kind,
        by=OFFICER,
        at=datetime(2026, 1, 5, 9, tzinfo=UTC),
        compact="hertfordshire",
        **told,  # type: ignore[arg-type]
    )


def sign(organisation: Organisation, *, approve: bool = True, **told: object) -> Signature:
    """Its signature of today, approved at once unless told otherwise."""
    now = timezone.now()
    signature = actions.sign(
        compact="hertfordshire",
        organisation=organisation,
        edition="2016",
        signed_on=timezone.localdate(now),
        by=OFFICER,
        at=now,
        **told,  # type: ignore[arg-type]
    )
    return actions.approve(signature=signature, by=OFFICER, at=now) if approve else signature


def few(patch: pytest.MonkeyPatch) -> None:
    """The Hartsmere Food Bank has signed, Riverside Youth Club waits for a check, and a shop is a Friend."""
    both_compacts(patch)
    sign(add("Hartsmere Food Bank", kind="charity", identifiers=["GB-CHC-9900103"], website="https://example.org/"))
    sign(add("Riverside Youth Club"), approve=False, says=actions.Signing(name="Jo Ray", role="Trustee"))
    sign(
        add("Corner Shop", sector="business", kind="business"),
        signs_as="friend",
        says=actions.Signing(backing=["events"]),
    )


def long(patch: pytest.MonkeyPatch) -> None:
    """One organisation and one Friend that have said everything in one very long word."""
    both_compacts(patch)
    words: dict[str, Any] = {"champion": LONG_WORD, "commitment": LONG_WORD, "authority": LONG_WORD}
    signature = sign(
        add(LONG_WORD, website=f"https://example.org/{LONG_WORD}", other_names=[f"Old {LONG_WORD}"]),
        says=actions.Signing(
            **words, contact_role=LONG_WORD, contact_email=f"{'a' * 60}@example.org", contact_shown=True
        ),
    )
    now = timezone.now()
    last_day = timezone.localdate(now) + timedelta(days=1)
    actions.withdraw(signature=signature, last_day=last_day, reason=LONG_WORD, by=OFFICER, at=now)
    shop = add(f"Shop {LONG_WORD}", sector="business", kind="business")
    sign(shop, signs_as="friend", says=actions.Signing(commitment=LONG_WORD, backing=["events", "news"]))


def slug_of(start: str) -> str:
    """The address of an organisation whose name begins so."""
    return Organisation.objects.get(name__startswith=start).slug
