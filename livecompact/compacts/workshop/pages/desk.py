"""The first page of the workshop: what is to be done to get a Compact ready, and how far each thing is."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.workshop.editing import leaves_number_open, standards
from livecompact.compacts.workshop.problems import address, problems
from livecompact.compacts.workshop.queries import AtWork
from livecompact.standards.standard import Basis


@dataclass(frozen=True)
class Task:
    """One thing to do: its words, how far it is, and where it is done."""

    name: str
    hint: str
    status: str
    address: str


@dataclass(frozen=True)
class DeskPage:
    """The two lists of tasks, and the way to the text as files."""

    title: str
    needed: tuple[Task, ...]
    if_you_like: tuple[Task, ...]


def desk_page(bench: AtWork) -> DeskPage:
    """What is to be done, the needed things first."""
    return DeskPage(_("Get your Compact ready"), _needed(bench), _if_you_like(bench))


def _needed(bench: AtWork) -> tuple[Task, ...]:
    edition = bench.agreement.newest.id
    return (
        Task(_("Your name and contact"), _("Whom people ask"), _contacts(bench), address(bench, "contacts")),
        Task(_("Check the text"), _("Editions and promises"), _text(bench), address(bench, "editions")),
        Task(
            _("Choose the checks"),
            _("What is checked, and with which number"),
            _checks(bench),
            address(bench, "checks", edition=edition),
        ),
        Task(_("Publish"), _("Look at what changed, then make it public"), _publish(bench), address(bench, "publish")),
    )


def _if_you_like(bench: AtWork) -> tuple[Task, ...]:
    agreement = bench.agreement
    edition = agreement.newest
    loaded = sum(bool(each.official) for each in edition.undertakings)
    words = _("%(loaded)s of %(all)s") % {"loaded": loaded, "all": len(edition.undertakings)}
    booklets = len(edition.booklets)
    unchecked = sum(each.checked_on is None for each in edition.booklets)
    easy = _("%(count)s booklets, %(unchecked)s not checked yet") % {"count": booklets, "unchecked": unchecked}
    file = f"{edition.id}/easy-read.toml"
    easy_address = address(bench, "file", path=file) if file in bench.folder() else address(bench, "files")
    return (
        Task(_("Official words"), _("The text as it was signed"), words, address(bench, "wording", edition=edition.id)),
        Task(_("Logo and colours"), _("And your word for a promise"), "", address(bench, "look")),
        Task(_("Easy Read booklets"), _("Words and pictures"), easy, easy_address),
        Task(_("Accessibility statement"), _("What it says of this site"), "", reverse("accessibility")),
        Task(_("Every file"), _("For who likes to write it by hand"), "", address(bench, "files")),
    )


def _contacts(bench: AtWork) -> str:
    reached = [each for each in bench.agreement.contacts if each.who and (each.email or each.phone)]
    return _("Done") if reached else _("To do")


def _text(bench: AtWork) -> str:
    count = len(problems(bench))
    return (
        ngettext("%(count)s thing to mend", "%(count)s things to mend", count) % {"count": count}
        if count
        else _("Done")
    )


def _checks(bench: AtWork) -> str:
    tables = standards(bench.folder(), bench.agreement.newest.id)
    local = [
        each for each in tables if each["basis"] == Basis.LOCAL and "adopted" not in each and leaves_number_open(each)
    ]
    count = len(local)
    if not count:
        return _("Done")
    return ngettext("%(count)s number to agree", "%(count)s numbers to agree", count) % {"count": count}


def _publish(bench: AtWork) -> str:
    if not bench.is_draft:
        return _("Nothing to publish")
    return _("Ready") if bench.looked.is_well else _("Not ready yet")
