"""The mails about what another side says: to the people of both, each asked again for whether it is still so."""

from datetime import datetime

from django.utils.translation import gettext as _

from livecompact.dealings.models import Dispute, State
from livecompact.dealings.naming import named
from livecompact.dealings.public.facts_said import value_said
from livecompact.dealings.said_values import decoded
from livecompact.dealings.speaking.notices import subject_of_dispute
from livecompact.dealings.speaking.who import dispute_address
from livecompact.kinds import kind
from livecompact.people.queries import organisations_of
from livecompact.record.letters import Letter
from livecompact.record.models import Notice


def dispute_begun(notice: Notice, at: datetime) -> Letter | None:
    """To both sides: the record says this, the other side that; None once they agree."""
    dispute = _dispute(notice, at, settled=False)
    if dispute is None:
        return None
    fact = kind(dispute.dealing.kind).by_name[dispute.fact]
    own = dispute.organisation.slug in organisations_of(notice.person, at=at)
    says = {
        "name": named(dispute.organisation),
        "title": dispute.dealing.title,
        "label": _(fact.label),
        "record": value_said(fact, kind(dispute.dealing.kind).read(dispute.dealing.facts)[dispute.fact]),
        "value": value_said(fact, decoded(fact, dispute.value)),
    }
    do = _("You can take it back at any time.") if own else _("If they are right, one button changes the record.")
    return Letter(
        subject=_("The two sides disagree: %(title)s") % says,
        lines=(
            _("%(name)s says that %(label)s is not right.") % says,
            _("The record says: %(record)s. They say: %(value)s.") % says,
            do,
            _("Until you agree, no check that rests on it counts as kept or not kept."),
            _("If you do not agree, the Compact officer or the Compact’s group decides."),
        ),
        address=dispute_address(dispute),
        why=_why(notice, dispute, at),
        thread=subject_of_dispute(dispute),
    )


def dispute_settled(notice: Notice, at: datetime) -> Letter | None:
    """To both sides: that they agree again, and how that came about."""
    dispute = _dispute(notice, at, settled=True)
    if dispute is None:
        return None
    return Letter(
        subject=_("The two sides agree again: %(title)s") % {"title": dispute.dealing.title},
        lines=(f"{dispute.get_settled_display()}.", _("Each check is made again. The page says the rest.")),
        address=dispute_address(dispute),
        why=_why(notice, dispute, at),
        thread=subject_of_dispute(dispute),
    )


def _dispute(notice: Notice, at: datetime, *, settled: bool) -> Dispute | None:
    """The dispute of a notice, where it stands so, and the person still acts for one of its sides."""
    rows = Dispute.objects.select_related("organisation", "dealing__organisation", "dealing__home")
    found = rows.filter(pk=notice.subject.partition("/")[2], dealing__state=State.PUBLIC).first()
    if found is None or bool(found.settled) is not settled:
        return None
    sides = {found.organisation.slug, found.dealing.organisation.slug}
    return found if sides & organisations_of(notice.person, at=at) else None


def _why(notice: Notice, dispute: Dispute, at: datetime) -> str:
    own = organisations_of(notice.person, at=at)
    sides = (dispute.organisation, dispute.dealing.organisation)
    return _("You get this because you act for %(name)s.") % {"name": next(named(e) for e in sides if e.slug in own)}
