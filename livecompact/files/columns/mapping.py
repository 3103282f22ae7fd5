"""What one publisher's columns mean, where their names do not tell: a small TOML file.

kind = "consultation"              # what the rows are
date_order = "day first"           # or "month first"
none = ["No reason"]               # what this publisher writes for none
not_known = ["see note"]           # and for not known
[columns]
"Start of exercise" = "opens"      # their heading = our fact
"End (revised)" = "ignore"         # not to be used
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from livecompact.agreements.not_toml import in_plain_words
from livecompact.files.cells.dates import Order
from livecompact.files.columns.naming import IGNORE, folded
from livecompact.files.unreadable import CannotRead
from livecompact.kinds import KINDS
from livecompact.kinds.kind import Kind
from livecompact.kinds.template import ABOUT

KEYS = ("kind", "date_order", "none", "not_known", "columns")


@dataclass(frozen=True, kw_only=True)
class PublisherMap:
    """What a mapping file says; `columns` is the fact of each heading, or what else it holds, or “ignore”."""

    file: str = ""
    kind: str | None = None
    order: Order | None = None
    none: frozenset[str] = field(default_factory=frozenset)
    unsaid: frozenset[str] = field(default_factory=frozenset)
    columns: Mapping[str, str] = field(default_factory=dict)

    def meaning_of(self, heading: str) -> str | None:
        """What a heading means by this file; None where it does not say."""
        return {folded(name): meaning for name, meaning in self.columns.items()}.get(folded(heading))

    def check(self, kind: Kind) -> None:
        """Stops where a column is said to hold what a kind does not have."""
        known = (*kind.by_name, *ABOUT, IGNORE)
        for heading, meaning in self.columns.items():
            if meaning not in known:
                says = f"says that “{heading}” holds “{meaning}”, which a {kind.called} does not have"
                raise CannotRead(self.file, says, f"Use one of: {', '.join(known)}.")

    def check_found(self, headings: Sequence[str]) -> None:
        """Stops where it names a column that no file has."""
        found = {folded(heading) for heading in headings}
        for name in self.columns:
            if folded(name) not in found:
                says = f"names the column “{name}”, which no file has"
                raise CannotRead(self.file, says, "Take it out, or mend its name.")


NO_MAP = PublisherMap()


def read_map(path: Path) -> PublisherMap:
    """The mapping file at a path; CannotRead names the key and the mend."""
    said = _toml(path)
    name = path.name
    if unknown := sorted(set(said) - set(KEYS)):
        raise CannotRead(name, f"has the key “{unknown[0]}”, which we do not know", f"The keys are {', '.join(KEYS)}.")
    return PublisherMap(
        file=name,
        kind=_kind(name, said.get("kind")),
        order=_order(name, said.get("date_order")),
        none=_words(name, "none", said.get("none", [])),
        unsaid=_words(name, "not_known", said.get("not_known", [])),
        columns=_columns(name, said.get("columns", {})),
    )


def _toml(path: Path) -> Mapping[str, Any]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise CannotRead(str(path), "cannot be opened", "Give the path of a mapping file (TOML).") from error
    except UnicodeDecodeError as error:
        raise CannotRead(path.name, "is not UTF-8", "Save it again as UTF-8.") from error
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        mistake = in_plain_words(path.name, text, error)
        raise CannotRead(path.name, "is not TOML", f"Line {mistake.line}: {mistake.says} {mistake.mend}") from error


def _kind(file: str, said: object) -> str | None:
    if said is not None and said not in KINDS:
        raise CannotRead(file, f"has kind = “{said}”", f"The kinds are {', '.join(KINDS)}.")
    return str(said) if said is not None else None


def _order(file: str, said: object) -> Order | None:
    if said is not None and said not in tuple(Order):
        raise CannotRead(file, f"has date_order = “{said}”", f"Write one of: {', '.join(Order)}.")
    return Order(str(said)) if said is not None else None


def _words(file: str, key: str, said: object) -> frozenset[str]:
    if not isinstance(said, list):
        raise CannotRead(file, f"has {key} = “{said}”", f'Write a list, such as {key} = ["N/A"].')
    return frozenset(" ".join(str(word).split()).casefold() for word in said)


def _columns(file: str, said: object) -> Mapping[str, str]:
    if not isinstance(said, dict) or not all(isinstance(meaning, str) for meaning in said.values()):
        mend = 'Write a line [columns], and below it lines such as "Their heading" = "opens".'
        raise CannotRead(file, "has columns that are no table of texts", mend)
    for heading, meaning in said.items():
        twins = [other for other, same in said.items() if same == meaning != IGNORE and other != heading]
        if twins:
            says = f"gives “{meaning}” two columns, “{heading}” and “{twins[0]}”"
            raise CannotRead(file, says, f'Keep one; write "{twins[0]}" = "{IGNORE}".')
    return said
