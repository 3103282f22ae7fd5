"""What the pages of joining show."""

from dataclasses import dataclass
from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from livecompact.agreements.checks import SIGNING
from livecompact.compacts.pages.shared import PromiseLine, line
from livecompact.compacts.queries import Published
from livecompact.frame import calendars
from livecompact.register.joining.answers import Answers
from livecompact.register.joining.forms import JoinForm, ReminderForm
from livecompact.register.joining.matches import charity, matches, organisation
from livecompact.register.joining.pages import Page, before
from livecompact.register.models import As, Backing, Joining, Kind, Sector, Signature
from livecompact.standards.standard import Side

REMIND = "join-again"


@dataclass(frozen=True)
class StartPage:
    """What it means to sign. `begin` is where the button leads."""

    begin: str


@dataclass(frozen=True)
class QuestionPage:
    """A page that asks: its heading (empty where its one question is the heading), and the page before it."""

    id: str
    title: str
    back: str
    is_friend: bool
    is_public_body: bool
    email: str
    answered: tuple[tuple[str, str, str], ...]
    acknowledged: tuple[str, ...]


@dataclass(frozen=True)
class PaperPage:
    """The paper for the meeting: what would be promised, by groups and by both sides."""

    promises: tuple[PromiseLine, ...]
    address: str


@dataclass(frozen=True)
class DonePage:
    """What was signed."""

    name: str
    reference: str
    is_friend: bool
    checked_by: date | None
    address: str


def start_page(compact: Published, kind: str) -> StartPage:
    """The first page; `kind` is chosen beforehand where a link says it."""
    known = {each.value for each in Sector}
    begin = reverse("join_page", kwargs={"compact": compact.id, "page": "kind"})
    return StartPage(begin + (f"?kind={kind}" if kind in known else ""))


def form_for(page: Page, joining: Joining, request: HttpRequest) -> JoinForm:
    """The form of a page, sent or with what was answered before."""
    answers = Answers(joining.answers)
    if page.id == "kind" and "kind" not in joining.answers and request.GET.get("kind"):
        answers = Answers({**joining.answers, "kind": request.GET["kind"]})
    found = matches(answers) if page.id == "match" else ()
    return page.form(request.POST if request.method == "POST" else None, answers, found)


def question_page(compact: Published, page: Page, joining: Joining) -> QuestionPage:
    """One page that asks."""
    answers, earlier = Answers(joining.answers), before(page, joining)
    to = {"page": earlier.id} if earlier else {}
    return QuestionPage(
        id=page.id,
        title=_title(page, answers),
        back=reverse("join_page" if earlier else "join", kwargs={"compact": compact.id, **to}),
        is_friend=answers.is_friend,
        is_public_body=answers.sector is Sector.STATUTORY,
        email=answers.get("email"),
        answered=_answered(compact, answers, joining) if page.id == "check" else (),
        acknowledged=_acknowledged(compact, answers) if page.id == "check" else (),
    )


def reminder_form(request: HttpRequest) -> ReminderForm:
    """The day on which somebody wants to come back; empty boxes where none was sent."""
    return ReminderForm(request.GET if any(name.startswith("on-") for name in request.GET) else None)


def reminder(request: HttpRequest, compact: Published, on: date, at: datetime) -> HttpResponse:
    """That day as an entry for their own calendar: nobody's address is needed for it."""
    title = _("Sign the %(compact)s") % {"compact": compact.name}
    says = _("You wanted to come back when your organisation has agreed.")
    address = reverse("join", kwargs={"compact": compact.id})
    day = calendars.Deadline(
        id=f"{REMIND}-{compact.id}-{on:%Y%m%d}", day=on, title=title, says=says, address=address, changed_at=at
    )
    return calendars.answer(request, [day], title)


def paper_page(compact: Published) -> PaperPage:
    """What a group would promise, for those who decide."""
    made = [each for each in compact.edition.undertakings if each.binds is not Side.STATUTORY]
    return PaperPage(tuple(line(compact, each) for each in made), reverse("join", kwargs={"compact": compact.id}))


def done_page(compact: Published, reference: str) -> DonePage:
    """What came of a sign-up."""
    found = Signature.objects.filter(reference=reference, compact__slug=compact.id).select_related("organisation")
    signature = found.earliest("version")
    friend = signature.signs_as == As.FRIEND
    return DonePage(
        name=signature.organisation.name,
        reference=reference,
        is_friend=friend,
        checked_by=signature.answer_by,
        address=reverse("friends" if friend else "organisations", kwargs={"compact": compact.id}),
    )


def _title(page: Page, answers: Answers) -> str:
    """The heading of a page with more than one question."""
    titles = {
        "test": _("Tell us what kind of organisation it is"),
        "about": _("Tell us about your organisation"),
        "who": _("Who is joining?") if answers.is_friend else _("Who is signing?"),
        "code": _("Check your email"),
        "backing": _("Tell people how you back it"),
        "check": _("Check your answers and join") if answers.is_friend else _("Check your answers and sign"),
    }
    return titles.get(page.id, "")


def _acknowledged(compact: Published, answers: Answers) -> tuple[str, ...]:
    """What a group acknowledges by signing, where the text has such a line."""
    if answers.sector is not Sector.VOLUNTARY:
        return ()
    return tuple(each.plain for each in compact.edition.undertakings if SIGNING in each.checks)


def _answered(compact: Published, answers: Answers, joining: Joining) -> tuple[tuple[str, str, str], ...]:
    """Every answer as a row: what was asked, what was said, and the page on which it is changed."""

    def row(key: str, value: str, page: str) -> tuple[str, str, str]:
        return key, value, reverse("join_page", kwargs={"compact": compact.id, "page": page})

    name, place, page = _told(answers)
    side = answers.sector.label if answers.sector else ""
    rows = [row(_("What it is"), str(side), "kind"), row(_("Organisation"), name, page)]
    if place:
        rows.append(row(_("Postcode"), place, page))
    rows += [row(_("Full name"), answers.get("full_name"), "who"), row(_("Your role"), answers.get("role"), "who")]
    if not answers.is_friend:
        rows.append(row(_("Have those who decide agreed?"), _("Yes"), "agreed"))
        rows.append(row(_("Contact about promises"), answers.get("contact") or joining.email, "who"))
    rows.append(row(_("Email address"), joining.email, "email"))
    if answers.is_friend:
        backing = [str(Backing(each).label) for each in answers.given.get("backing") or ()]
        rows.append(row(_("How you back it"), ". ".join([*backing, answers.get("commitment")]).strip(". "), "backing"))
    return tuple(rows)


def _told(answers: Answers) -> tuple[str, str, str]:
    """What the organisation is called, where it is, and the page that says so."""
    if known := organisation(answers):
        return known.name, known.postcode, "match"
    if listed := charity(answers):
        words = {"name": listed.name, "number": listed.number}
        return _("%(name)s, charity %(number)s") % words, listed.postcode, "match"
    if answers.is_friend:
        return answers.get("name"), "", "name"
    sort = f" ({Kind(answers.get('sort')).label})" if answers.get("sort") else ""
    return f"{answers.get('called')}{sort}", answers.get("postcode"), "about"
