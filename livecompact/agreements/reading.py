"""From the files of an agreement to the Agreement: one reader for the folder, the package and the site."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePosixPath
from typing import Any

from livecompact import kinds
from livecompact.agreements.agreement import (
    About,
    Agreement,
    Area,
    Booklet,
    Code,
    Contact,
    Door,
    Edition,
    Format,
    Group,
    Principle,
    Section,
    SignedText,
    Statement,
    Story,
    Term,
    Undertaking,
    WhoMaySign,
)
from livecompact.agreements.documents import Document
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.unreadable import place_within
from livecompact.kinds.kind import Kind
from livecompact.standards.calendar import Calendar, newest
from livecompact.standards.reading import Unreadable, read_standard
from livecompact.standards.standard import Setting, Side, Standard

NOT_KNOWN = "not known"
NO_TABLES: Mapping[str, Any] = {}
OWN_FILES = frozenset({"edition", "standards", "wording", "easy-read", "glossary"})


@dataclass
class Reader:
    """Reads one agreement and notes the standards that it could not read."""

    documents: Mapping[str, Document]
    mistakes: list[Mistake] = field(default_factory=list)

    def read(self) -> Agreement:
        """The agreement; standards that cannot be read are left out and noted."""
        said = self._data("agreement.toml")
        concerns = self._data("concerns.toml")
        calendar = newest(said["calendar"])
        editions = [self._edition(folder, said["called"], calendar) for folder in self._editions()]
        return Agreement(
            id=said["id"],
            name=said["name"],
            called=said["called"],
            area=Area(**said["area"]),
            calendar=calendar,
            signed_text=SignedText(**said["signed_text"]),
            editions=tuple(sorted(editions, key=lambda edition: (edition.starts or date.min, edition.id))),
            parent=said.get("parent", ""),
            reply_window=said.get("reply_window", ""),
            other_form_window=said.get("other_form_window", ""),
            who_may_sign=made(WhoMaySign, said.get("who_may_sign", [])),
            groups=made(Group, said.get("group", [])),
            about=made(About, said.get("about", [])),
            contacts=made(Contact, said.get("contact", [])),
            formats=made(Format, said.get("form", [])),
            concerns=tuple(concerns.get("says", [])),
            doors=made(Door, concerns.get("door", [])),
            stories=made(Story, self._data("stories.toml").get("story", [])),
            codes=made(Code, [d.data for path, d in self.documents.items() if path.startswith("codes/")]),
        )

    def _data(self, path: str) -> Mapping[str, Any]:
        return self.documents[path].data if path in self.documents else NO_TABLES

    def _editions(self) -> list[str]:
        return sorted({d.folder for path, d in self.documents.items() if path.endswith("/edition.toml")})

    def _edition(self, folder: str, called: str, calendar: Calendar) -> Edition:
        said = self._data(f"{folder}/edition.toml")
        undertakings = self._undertakings(folder)
        return Edition(
            id=said["id"],
            name=said["name"],
            starts=day(said["from"]),
            ends=day(said["until"]),
            review_by=day(said["review_by"]),
            note=said.get("note", ""),
            sections=made(Section, said["section"]),
            principles=made(Principle, said.get("principle", [])),
            challenges=made(Principle, said.get("challenge", [])),
            undertakings=undertakings,
            standards=tuple(self._standards(folder, undertakings, calendar, called, said["id"])),
            terms=made(Term, self._data(f"{folder}/glossary.toml").get("term", [])),
            booklets=tuple(_booklet(each) for each in self._data(f"{folder}/easy-read.toml").get("booklet", [])),
        )

    def _undertakings(self, folder: str) -> tuple[Undertaking, ...]:
        official = self._data(f"{folder}/wording.toml").get("official", {})
        return tuple(
            one(Undertaking, {**each, "binds": Side(each["binds"]), "official": official.get(each["number"], "")})
            for path in undertaking_files(self.documents, folder)
            for each in self.documents[path].data.get("undertaking", [])
        )

    def _standards(
        self, folder: str, undertakings: Iterable[Undertaking], calendar: Calendar, called: str, edition: str
    ) -> Iterable[Standard]:
        by_number = {undertaking.number: undertaking for undertaking in undertakings}
        document = self.documents[f"{folder}/standards.toml"]
        for place, table in enumerate(document.data.get("standard", [])):
            at = ("standard", place)
            if table["undertaking"] not in by_number:
                says = f"Standard “{table['code']}” tests promise {table['undertaking']}, which is not in this edition."
                self.mistakes.append(document.mistake((*at, "undertaking"), says, "Write the number of a promise."))
                continue
            kind = kinds.kind(table["of"])
            setting = setting_of(by_number[table["undertaking"]], kind, calendar, called, edition)
            try:
                yield read_standard(table, setting, kind.read)
            except Unreadable as error:
                says = f"Standard “{table['code']}”, `{error.key}`: {error.says}."
                inside = place_within(table, error.key, kind.read)
                self.mistakes.append(document.mistake((*at, *inside), says, _sentence(error.mend)))


def undertaking_files(documents: Mapping[str, Document], folder: str) -> list[str]:
    """The files of an edition that hold undertakings, in the order of their names: 10 comes after 9."""
    found = (path for path, document in documents.items() if document.folder == folder)
    return sorted((path for path in found if PurePosixPath(path).stem not in OWN_FILES), key=_as_counted)


def _as_counted(path: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d+)", path)]


def day(said: date | str) -> date | None:
    """A date of the files; None where they say that it is not known."""
    if isinstance(said, date):
        return said
    return None if said == NOT_KNOWN else date.fromisoformat(said)


def made[Thing](thing: type[Thing], tables: Iterable[Mapping[str, Any]]) -> tuple[Thing, ...]:
    """One thing a table."""
    return tuple(one(thing, table) for table in tables)


def one[Thing](thing: type[Thing], table: Mapping[str, Any]) -> Thing:
    """A thing out of a table of the same keys; `from` and `until` are its start and end."""
    renamed = {"from": "starts", "until": "ends"}
    given = {renamed.get(key, key): tuple(v) if isinstance(v, list) else v for key, v in table.items()}
    return thing(**{key: str(v) if isinstance(v, date) else v for key, v in given.items()})


def _booklet(said: Mapping[str, Any]) -> Booklet:
    return Booklet(
        id=said["id"],
        title=said["title"],
        statements=made(Statement, said["statement"]),
        topic=said.get("topic", ""),
        checked_by=said.get("checked_by", ""),
        checked_on=day(said.get("checked_on", NOT_KNOWN)),
    )


def setting_of(undertaking: Undertaking, kind: Kind, calendar: Calendar, called: str, edition: str) -> Setting:
    """What surrounds a standard that tests an undertaking on a kind of dealing."""
    return Setting(
        binds=undertaking.binds,
        calendar=calendar,
        only=undertaking.only,
        way_out=undertaking.way_out,
        acted_by=kind.acted_by,
        facts=kind.by_name,
        never=kind.never,
        dated_by=kind.happens_on,
        called=called,
        edition=edition,
    )


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + ("" if words.endswith(".") else ".")
