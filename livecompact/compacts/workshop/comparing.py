"""What a draft changes of what is published: thing by thing, word by word."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from livecompact.agreements.reading import OWN_FILES
from livecompact.agreements.writing import written_value
from livecompact.compacts.changes import Piece, changed_words
from livecompact.compacts.workshop.editing import Folder
from livecompact.compacts.workshop.shapes import OPEN_NUMBER
from livecompact.frame.dates import long_date

KEYS = ("id", "code", "role", "term")
"""What a table in a list is known by, the first that it has."""

type Key = tuple[str, ...]
type Fields = dict[str, str]


@dataclass(frozen=True)
class Part:
    """One field of a thing, as it was and is; `pieces` holds what was taken out and put in."""

    label: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Change:
    """A thing that was changed, added or taken out: `how` is one of these words."""

    title: str
    how: str
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Group:
    """The changes of one edition, or of what stands around all of them."""

    title: str
    changes: tuple[Change, ...]


def compared(before: Folder, after: Folder) -> tuple[Group, ...]:
    """What changed, by edition. A new edition is compared with the one that came before it."""
    groups = [Group(_("Around the text"), tuple(_changes(_around(before), _around(after))))]
    known = _editions(before)
    for edition in _editions(after):
        if edition in known:
            groups.append(_group(_("Edition %(edition)s") % {"edition": edition}, before, edition, after, edition))
        elif known:
            of = {"edition": edition, "former": known[-1]}
            groups.append(
                _group(_("New edition %(edition)s, beside %(former)s") % of, before, known[-1], after, edition)
            )
    return tuple(group for group in groups if group.changes)


def _editions(folder: Folder) -> list[str]:
    """The editions, oldest first."""
    found = [path.split("/")[0] for path in folder if path.endswith("/edition.toml")]
    return sorted(found, key=lambda each: (str(folder[f"{each}/edition.toml"]["from"]).replace("not known", ""), each))


def _group(title: str, before: Folder, was: str, after: Folder, now: str) -> Group:
    return Group(title, tuple(_changes(_of_edition(before, was), _of_edition(after, now))))


def _changes(was: Mapping[Key, tuple[str, Fields]], now: Mapping[Key, tuple[str, Fields]]) -> Iterator[Change]:
    for key, (title, fields) in now.items():
        if key not in was:
            yield Change(
                title, "added", tuple(Part(name, (Piece("in", text),)) for name, text in fields.items() if text)
            )
        elif parts := tuple(_parts(was[key][1], fields)):
            yield Change(title, "changed", parts)
    yield from (Change(title, "taken out") for key, (title, _fields) in was.items() if key not in now)


def _parts(was: Fields, now: Fields) -> Iterator[Part]:
    for name in dict.fromkeys([*was, *now]):
        if pieces := changed_words(was.get(name, ""), now.get(name, "")):
            yield Part(name, pieces)


def _around(folder: Folder) -> dict[Key, tuple[str, Fields]]:
    editions = tuple(f"{edition}/" for edition in _editions(folder))
    files = {path: data for path, data in folder.items() if not path.startswith(editions)}
    return {key: thing for path, data in files.items() for key, thing in _things(path, path, data)}


def _of_edition(folder: Folder, edition: str) -> dict[Key, tuple[str, Fields]]:
    """The things of an edition; its promises are the same in whatever file they stand."""
    found: dict[Key, tuple[str, Fields]] = {}
    for path in (path for path in folder if path.startswith(f"{edition}/")):
        name = path.removeprefix(f"{edition}/").removesuffix(".toml")
        found |= dict(_things(name if name in OWN_FILES else "promises", name, folder[path]))
    return found


def _things(place: str, file: str, data: Mapping[str, Any]) -> Iterator[tuple[Key, tuple[str, Fields]]]:
    """Each table of a file with its words, and what stands outside any."""
    outside: Fields = {}
    for name, value in data.items():
        if isinstance(value, list) and value and all(isinstance(each, Mapping) for each in value):
            for at, table in enumerate(value):
                known_by = next((str(table[key]) for key in KEYS if key in table), str(at + 1))
                yield (place, name, known_by), (_title(name, table, known_by), _fields(table))
        elif isinstance(value, Mapping):
            outside |= {f"{_label(name)}: {key}": text for key, text in _fields(value).items()}
        elif name != "id":
            outside[_label(name)] = _said(value)
    if outside:
        yield (place, ""), (_names_of_files().get(file, file), outside)


def _fields(table: Mapping[str, Any]) -> Fields:
    return {_label(key): _said(value) for key, value in table.items() if key not in ("id", "code")}


def _said(value: Any) -> str:
    """A value as people read it; a test or an example as it is written."""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, Mapping) and set(value) == {"on", "by", "minute"}:
        return _("%(on)s by %(by)s (%(minute)s)") % {**value, "on": long_date(value["on"])}
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return "; ".join(value)
    return written_value(value)


def _label(key: str) -> str:
    return _labels().get(key) or key.replace("_", " ").capitalize()


def _title(name: str, table: Mapping[str, Any], known_by: str) -> str:
    match name:
        case "undertaking":
            return _("Promise %(number)s: %(name)s") % {"number": table["number"], "name": table["name"]}
        case "standard":
            asks = table["asks"].replace(OPEN_NUMBER, _("the number that is agreed"))
            return _("Check %(code)s: %(asks)s") % {"code": table["code"], "asks": asks}
        case "contact":
            return _("Contact: %(role)s") % {"role": known_by}
        case "booklet":
            return _("Easy Read: %(title)s") % {"title": table["title"]}
    return f"{name}: {table.get('title') or table.get('name') or known_by}"


def _names_of_files() -> Mapping[str, str]:
    return {
        "agreement.toml": _("The agreement"),
        "concerns.toml": _("How a concern is raised"),
        "edition": _("Name and days"),
        "wording": _("Official words"),
    }


def _labels() -> Mapping[str, str]:
    return {
        "wording": _("In our words"),
        "plain": _("In plain words"),
        "binds": _("Who it binds"),
        "way_out": _("Words that allow less"),
        "name": _("Name"),
        "number": _("Number"),
        "asks": _("What it asks"),
        "kept": _("Kept when"),
        "adopted": _("Agreed"),
        "since": _("From"),
        "from": _("From"),
        "review_by": _("To be reviewed by"),
        "note": _("Note"),
        "example": _("Examples"),
        "undertaking": _("Promise"),
        "of": _("Checked on each"),
        "due": _("The last day for it"),
        "when": _("Only where"),
        "unless": _("Explained by"),
        "suggested": _("Our suggestion"),
        "source": _("Where the number comes from"),
        "basis": _("Who says so"),
        "section": _("Section"),
        "role": _("Role"),
        "until": _("Until"),
        "who": _("Name"),
        "email": _("Email address"),
        "phone": _("Phone number"),
        "checks": _("How it is kept in view"),
        "shown_by": _("What is recorded"),
    }
