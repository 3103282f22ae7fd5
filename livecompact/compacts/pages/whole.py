"""A Compact whole, to take away: the forms in which it can be had, and what one of paper holds."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from livecompact.agreements import Edition, Undertaking
from livecompact.agreements.agreement import Group, Principle, SignedText, Term
from livecompact.compacts.pages.shared import address, binds, day_or_not_known, printed
from livecompact.compacts.queries import NotThere, Published
from livecompact.frame import pdf


@dataclass(frozen=True)
class Form:
    """A form in which the agreement can be had, what it is good for, and where it is."""

    name: str
    says: str
    address: str


@dataclass(frozen=True)
class FormsPage:
    """Every form in which the agreement can be taken away."""

    title: str
    forms: tuple[Form, ...]


@dataclass(frozen=True)
class WholePromise:
    """A promise as paper has it. `number` is empty where the text prints none."""

    id: str
    number: str
    name: str
    binds: str
    plain: str
    wording: str
    is_official: bool


@dataclass(frozen=True)
class WholeSection:
    """A section with its promises."""

    id: str
    title: str
    says: str
    promises: tuple[WholePromise, ...]


@dataclass(frozen=True)
class WholeText:
    """One edition from its first page to its last."""

    title: str
    edition: str
    starts: date | str
    note: str
    is_official: bool
    sections: tuple[WholeSection, ...]
    principles: tuple[Principle, ...]
    challenges: tuple[Principle, ...]
    terms: tuple[Term, ...]
    groups: tuple[Group, ...]
    signed_text: SignedText
    signed_on: str
    address: str


def forms_page(compact: Published) -> FormsPage:
    """Every form in which the agreement can be taken away; the PDF where this site makes them."""
    paper = Form(
        _("PDF, to print or to read aloud"),
        _("All of it, with page numbers. Screen readers can read it."),
        address("agreement.pdf", compact),
    )
    data = Form(
        _("Data (JSON)"),
        _("Every edition as one file, for programs."),
        address("agreement.json", compact),
    )
    files = Form(
        _("A folder of files (zip)"),
        _("Every edition, to read and to change by hand."),
        address("agreement.zip", compact),
    )
    title = _("Take the %(called)s with you") % {"called": compact.agreement.called}
    return FormsPage(title, (paper, data, files) if pdf.is_installed() else (data, files))


def whole_text(compact: Published, edition: Edition) -> WholeText:
    """One edition whole, as paper has it."""
    promises = edition.undertakings
    return WholeText(
        title=compact.name,
        edition=edition.name,
        starts=day_or_not_known(edition.starts),
        note=edition.note,
        is_official=bool(promises) and all(each.official for each in promises),
        sections=tuple(
            WholeSection(section.id, section.title, section.says, tuple(_promise(each) for each in undertakings))
            for section, undertakings in edition.by_section()
        ),
        principles=edition.principles,
        challenges=edition.challenges,
        terms=edition.terms,
        groups=compact.agreement.groups,
        signed_text=compact.agreement.signed_text,
        signed_on=urlsplit(compact.agreement.signed_text.url).netloc,
        address=address("edition", compact, edition=edition.id),
    )


def pdf_address(route: str, compact: Published, **parts: str) -> str:
    """Where a page is as PDF; empty where this site makes none."""
    return address(f"{route}.pdf", compact, **parts) if pdf.is_installed() else ""


def called(compact: Published, *parts: str) -> str:
    """The name of a file that somebody keeps, such as "hertfordshire-2016"; NotThere where a part is no name."""
    name = "-".join([compact.id, *parts])
    if not all(letter.isascii() and (letter.isalnum() or letter in "-._") for letter in name):
        raise NotThere(name)
    return name


def _promise(undertaking: Undertaking) -> WholePromise:
    return WholePromise(
        id=undertaking.id,
        number=printed(undertaking),
        name=undertaking.name,
        binds=binds(undertaking),
        plain=undertaking.plain,
        wording=undertaking.official or undertaking.wording,
        is_official=bool(undertaking.official),
    )
