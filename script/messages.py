"""Finds every string of the site that can be translated, and keeps the translations of a language in step with them.

    script/messages.py               writes all strings to build/messages.pot, and says how many there are
    script/messages.py cy            makes or brings up to date livecompact/locale/cy, and compiles it for the site
    script/messages.py --check       fails where a language that is there lacks a string

Strings come from the templates, from the calls of gettext in the code, from what the ground floor marks with N_, and
from the words of the kinds of dealing, which are data. Django's own command loses those of Jinja templates.
"""

import dataclasses
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from livecompact.frame.environment import EXTENSIONS
from livecompact.kinds import KINDS
from livecompact.standards.facts import Fact

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "livecompact"
LOCALE = PACKAGE / "locale"
ROOMS = sorted(app.parent for app in PACKAGE.glob("*/apps.py"))
KEYWORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")}
OPTIONS = {"extensions": ",".join(EXTENSIONS), "trimmed": "true", "silent": "false", "newstyle_gettext": "true"}
WORDS = frozenset(
    (
        *("label", "ask", "hint", "why", "happens", "happened", "denied", "do", "says", "say", "called", "plural"),
        *("topic", "by", "towards", "coming", "running", "over", "done", "endless", "entry"),
    )
)
"""The fields of a kind, its facts and its rules that are read by people."""

type Found = tuple[str | tuple[str, ...], str, int, str]  # message, file, line, context


def messages() -> Catalog:
    """Every string that can be translated, with the places where it stands."""
    catalog = Catalog(project="Livecompact", charset="utf-8")
    for message, place, line, context in (*_of_rooms(), *_of_kinds()):
        catalog.add(message, locations=[(place, line)], context=context or None)
    return catalog


def _of_rooms() -> Iterator[Found]:
    for room in ROOMS:
        for file in sorted(room.rglob("templates/**/*.*")):
            yield from _of_file("jinja2", file, OPTIONS)
    for file in sorted(PACKAGE.rglob("*.py")):
        yield from _of_file("python", file, {})


def _of_file(method: str, file: Path, options: dict[str, Any]) -> Iterator[Found]:
    source = BytesIO(file.read_bytes())
    for line, message, _, context in extract(method, source, keywords=KEYWORDS, options=options):
        yield message, file.relative_to(ROOT).as_posix(), line, context or ""


def _of_kinds() -> Iterator[Found]:
    for kind in KINDS.values():
        for words in _words(kind):
            yield words, f"livecompact/kinds/{kind.name.replace('-', '_')}.py", 0, ""


def _words(part: Any) -> Iterator[str]:
    """The words of a kind and of everything in it."""
    if isinstance(part, tuple):
        for each in part:
            yield from _words(each)
    elif dataclasses.is_dataclass(part):
        for name, value in ((field.name, getattr(part, field.name)) for field in dataclasses.fields(part)):
            if name in WORDS and value:
                yield str(value)
            elif name == "choices" and isinstance(part, Fact):
                yield from (choice.capitalize() for choice in value)  # as they stand alone
            elif not isinstance(value, str):
                yield from _words(value)


def bring_up_to_date(language: str, found: Catalog) -> Catalog:
    """The translations of a language with every string of today in them, written and compiled."""
    folder = LOCALE / language / "LC_MESSAGES"
    kept = _read(folder / "django.po") if (folder / "django.po").exists() else Catalog(locale=language)
    kept.update(found, no_fuzzy_matching=True)
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "django.po").open("wb") as po:
        write_po(po, kept, width=120, omit_header=False)
    with (folder / "django.mo").open("wb") as mo:
        write_mo(mo, kept)
    return kept


def lacking(language: str, found: Catalog) -> list[str]:
    """The strings that have no translation yet."""
    kept = _read(LOCALE / language / "LC_MESSAGES" / "django.po")
    kept.update(found, no_fuzzy_matching=True)
    return [str(message.id) for message in kept if message.id and not _is_said(message.string)]


def _is_said(translation: Any) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


def _read(file: Path) -> Catalog:
    with file.open("rb") as po:
        return read_po(po)


def languages() -> list[str]:
    """The languages that there are translations into."""
    return sorted(file.parts[-3] for file in LOCALE.glob("*/LC_MESSAGES/django.po"))


def main(asked: list[str]) -> int:
    """Do what is asked for; the exit code says whether a language lacks something."""
    found = messages()
    if asked == ["--check"]:
        lacks = {language: lacking(language, found) for language in languages()}
        for language, strings in lacks.items():
            print(f"{language}: {len(strings)} of {len(found)} strings are not translated yet")
        return int(any(lacks.values()))
    for language in asked:
        bring_up_to_date(language, found)
        print(f"livecompact/locale/{language}: {len(found) - len(lacking(language, found))} of {len(found)} strings")
    if not asked:
        pot = ROOT / "build" / "messages.pot"
        pot.parent.mkdir(exist_ok=True)
        with pot.open("wb") as file:
            write_po(file, found, width=120)
        print(f"build/messages.pot: {len(found)} strings. Languages: {', '.join(languages()) or 'none yet'}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
