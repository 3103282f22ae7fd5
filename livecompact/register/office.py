"""The officer's acts: which form each asks, what it begins with, and which action it calls."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from livecompact.compacts.queries import Published
from livecompact.frame.fields import Words
from livecompact.people.models import Person
from livecompact.register import actions, forms, queries
from livecompact.register.clocks import answer_by
from livecompact.register.identifiers import CHARITY, OrgId, charity_number
from livecompact.register.models import KINDS, SECTOR_OF, As, Kind, Organisation, Sector, Signature
from livecompact.register.queries import Seen
from livecompact.register.rights import states_for
from livecompact.register.second import may_go_on

OFFICER = "Compact officer"


@dataclass(frozen=True)
class Desk:
    """What an act is done with: the Compact, the sign-up as it was seen, the moment, and in which role."""

    compact: Published
    seen: Seen
    at: datetime
    by: str = OFFICER
    person: Person | None = None

    @property
    def signature(self) -> Signature:
        """The sign-up."""
        return self.seen.signature

    @property
    def organisation(self) -> Organisation:
        """Whose it is."""
        return self.seen.signature.organisation

    @property
    def today(self) -> date:
        """The day it is."""
        return localdate(self.at)


type Told = dict[str, Any]


@dataclass(frozen=True)
class Act:
    """One act: its words, its form, what the form begins with, what it does, and in which states it is offered."""

    title: Words
    button: Words
    form: type[forms.ActForm]
    do: Callable[[Desk, Told], object]
    begins: Callable[[Desk], Told] = lambda _desk: {}
    states: frozenset[str] = frozenset()

    def offered(self, desk: Desk) -> bool:
        """Whether it can be done now."""
        return not self.states or desk.signature.state in self.states


def _by(desk: Desk) -> Told:
    return {"by": desk.by, "at": desk.at}


@transaction.atomic
def _answer(desk: Desk, told: Told) -> None:
    signature, by = desk.signature, _by(desk)
    match told["answer"]:
        case "approve":
            if desk.person is None or may_go_on(signature, desk.person, desk.at):
                actions.approve(signature=signature, **by)
        case "ask":
            actions.ask(signature=signature, reason=told["reason"], **by)
        case _:
            actions.decline(signature=signature, reason=told["reason"], **by)


def _answered(desk: Desk, told: Told) -> None:
    clock = answer_by(desk.compact.agreement.calendar, desk.today)
    actions.answer(signature=desk.signature, says=told["says"], answer_by=clock, by=OFFICER, at=desk.at)


def _renew(desk: Desk, told: Told) -> None:
    edition = desk.compact.edition.id
    actions.renew(signature=desk.signature, edition=edition, renewed_on=told["renewed_on"], by=OFFICER, at=desk.at)


def _details(desk: Desk, told: Told) -> None:
    known = {name: told[name] for name in ("name", "kind", "postcode", "website", "size")}
    actions.change_organisation(organisation=desk.organisation, by=OFFICER, at=desk.at, **known)


def _number(desk: Desk, told: Told) -> None:
    actions.add_identifier(organisation=desk.organisation, identifier=told["identifier"], by=OFFICER, at=desk.at)


def change_contact(desk: Desk, told: Told) -> None:
    """Change the champion and whom to ask; all else that was said stays."""
    kept = ("authority", "authority_on", "commitment", "backing", "logo_allowed", "represented_by")
    says = actions.Signing(
        **{name: getattr(desk.signature, name) for name in kept},
        champion=told["champion"],
        contact_role=told["contact_role"],
        contact_email=told["contact_email"],
        contact_shown=told["contact_shown"] == "yes",
    )
    actions.change(signature=desk.signature, says=says, **_by(desk))


def _end(desk: Desk, told: Told) -> None:
    by = _by(desk)
    days: Told = {"last_day": told["last_day"], "reason": told["reason"]}
    match told["how"]:
        case "left":
            actions.withdraw(signature=desk.signature, **days, **by)
        case "lapsed":
            actions.lapse(signature=desk.signature, **days, **by)
        case status:
            actions.end_organisation(organisation=desk.organisation, status=status, on=told["last_day"], **by)


def _follow(desk: Desk, told: Told) -> None:
    others = [each for each in queries.find(told["after"]) if each != desk.organisation]
    if len(others) != 1:
        said = _("We know no organisation of that name. Add it first") if not others else _several(others)
        raise ValidationError({"after": said})
    before = desk.organisation
    actions.succeed(before=before, after=others[0], on=told["on"], note=told["note"], by=OFFICER, at=desk.at)


def _several(others: list[Organisation]) -> str:
    names = ", ".join(each.name for each in others)
    return _("Write which one you mean: %(names)s") % {"names": names}


def _known(desk: Desk) -> Told:
    organisation = desk.organisation
    return {name: getattr(organisation, name) for name in ("name", "kind", "postcode", "website", "size")}


def contact_said(desk: Desk) -> Told:
    """The champion and whom to ask, as they were last said."""
    signature = desk.signature
    told = {name: getattr(signature, name) for name in ("champion", "contact_role", "contact_email")}
    return told | {"contact_shown": "yes" if signature.contact_shown else "no"}


def _today(name: str) -> Callable[[Desk], Told]:
    return lambda desk: {name: desk.today}


ACTS: dict[str, Act] = {
    "answer": Act(
        gettext_lazy("Answer the sign-up"),
        gettext_lazy("Answer"),
        forms.Answer,
        _answer,
        states=states_for("signature.approve"),
    ),
    "answered": Act(
        gettext_lazy("Keep what it answered"),
        gettext_lazy("Keep"),
        forms.Answered,
        _answered,
        states=states_for("signature.answer"),
    ),
    "renew": Act(
        gettext_lazy("Renew"),
        gettext_lazy("Renew"),
        forms.Renewing,
        _renew,
        _today("renewed_on"),
        states_for("signature.renew"),
    ),
    "contact": Act(
        gettext_lazy("Change champion and contact"),
        gettext_lazy("Change"),
        forms.Contact,
        change_contact,
        contact_said,
        states_for("signature.change"),
    ),
    "details": Act(
        gettext_lazy("Change what it is"),
        gettext_lazy("Change"),
        forms.Details,
        _details,
        _known,
        states_for("organisation.change"),
    ),
    "number": Act(
        gettext_lazy("Add a number"),
        gettext_lazy("Add"),
        forms.Number,
        _number,
        states=states_for("organisation.change"),
    ),
    "end": Act(
        gettext_lazy("It left, or ended"),
        gettext_lazy("Take it off the list"),
        forms.Ending,
        _end,
        states=states_for("signature.withdraw") | states_for("organisation.end"),
    ),
    "follow": Act(
        gettext_lazy("It became another, or part of one"),
        gettext_lazy("Keep"),
        forms.Following,
        _follow,
        _today("on"),
        states_for("organisation.succeed"),
    ),
}


def form_of(act: Act, desk: Desk, data: Any) -> forms.ActForm:
    """The form of an act, with what it begins with; it remembers which state of the sign-up was seen."""
    form = act.form(data, initial=act.begins(desk) | {"version": desk.signature.version})
    if act.form is forms.Details:
        kinds = [(kind.value, kind.label) for kind in KINDS[Sector(desk.organisation.sector)]]
        form.fields["kind"].choices = [("", _("Choose one")), *kinds]  # type: ignore[attr-defined]
    return form


def done(act: Act, desk: Desk, form: forms.ActForm) -> bool:
    """Do what a form asks; False where it cannot be, with the reason in the form."""
    if not form.is_valid():
        return False
    return _tried(form, lambda: _do(act, desk, form.cleaned_data))


def added(compact: Published, form: forms.Adding, at: datetime, by: Person) -> Signature | None:
    """Add an organisation that signed on paper or by phone; None where it cannot be, with the reason in the form."""
    made: list[Signature] = []
    if form.is_valid():
        _tried(form, lambda: made.append(_add(compact, form.cleaned_data, at, by)))
    return made[0] if made else None


def _do(act: Act, desk: Desk, told: Told) -> None:
    if told.get("version") not in (None, desk.signature.version):
        raise actions.ChangedMeanwhile
    act.do(desk, told)


def _tried(form: forms.ActForm, do: Callable[[], object]) -> bool:
    try:
        do()
    except actions.ChangedMeanwhile:
        form.add_error(None, _("Somebody changed this just now. Look at it again"))
    except actions.AlreadySigned as already:
        words = _("%(name)s is on the register of this Compact already")
        form.add_error(None, words % {"name": already.signature.organisation.name})
    except (actions.WrongState, actions.CannotSign) as wrong:
        form.add_error(None, str(wrong))
    except ValidationError as wrong:
        _tell(form, wrong)
    return form.is_valid()


def _tell(form: forms.ActForm, wrong: ValidationError) -> None:
    """Each message beside its field, where the form has that field."""
    by_field = wrong.message_dict if hasattr(wrong, "error_dict") else {"": wrong.messages}
    own = {"identifiers": "org_id", "ended_on": "last_day"}
    for name, messages in by_field.items():
        field = own.get(name, name)
        for message in messages:
            form.add_error(field if field in form.fields else None, message)


@transaction.atomic
def _add(compact: Published, told: Told, at: datetime, person: Person) -> Signature:
    kind = Kind(told["kind"])
    organisation = actions.found_or_added(
        name=told["name"],
        sector=SECTOR_OF[kind],
        kind=kind,
        by=OFFICER,
        at=at,
        compact=compact.id,
        identifiers=_identifiers(told["org_id"]),
        postcode=told["postcode"],
        website=told["website"],
        size=told["size"],
    )
    signature = actions.sign(
        compact=compact.id,
        organisation=organisation,
        edition=compact.edition.id,
        signed_on=told["signed_on"],
        by=OFFICER,
        at=at,
        answer_by=answer_by(compact.agreement.calendar, localdate(at)),
        how=told["how"],
        signs_as=As.FRIEND if organisation.sector == Sector.BUSINESS else As.SIGNATORY,
        says=actions.Signing(
            name=told["signer"], role=told["role"], authority=told["authority"], champion=told["champion"]
        ),
    )
    may_go_on(signature, person, at)  # who types it in is the first person: where two are asked, another approves
    return signature


def _identifiers(written: str) -> list[str | OrgId]:
    if not written:
        return []
    number = charity_number(written)
    return [OrgId(CHARITY, number) if number else written]
