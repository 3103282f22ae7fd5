"""A standard as an agreement's standards.toml writes it, made into a Standard."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from livecompact.standards.facts import Facts
from livecompact.standards.language import DatePhrase, Misspelt, Test, read_test
from livecompact.standards.standard import Adopted, Basis, Example, Setting, Side, Standard

KEYS = frozenset(
    {
        "code",
        "undertaking",
        "of",
        "asks",
        "basis",
        "binds",
        "kept",
        "when",
        "unless",
        "due",
        "silence",
        "every",
        "excusable",
        "judged_by",
        "suggested",
        "number",
        "adopted",
        "since",
        "until",
        "source",
        "example",
    }
)
NEEDED = ("code", "undertaking", "of", "asks", "basis", "kept")
EXAMPLE_KEYS = frozenset({"say", "given", "verdict", "on", "here"})

NO_LENGTH = re.compile(r"\{suggested\} (after|before) ")

type ReadFacts = Callable[[Mapping[str, object]], Facts]


class Unreadable(ValueError):
    """A standard that cannot be read: which key, what is wrong, and what would be right."""

    def __init__(self, key: str, says: str, mend: str) -> None:
        super().__init__(f"{key}: {says}; {mend}")
        self.key, self.says, self.mend = key, says, mend


def read_standard(table: Mapping[str, Any], setting: Setting, read_facts: ReadFacts) -> Standard:
    """The standard that a `[[standard]]` table says; Unreadable names the key, what is wrong and the mend.

    `read_facts` reads what an example gives, as the kind of dealing writes its facts.
    """
    _only_known(table)
    number = table.get("number") or table.get("suggested") or ""
    said = _with_number(table, str(number))
    return Standard(
        code=str(table["code"]),
        undertaking=str(table["undertaking"]),
        of=str(table["of"]),
        asks=str(said["asks"]),
        basis=_one_of(table, "basis", Basis),
        kept=_test(said, "kept"),
        when=_test(said, "when") if "when" in said else None,
        unless=_test(said, "unless") if "unless" in said else None,
        due=_due(said.get("due", [])),
        setting=_narrowed(table, setting),
        silence_is_not_kept=_says(table, "silence", "not kept"),
        every_year=_says(table, "every", "year"),
        excusable=bool(table.get("excusable", True)),
        judged_by_people=_says(table, "judged_by", "people"),
        suggested=str(table.get("suggested", "")),
        adopted=_adopted(table.get("adopted")),
        since=_day(table, "since"),
        until=_day(table, "until"),
        source=str(table.get("source", "")),
        examples=tuple(_example(each, read_facts) for each in table.get("example", [])),
    )


def _only_known(table: Mapping[str, Any]) -> None:
    if missing := [key for key in NEEDED if key not in table]:
        raise Unreadable(missing[0], "is missing", f"a standard needs {', '.join(NEEDED)}")
    if unknown := sorted(set(table) - KEYS):
        raise Unreadable(unknown[0], "is not a key of a standard", f"the keys are {', '.join(sorted(KEYS))}")


def _with_number(table: Mapping[str, Any], number: str) -> dict[str, Any]:
    """The table with the number filled in wherever it says {suggested}.

    Where there is no number yet, “{suggested} after closes” is “closes”: the order alone can be told.
    """

    def filled(part: Any) -> Any:
        if isinstance(part, str):
            return part.replace("{suggested}", number) if number else NO_LENGTH.sub("", part)
        if isinstance(part, Mapping):
            return {key: filled(inside) for key, inside in part.items()}
        return [filled(inside) for inside in part] if isinstance(part, list) else part

    return {key: part if key == "example" else filled(part) for key, part in table.items()}


def _narrowed(table: Mapping[str, Any], setting: Setting) -> Setting:
    """The setting of a standard that speaks to one side only of those that a joint undertaking binds."""
    if "binds" not in table:
        return setting
    if setting.binds is not Side.JOINT or table["binds"] not in (Side.STATUTORY, Side.VOLUNTARY):
        says = f"“{table['binds']}” is no part of “{setting.binds}”, which the undertaking binds"
        raise Unreadable("binds", says, "only a standard of a joint undertaking says “statutory” or “voluntary”")
    return replace(setting, binds=Side(table["binds"]))


def _test(table: Mapping[str, Any], key: str) -> Test:
    try:
        return read_test(table[key])
    except Misspelt as error:
        raise Unreadable(key, error.says, error.mend) from error


def _due(said: object) -> tuple[DatePhrase, ...]:
    try:
        return tuple(DatePhrase.read(phrase) for phrase in (said if isinstance(said, list) else [said]))
    except Misspelt as error:
        raise Unreadable("due", error.says, error.mend) from error


def _says(table: Mapping[str, Any], key: str, only: str) -> bool:
    if key in table and table[key] != only:
        raise Unreadable(key, f"“{table[key]}” is unknown", f'write {key} = "{only}" or leave it out')
    return key in table


def _one_of[Choice: Basis](table: Mapping[str, Any], key: str, choices: type[Choice]) -> Choice:
    try:
        return choices(table[key])
    except ValueError as error:
        raise Unreadable(key, f"“{table[key]}” is unknown", f"say one of {', '.join(choices)}") from error


def _adopted(said: Mapping[str, Any] | None) -> Adopted | None:
    if said is None:
        return None
    if set(said) != {"on", "by", "minute"} or not isinstance(said["on"], date):
        raise Unreadable("adopted", "does not say all of on, by and minute", "write the date, the group and the minute")
    return Adopted(said["on"], str(said["by"]), str(said["minute"]))


def _day(table: Mapping[str, Any], key: str) -> date | None:
    day = table.get(key)
    if day is not None and not isinstance(day, date):
        raise Unreadable(key, f"“{day}” is not a date", f"write {key} = 2026-04-01")
    return day


def _example(said: Mapping[str, Any], read_facts: ReadFacts) -> Example:
    if missing := {"say", "given", "verdict"} - set(said):
        raise Unreadable("example", f"an example lacks `{min(missing)}`", "an example says say, given and verdict")
    if unknown := set(said) - EXAMPLE_KEYS:
        raise Unreadable("example", f"`{min(unknown)}` is unknown", f"the keys are {', '.join(sorted(EXAMPLE_KEYS))}")
    try:
        given = read_facts(said["given"])
    except ValueError as error:
        raise Unreadable("example", f"“{said['say']}” {error}", "write the facts as the kind has them") from error
    return Example(str(said["say"]), given, str(said["verdict"]), _day(said, "on"), bool(said.get("here", False)))
