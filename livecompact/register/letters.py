"""The mails about a sign-up once it is answered, and of the year after: on the list, asked, declined, renew."""

from datetime import datetime

from django.core import signing
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from livecompact.compacts.queries import Published, compact
from livecompact.frame.dates import long_date
from livecompact.people.queries import acted_for, organisations_of
from livecompact.record.letters import Letter
from livecompact.record.models import Notice
from livecompact.register.models import Signature, Signer, State, Succession
from livecompact.register.naming import named
from livecompact.register.queries import asked_for, signed

APPROVED = "sign-up-approved"
ASKED = "sign-up-asked"
DECLINED = "sign-up-declined"
RENEW = "renewal-due"
RENEW_BY_LINK = "renewal-due-by-link"
BECAME = "your-organisation-became"
SIGNED_FOR = "signed-for-you"
CHARITY_TOLD = "signed-for-your-charity"
SALT = "register.not-right"
"""Of the link by which a member says that nobody could sign for it: it stands in that one mail only."""
RENEWS = "register.renew"
"""Of the link by which the contact of an organisation renews, where nobody acts for it here."""


def approved(notice: Notice, at: datetime) -> Letter | None:
    """To who signed: the organisation is on the public list."""
    signature = signature_of(notice, State.ACTIVE)
    if signature is None:
        return None
    name, own = named(signature.organisation), _is_its(notice, signature, at)
    says = [_("%(name)s is now on the public list of the %(compact)s.") % _words(signature, at)]
    if own:
        says.append(_("You can change what it shows. Sign in with this address."))
    return Letter(
        subject=_("%(name)s is on the list") % {"name": name},
        lines=tuple(says),
        address=_address("organisation_ours" if own else "organisation", signature),
        why=_("You get this because you signed for %(name)s.") % {"name": name},
        thread=notice.subject,
        reference=signature.reference,
    )


def asked(notice: Notice, at: datetime) -> Letter | None:
    """To who signed: what whoever runs the Compact asks first; None once it is answered."""
    says = _("We have a question before %(name)s joins the list of the %(compact)s.")
    mend = _("Reply to this email. Your sign-up waits until then.")
    return _answered(notice, State.ASKED, _("A question about your sign-up"), (says, mend), at)


def declined(notice: Notice, at: datetime) -> Letter | None:
    """To who signed: that it was declined, why, and what they can do."""
    says = _("%(name)s does not join the list of the %(compact)s.")
    mend = _("If this is not right, reply to this email. You can sign again.")
    return _answered(notice, State.DECLINED, _("Your sign-up was declined"), (says, mend), at)


def signed_for(notice: Notice, at: datetime) -> Letter | None:
    """To a member for which a body signed: who did, and how it says that this is not right; None once it is over."""
    signature = signature_of(notice, State.APPLIED) or signature_of(notice, State.ACTIVE)
    if signature is None or signature.represented_by is None:
        return None
    words = _words(signature, at) | {"body": named(signature.represented_by), "day": long_date(signature.signed_on)}
    token = signing.dumps(signature.reference, salt=SALT)
    return Letter(
        subject=_("Someone signed the Compact for you"),
        lines=(
            _("%(body)s signed the %(compact)s for %(name)s on %(day)s.") % words,
            _("The public list will show that %(body)s signed for it.") % words,
            _("If that is right, there is nothing to do. If it is not, say so on this page:"),
        ),
        address=reverse("not_right", kwargs={"compact": signature.compact_id, "token": token}),
        why=_("You get this because %(body)s gave this address for %(name)s.") % words,
        thread=notice.subject,
        reference=signature.reference,
    )


def charity_told(notice: Notice, at: datetime) -> Letter | None:
    """To a charity at the address that the register has of it: that somebody signed for it; None once it is over."""
    signature = signature_of(notice, State.APPLIED) or signature_of(notice, State.ACTIVE)
    if signature is None:
        return None
    words = _words(signature, at) | {"who": _who_signed(signature), "day": long_date(signature.signed_on)}
    return Letter(
        subject=_("Someone signed the Compact for your charity"),
        lines=(
            _("%(who)s signed the %(compact)s for %(name)s on %(day)s.") % words,
            _("If this is not right, reply to this email. If it is, there is nothing to do."),
        ),
        address=reverse("organisations", kwargs={"compact": signature.compact_id}),
        why=_("You get this because the register of charities has this address for %(name)s.") % words,
        thread=notice.subject,
        reference=signature.reference,
    )


def told_in(token: str) -> str:
    """The reference of the sign-up that a link in such a mail is about; empty where we made no such link."""
    try:
        return str(signing.loads(token, salt=SALT))
    except signing.BadSignature:
        return ""


def renew(notice: Notice, at: datetime) -> Letter | None:
    """To who acts for an organisation: whether it still stands by it; None once it has said so, or has left."""
    signature = signature_of(notice, State.ACTIVE)
    if signature is None or not _is_its(notice, signature, at):
        return None
    within = _compact(signature, at)
    each = signed(notice.person, within, signature.organisation.slug, localdate(at))
    if notice.occurrence != asked_for(within, each):
        return None
    words = _words(signature, at)
    lines = [_("Does %(name)s still stand by the %(compact)s? One button says so.") % words]
    if signature.edition != within.edition.id:
        lines.append(_("The text has changed since you signed. The page shows what is new."))
    lines.append(_("Nobody is taken off the list for not answering."))
    return Letter(
        subject=_("One step: do you still stand by the Compact?"),
        lines=tuple(lines),
        address=_address("organisation_ours_renew", signature),
        why=_("You get this because you act for %(name)s.") % words,
        thread=notice.subject,
        reference=signature.reference,
    )


def renew_by_link(notice: Notice, at: datetime) -> Letter | None:
    """To an organisation's contact, where nobody acts for it here; None once it has answered, left or another is asked.

    The link renews what this mail asks for, and nothing else: this organisation, this year or this edition.
    """
    signature = signature_of(notice, State.ACTIVE)
    if signature is None or signature.contact_email.lower() != notice.person.email:
        return None
    within = _compact(signature, at)
    each = signed(notice.person, within, signature.organisation.slug, localdate(at))
    if notice.occurrence != asked_for(within, each) or acted_for([each.organisation.slug], at=at):
        return None
    words = _words(signature, at)
    token = signing.dumps([signature.reference, notice.occurrence], salt=RENEWS)
    lines = [_("Does %(name)s still stand by the %(compact)s? One button says so.") % words]
    if signature.edition != within.edition.id:
        lines.append(_("The text has changed since you signed. The page shows what is new."))
    lines.append(_("You need not sign in. The link is for you alone: it says yes for %(name)s.") % words)
    lines.append(_("Nobody is taken off the list for not answering."))
    return Letter(
        subject=_("One step: do you still stand by the Compact?"),
        lines=tuple(lines),
        address=reverse("renew_by_link", kwargs={"compact": signature.compact_id, "token": token}),
        why=_("You get this because %(name)s gave this address for the Compact.") % words,
        thread=notice.subject,
        reference=signature.reference,
    )


def became(notice: Notice, at: datetime) -> Letter | None:
    """To who acted for an organisation that became another: whether they act for that now."""
    found = Succession.objects.filter(pk=notice.subject.partition("/")[2]).select_related("before", "after").first()
    if found is None:
        return None
    names = {"before": named(found.before), "after": named(found.after), "day": long_date(found.on)}
    acts = found.after.slug in organisations_of(notice.person, at=at)
    mine, others = _("You act for %(after)s here from now on."), _("Others act for it here. Ask them to let you too.")
    return Letter(
        subject=_("%(before)s became %(after)s") % names,
        lines=(_("%(before)s became %(after)s on %(day)s.") % names, (mine if acts else others) % names),
        address=reverse("organisation", kwargs={"compact": found.before.home, "organisation": found.after.slug}),
        why=_("You get this because you acted for %(before)s.") % names,
        thread=notice.subject,
    )


def renewing_in(token: str) -> tuple[str, str]:
    """The reference of the sign-up that a link renews, and for what; both empty where we made no such link."""
    try:
        reference, occurrence = signing.loads(token, salt=RENEWS)
    except signing.BadSignature:
        return "", ""
    return str(reference), str(occurrence)


def signature_of(notice: Notice, state: State) -> Signature | None:
    """The sign-up of a notice, where it stands in that state."""
    reference = notice.subject.partition("/")[2]
    found = Signature.objects.filter(reference=reference, latest=True, state=state)
    return found.select_related("organisation", "represented_by").first()


def _answered(notice: Notice, state: State, subject: str, says: tuple[str, str], at: datetime) -> Letter | None:
    """A mail with what the officer wrote between its two sentences; None where another answer came after."""
    signature = signature_of(notice, state)
    if signature is None or notice.occurrence != str(signature.version):
        return None
    words = _words(signature, at)
    return Letter(
        subject=subject,
        lines=(says[0] % words, signature.reason, says[1]),
        address=reverse("join", kwargs={"compact": signature.compact_id}),
        why=_("You get this because you signed for %(name)s.") % words,
        thread=notice.subject,
        reference=signature.reference,
    )


def _who_signed(signature: Signature) -> str:
    """Who signed, with their role: "Jo Ray, trustee"; the body that signed for it; or that it is not known any more."""
    if signature.represented_by is not None:
        return named(signature.represented_by)
    signer = Signer.objects.filter(reference=signature.reference).first()
    if signer is None:
        return _("Someone")
    return f"{signer.name}, {signer.role}" if signer.role else signer.name


def _is_its(notice: Notice, signature: Signature, at: datetime) -> bool:
    return signature.organisation.slug in organisations_of(notice.person, at=at)


def _compact(signature: Signature, at: datetime) -> Published:
    return compact(None, str(signature.compact_id), localdate(at))


def _words(signature: Signature, at: datetime) -> dict[str, str]:
    return {"name": named(signature.organisation), "compact": _compact(signature, at).name}


def _address(route: str, signature: Signature) -> str:
    return reverse(route, kwargs={"compact": signature.compact_id, "organisation": signature.organisation.slug})
