"""What a published edition may still receive: its promises stand as they were, whatever is published after.

Free are the days that become known, the official words, an area's own numbers, new checks from a day to come, and
whatever helps to read the text or to reach the people behind it. All else needs a new edition.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from livecompact.agreements.documents import Document
from livecompact.agreements.lines import Place
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.plainness import folded
from livecompact.agreements.reading import NOT_KNOWN, undertaking_files
from livecompact.standards.standard import Basis

HEAD = "agreement.toml"
HEAD_STANDS = ("format", "id", "calendar")
"""What the head of an agreement keeps: by these its findings were made."""

EDITION_FREE = frozenset({"until", "review_by", "note"})
PROMISE_FREE = frozenset({"checks", "shown_by", "note"})
WITH_OFFICIAL_WORDS = frozenset({"wording", "plain"})
"""Our own words for a promise: once the official ones stand, ours only help to read them."""

ADOPTION = frozenset({"number", "adopted", "since", "example"})
"""What comes with an area's own number: its examples too, since ours were worked with our suggestion."""

NEW_EDITION = "Put it back as it was, or draft a new edition."

type Documents = Mapping[str, Document]
type Table = Mapping[str, Any]


def alterations(before: Documents, after: Documents, on: date) -> list[Mistake]:
    """Every change to a published edition that cannot be, told where it stands; `on` is the day of publishing."""
    found = [*_head(before[HEAD], after[HEAD])]
    for folder in published_editions(before):
        if f"{folder}/edition.toml" not in after:
            says = f"Edition {folder} is published, so it cannot be taken out."
            found.append(Mistake(f"{folder}/edition.toml", 1, says, NEW_EDITION))
            continue
        for rule in (_dates, _promises, _words):
            found += rule(before, after, folder)
        found += _standards(before, after, folder, on)
    return sorted(found)


def published_editions(documents: Documents) -> list[str]:
    """The ids of the editions in some files."""
    return [document.folder for path, document in documents.items() if path.endswith("/edition.toml")]


def counts_from(standard: Table, on: date) -> date | None:
    """The first day from which a new standard may count; None where it gives no verdict, or may count from ever."""
    if standard["basis"] == Basis.TEXT:
        return on
    adopted = standard.get("adopted") if standard["basis"] == Basis.LOCAL else None
    return adopted["on"] if adopted else None


def _head(before: Document, after: Document) -> Iterator[Mistake]:
    for key in HEAD_STANDS:
        if before.data[key] != after.data[key]:
            says = f"`{key}` was {before.data[key]} when this was published. Findings rest on it."
            yield after.mistake((key,), says, "Put it back as it was.")


def _dates(before: Documents, after: Documents, folder: str) -> Iterator[Mistake]:
    was, document = before[f"{folder}/edition.toml"].data, after[f"{folder}/edition.toml"]
    free = EDITION_FREE | ({"from"} if was["from"] == NOT_KNOWN else set())
    for key in _changed(was, document.data, free):
        yield document.mistake((key,), f"Edition {folder} is published: its `{key}` cannot change.", NEW_EDITION)


def _promises(before: Documents, after: Documents, folder: str) -> Iterator[Mistake]:
    official = _data(after, f"{folder}/wording.toml").get("official", {})
    was = {table["number"]: table for _, _, table in _undertakings(before, folder)}
    there = list(_undertakings(after, folder))
    for document, place, table in there:
        number = table["number"]
        if number not in was:
            says = f"Edition {folder} is published: promise {number} cannot be added to it."
            yield document.mistake(place, says, "Take it out, or draft a new edition.")
            continue
        for key in _changed(was[number], table, _free(was[number], table, official)):
            says = f"Promise {number} of {folder} is published: its `{key}` cannot change."
            yield document.mistake((*place, key), says, NEW_EDITION)
    yield from _out_of_place(after, folder, list(was), [table["number"] for _, _, table in there])


def _free(was: Table, table: Table, official: Table) -> frozenset[str]:
    if table["number"] not in official:
        return PROMISE_FREE
    # Whether there is a way out decides verdicts, so it stands; in which words it is told does not.
    told = frozenset({"way_out"}) if bool(was["way_out"]) == bool(table["way_out"]) else frozenset[str]()
    return PROMISE_FREE | WITH_OFFICIAL_WORDS | told


def _out_of_place(after: Documents, folder: str, was: list[str], there: list[str]) -> Iterator[Mistake]:
    document = after[f"{folder}/edition.toml"]
    for number in (number for number in was if number not in there):
        says = f"Edition {folder} is published: promise {number} cannot be taken out."
        yield document.mistake((), says, NEW_EDITION)
    if was != there and set(was) == set(there):
        says = f"Edition {folder} is published: its promises cannot change their order."
        yield document.mistake((), says, NEW_EDITION)


def _words(before: Documents, after: Documents, folder: str) -> Iterator[Mistake]:
    """Official words are added, and their spaces and capitals mended; they are not taken back."""
    path = f"{folder}/wording.toml"
    was, there = (_data(documents, path).get("official", {}) for documents in (before, after))
    document = after.get(path) or after[f"{folder}/edition.toml"]
    for number, text in was.items():
        if folded(text) != folded(there.get(number, "")):
            says = f"The official words of promise {number} of {folder} are published: they cannot change."
            yield document.mistake(("official", number), says, NEW_EDITION)


def _standards(before: Documents, after: Documents, folder: str, on: date) -> Iterator[Mistake]:
    path = f"{folder}/standards.toml"
    was = {table["code"]: table for table in before[path].data.get("standard", [])}
    document = after[path]
    there = {table["code"]: at for at, table in enumerate(document.data.get("standard", []))}
    for code in was.keys() - there.keys():
        says = f"The check “{code}” of {folder} is published, so it cannot be taken out."
        yield document.mistake((), says, "Let it end: give it an `until`.")
    for code, at in there.items():
        place, table = ("standard", at), document.data["standard"][at]
        if code in was:
            yield from _same_standard(document, place, was[code], table, on)
        else:
            yield from _counts(document, place, table, on)


def _same_standard(document: Document, place: Place, was: Table, table: Table, on: date) -> Iterator[Mistake]:
    adopts = was["basis"] == Basis.LOCAL and "adopted" not in was and "adopted" in table
    for key in _changed(was, table, frozenset({"until"}) | (ADOPTION if adopts else set())):
        says = f"The check “{table['code']}” is published: its `{key}` cannot change."
        yield document.mistake((*place, key), says, "Let it end with an `until`, and add another under a new code.")
    if was.get("until") != table.get("until"):
        yield from _ends(document, place, was, table, on)
    if adopts:
        yield from _counts(document, place, table, on)


def _ends(document: Document, place: Place, was: Table, table: Table, on: date) -> Iterator[Mistake]:
    """A check ends on a day to come: what it found before stays found."""
    code = table["code"]
    if "until" in was and was["until"] < on:
        says = f"The check “{code}” ended on {was['until']}. That day has passed, so it stands."
        yield document.mistake((*place, "until"), says, "Put it back as it was.")
    elif "until" in table and table["until"] < on:
        says = f"The check “{code}” would end on {table['until']}, before this is published. Its findings would go."
        yield document.mistake((*place, "until"), says, f"Write {on} or a later day.")


def _counts(document: Document, place: Place, table: Table, on: date) -> Iterator[Mistake]:
    """Nobody is found not to have kept what nobody had agreed, or could have read."""
    first = counts_from(table, on)
    since = table.get("since")
    if first and (since is None or since < first):
        says = f"The check “{table['code']}” would count for what was done before {first}."
        yield document.mistake((*place, "since"), says, f"Write since = {first} or a later day.")


def day_before(day: date) -> date:
    """The day before a day: the last of what ends when something else begins."""
    return day - timedelta(days=1)


def _changed(was: Table, now: Table, free: frozenset[str]) -> list[str]:
    keys = dict.fromkeys([*was, *now])
    return [key for key in keys if key not in free and was.get(key) != now.get(key)]


def _undertakings(documents: Documents, folder: str) -> Iterator[tuple[Document, Place, Table]]:
    for path in undertaking_files(documents, folder):
        for at, table in enumerate(documents[path].data.get("undertaking", [])):
            yield documents[path], ("undertaking", at), table


def _data(documents: Documents, path: str) -> Table:
    return documents[path].data if path in documents else {}
