"""What is done to a draft: each takes the whole folder and gives it back with one thing changed.

A folder is its files by path, each as the data that it holds. Nothing here asks whether the result may be published:
that is looked at as a whole, by `livecompact.compacts.drafting`.
"""

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NoReturn

from livecompact.agreements.canonical import canonical, documents_of
from livecompact.agreements.documents import Document
from livecompact.agreements.published import day_before
from livecompact.agreements.reading import undertaking_files
from livecompact.standards.standard import Basis

type Table = dict[str, Any]
type Folder = dict[str, Table]
type Change = Callable[[Folder], None]

HEAD = "agreement.toml"
OTHER_WAY = "evidence"
"""How a promise is kept in view that has lost its last check: by what people add if they wish."""


class NotInDraft(LookupError):
    """The draft has no such edition, promise, check or file."""


def folder_of(text: str) -> Folder:
    """The files of a canonical text, which may be changed."""
    return {path: copy.deepcopy(dict(document.data)) for path, document in documents_of(text).items()}


def text_of(folder: Folder) -> str:
    """The canonical text of a folder."""
    return canonical({path: Document(path, "", data) for path, data in folder.items()})


def changed(text: str, change: Change) -> str:
    """A canonical text with one thing changed in it."""
    folder = folder_of(text)
    change(folder)
    return text_of(folder)


def new_edition(folder: Folder, *, source: str, edition: str, name: str, starts: date, note: str = "") -> None:
    """Add an edition that says what another one says, from a day on; that one ends the day before."""
    for path in _files_of(folder, source):
        folder[path.replace(f"{source}/", f"{edition}/", 1)] = copy.deepcopy(folder[path])
    former = _file(folder, f"{source}/edition.toml")
    if former["until"] == "not known" or former["until"] >= starts:
        former["until"] = day_before(starts)
    days = {"from": starts, "until": "not known", "review_by": "not known"}
    folder[f"{edition}/edition.toml"] |= {"id": edition, "name": name, "note": note, **days}
    folder.pop(f"{edition}/wording.toml", None)  # official words are of the text that was signed
    kept = [each for each in standards(folder, edition) if "until" not in each]
    for standard in kept:
        standard.pop("since", None)  # the edition's own first day bounds it
    folder[f"{edition}/standards.toml"] = {"standard": kept}
    _name_ways(folder, edition)


def set_edition(folder: Folder, edition: str, values: Mapping[str, Any]) -> None:
    """Change the name, the days or the note of an edition."""
    _file(folder, f"{edition}/edition.toml").update(values)


def drop_edition(folder: Folder, edition: str) -> None:
    """Take an edition out."""
    for path in _files_of(folder, edition):
        del folder[path]


def promises(folder: Folder, edition: str) -> Iterator[tuple[str, int, Table]]:
    """Each promise of an edition as it stands in the files: its file, its place there, its table."""
    documents = {path: Document(path, "", data) for path, data in folder.items()}
    for path in undertaking_files(documents, edition):
        for at, table in enumerate(folder[path].get("undertaking", [])):
            yield path, at, table


def promise(folder: Folder, edition: str, name: str) -> Table:
    """The promise of that id; NotInDraft where there is none."""
    return next((table for _, _, table in promises(folder, edition) if table["id"] == name), None) or _none(name)


def put_promise(folder: Folder, edition: str, former: str, values: Mapping[str, Any]) -> None:
    """Change the promise whose id is `former`, or add one where that is empty; its checks follow its number."""
    if former:
        table = promise(folder, edition, former)
        number = table["number"]
        table.update(values)
        for standard in standards(folder, edition):
            if standard["undertaking"] == number:
                standard["undertaking"] = values["number"]
        official = folder.get(f"{edition}/wording.toml", {}).get("official", {})
        if number in official:
            official[values["number"]] = official.pop(number)
        return
    table = {"way_out": [], "checks": [OTHER_WAY], **values}
    _beside(folder, edition, values["section"]).append(table)


def take_promise_out(folder: Folder, edition: str, name: str) -> None:
    """Take a promise out, with its checks; a file that has none left goes too."""
    for path, at, table in list(promises(folder, edition)):
        if table["id"] == name:
            del folder[path]["undertaking"][at]
            if not folder[path]["undertaking"]:
                del folder[path]
            kept = [each for each in standards(folder, edition) if each["undertaking"] != table["number"]]
            folder[f"{edition}/standards.toml"]["standard"] = kept
            return
    _none(name)


def standards(folder: Folder, edition: str) -> list[Table]:
    """The checks of an edition as they stand in its file."""
    file = _file(folder, f"{edition}/standards.toml")
    return list(file.get("standard", []))


def standard(folder: Folder, edition: str, code: str) -> Table:
    """The check of that code; NotInDraft where there is none."""
    return next((table for table in standards(folder, edition) if table["code"] == code), None) or _none(code)


def put_standard(folder: Folder, edition: str, former: str, table: Table) -> None:
    """Put a check in the place of the one whose code is `former`, or at the end where that is empty."""
    there = standards(folder, edition)
    place = there.index(standard(folder, edition, former)) if former else len(there)
    there[place : place + 1] = [table]
    folder[f"{edition}/standards.toml"]["standard"] = there
    _name_ways(folder, edition)


def take_standard_out(folder: Folder, edition: str, code: str) -> None:
    """Take a check out of an edition."""
    kept = [each for each in standards(folder, edition) if each is not standard(folder, edition, code)]
    folder[f"{edition}/standards.toml"]["standard"] = kept
    _name_ways(folder, edition)


def end_standard(folder: Folder, edition: str, code: str, last_day: date) -> None:
    """Let a check hold until a day, that day included."""
    standard(folder, edition, code)["until"] = last_day


def move_up(folder: Folder, edition: str, code: str) -> None:
    """Let a check stand before the one that it follows among those of its promise."""
    there = standards(folder, edition)
    moved = standard(folder, edition, code)
    before = [each for each in there[: there.index(moved)] if each["undertaking"] == moved["undertaking"]]
    if before:
        there.remove(moved)
        there.insert(there.index(before[-1]), moved)
        folder[f"{edition}/standards.toml"]["standard"] = there


def adopt(
    folder: Folder, edition: str, code: str, *, number: str, adopted: Table, since: date, examples: list[Table]
) -> None:
    """Write down that the area agreed a check, with its number where it has one; it counts from `since`.

    `examples` are those that hold with that number.
    """
    table = standard(folder, edition, code)
    table["example"] = examples
    table.update({"adopted": adopted, "since": since, **({"number": number} if number else {})})


def drop(folder: Folder, edition: str, code: str, *, last_day: date, first_day: date, examples: list[Table]) -> None:
    """Let an agreed check end; from `first_day` on it advises again, under a new code and with our suggestion.

    `examples` are those that hold with our suggestion.
    """
    former = standard(folder, edition, code)
    former["until"] = last_day
    again = {key: value for key, value in former.items() if key not in ("adopted", "number", "until")}
    there = standards(folder, edition)
    again |= {"code": _new_code(code, {each["code"] for each in there}), "since": first_day, "example": examples}
    there.insert(there.index(former) + 1, copy.deepcopy(again))
    folder[f"{edition}/standards.toml"]["standard"] = there


def set_official(folder: Folder, edition: str, words: Mapping[str, str]) -> None:
    """Put official words beside ours, by number; an empty text takes those of its number away."""
    path = f"{edition}/wording.toml"
    _file(folder, f"{edition}/edition.toml")
    official = {**folder.get(path, {}).get("official", {}), **words}
    official = {number: text for number, text in official.items() if text}
    folder.pop(path, None)
    if official:
        folder[path] = {"official": official}


def set_contacts(folder: Folder, contacts: list[Table]) -> None:
    """Whom to ask, by role."""
    folder[HEAD]["contact"] = contacts


def put_file(folder: Folder, path: str, data: Table) -> None:
    """Put a whole file in the place of another."""
    folder[path] = data


def leaves_number_open(table: Mapping[str, Any]) -> bool:
    """Whether a check has a place for a number of the area's own."""
    return "{suggested}" in json.dumps({**table, "example": []}, default=str)


def _name_ways(folder: Folder, edition: str) -> None:
    """Let each promise's `checks` name the ways that its standards are, and no text or local way that is not there."""
    there = standards(folder, edition)
    for _, _, table in promises(folder, edition):
        ways = {_way(each) for each in there if each["undertaking"] == table["number"]} - {"tip"}
        kept = [way for way in table["checks"] if way in ways or way not in ("text", "local")]
        table["checks"] = [*kept, *sorted(ways - set(kept))] or [OTHER_WAY]


def _way(table: Mapping[str, Any]) -> str:
    if table["basis"] == Basis.PROMPT:
        return "tip"
    return "record" if "judged_by" in table else str(table["basis"])


def _beside(folder: Folder, edition: str, section: str) -> list[Table]:
    """The list that holds the promises of a section, or a new one in a file of that section's name."""
    last = ""
    for path, _, table in promises(folder, edition):
        last = path if table["section"] == section else last
    path = last or f"{edition}/{re.sub(r'[^a-z0-9]+', '-', section.lower()).strip('-') or 'promises'}-promises.toml"
    there: list[Table] = folder.setdefault(path, {}).setdefault("undertaking", [])
    return there


def _new_code(code: str, taken: set[str]) -> str:
    """The next code after one: feedback-in-time, feedback-in-time-2, feedback-in-time-3."""
    stem = re.sub(r"-\d+$", "", code)
    return next(name for at in range(2, len(taken) + 3) if (name := f"{stem}-{at}") not in taken)


def _files_of(folder: Folder, edition: str) -> list[str]:
    _file(folder, f"{edition}/edition.toml")
    return [path for path in folder if path.startswith(f"{edition}/")]


def _file(folder: Folder, path: str) -> Table:
    return folder[path] if path in folder else _none(path)


def _none(name: str) -> NoReturn:
    raise NotInDraft(name)
