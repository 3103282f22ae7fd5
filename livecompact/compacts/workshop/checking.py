"""A check while it is written: what is wrong with it, by line, what it says in plain English, and its examples."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from livecompact import kinds
from livecompact.agreements import Mistake
from livecompact.agreements.canonical import canonical
from livecompact.agreements.dated import with_dates
from livecompact.agreements.documents import Document
from livecompact.agreements.mistakes import perhaps
from livecompact.agreements.not_toml import in_plain_words
from livecompact.agreements.reading import setting_of
from livecompact.agreements.validating import look_at_documents
from livecompact.agreements.writing import written, written_documents, written_standard
from livecompact.compacts.pages.promise import ShownStandard, shown_standard
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.editing import Table
from livecompact.compacts.workshop.queries import AtWork
from livecompact.standards.examples import verdict_of
from livecompact.standards.reading import Unreadable, read_standard
from livecompact.standards.standard import Setting, Standard

HERE = "this check"
LEAST_EXAMPLES = 2


@dataclass(frozen=True)
class TriedExample:
    """A worked example: what it says must come out, and what does."""

    say: str
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        """Whether both are the same."""
        return self.expected == self.found


@dataclass(frozen=True)
class Tried:
    """A check as it was typed: its table and its words where it could be read, and every mistake in it."""

    mistakes: tuple[Mistake, ...]
    table: Table | None = None
    shown: ShownStandard | None = None
    examples: tuple[TriedExample, ...] = ()

    @property
    def may_be_kept(self) -> bool:
        """Whether it can go into the draft: it can be read, and nothing in it is wrong."""
        return self.table is not None and not self.mistakes


def try_out(bench: AtWork, edition: str, typed: str, former: str = "") -> Tried:
    """What a check comes to that is typed as TOML, as `livecompact validate` would see it in its place.

    `former` is the code of the check whose place it takes.
    """
    document = _read(typed)
    if isinstance(document, Mistake):
        return Tried((document,))
    tables = document.data.get("standard")
    if set(document.data) != {"standard"} or not isinstance(tables, list) or len(tables) != 1:
        return Tried((Mistake(HERE, 1, _("This is not one check."), _("Write one check, below a line [[standard]].")),))
    table = tables[0]
    mistakes = [*_taken(bench, edition, table, former, document), *_in_place(bench, edition, document, table, former)]
    standard = _standard(bench, edition, table)
    if standard is None:
        return Tried(tuple(mistakes), table)
    tried = tuple(TriedExample(each.say, each.verdict, verdict_of(standard, each)) for each in standard.examples)
    return Tried(tuple(mistakes), table, shown_standard(standard), tried)


def setting_for(bench: AtWork, edition: str, number: str, kind: str) -> Setting | None:
    """What surrounds a check of a promise; None where the draft has no such promise or kind."""
    agreement = bench.agreement
    found = [each for each in agreement.edition(edition).undertakings if each.number == number]
    if not found or kind not in kinds.KINDS:
        return None
    return setting_of(found[0], kinds.kind(kind), agreement.calendar, agreement.called, edition)


def examples_with(bench: AtWork, edition: str, table: Table, number: str) -> list[Table]:
    """The worked examples of a check that still come out as they say once another number stands in it.

    Where fewer than two do, others are told anew: with that number, and with the verdict that comes of it.
    """
    given: list[Table] = list(table["example"])
    standard = _standard(bench, edition, {**table, "number": number} if number else table)
    if standard is None:
        return given
    found = [verdict_of(standard, each) for each in standard.examples]
    held = [each for each, verdict in zip(given, found, strict=True) if each["verdict"] == verdict]
    told = [
        {**each, "verdict": verdict, "say": _("With %(number)s: %(say)s") % {"number": number, "say": each["say"]}}
        for each, verdict in zip(given, found, strict=True)
        if each["verdict"] != verdict
    ]
    return [*held, *told[: max(0, LEAST_EXAMPLES - len(held))]]


def _read(typed: str) -> Document | Mistake:
    text = typed.replace("\r\n", "\n").replace("\r", "\n").strip() + "\n"
    try:
        return Document(HERE, text, with_dates(tomllib.loads(text)))
    except tomllib.TOMLDecodeError as error:
        return in_plain_words(HERE, text, error)
    except RecursionError:
        return Mistake(HERE, 1, _("Its lists lie too deep inside each other."), _("Keep to the format."))


def _taken(bench: AtWork, edition: str, table: Table, former: str, document: Document) -> list[Mistake]:
    codes = [each["code"] for each in editing.standards(bench.folder(), edition)]
    if table.get("code") in codes and table.get("code") != former:
        says = _("Another check is called “%(code)s”.") % {"code": table["code"]}
        return [document.mistake(("standard", 0, "code"), says, _("Give this one a code of its own."))]
    return []


def _in_place(bench: AtWork, edition: str, document: Document, table: Table, former: str) -> list[Mistake]:
    """The mistakes that the whole agreement has on the lines of this check, once it stands in its place."""
    folder = bench.folder()
    if number_mistake := _of_no_promise(folder, edition, document, table):
        return [number_mistake]
    path = f"{edition}/standards.toml"
    rest = [each for each in editing.standards(folder, edition) if each["code"] not in (former, table.get("code"))]
    after = written({"standard": rest}) if rest else ""
    documents = written_documents(canonical({name: Document(name, "", data) for name, data in folder.items()}))
    data: Mapping[str, Any] = {"standard": [table, *with_dates(rest)]}
    documents[path] = Document(path, f"{document.text}\n{after}", data)
    _, mistakes = look_at_documents(documents, bench.beside)
    last = document.text.count("\n")
    own = [each for each in mistakes if each.file == path and each.line <= last]
    return [Mistake(HERE, each.line, each.says, each.mend) for each in own]


def _of_no_promise(folder: editing.Folder, edition: str, document: Document, table: Table) -> Mistake | None:
    numbers = [each["number"] for _path, _at, each in editing.promises(folder, edition)]
    number = table.get("undertaking")
    if not isinstance(number, str) or number in numbers:
        return None
    says = _("There is no promise %(number)s in this edition.") % {"number": number}
    mend = perhaps(number, numbers) + _("Write the number of a promise.")
    return document.mistake(("standard", 0, "undertaking"), says, mend)


def _standard(bench: AtWork, edition: str, table: Table) -> Standard | None:
    """The check as the program reads it; None where it cannot be read, which is told among the mistakes."""
    setting = setting_for(bench, edition, str(table.get("undertaking")), str(table.get("of")))
    try:
        return read_standard(table, setting, kinds.kind(table["of"]).read) if setting else None
    except (Unreadable, TypeError, KeyError, ValueError, AttributeError):
        return None


__all__ = ["Tried", "TriedExample", "setting_for", "try_out", "written_standard"]
