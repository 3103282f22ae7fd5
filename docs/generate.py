"""Write the reference from the code, or check that it is current.

.venv/bin/python docs/generate.py            writes docs/reference
.venv/bin/python docs/generate.py --check    exits 1 and names what is stale
"""

import importlib
import json
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click
import django
import typer

from livecompact import agreements, kinds
from livecompact.agreements import coverage, schema
from livecompact.agreements.checks import CHECKS
from livecompact.cli import app
from livecompact.kinds.kind import Kind
from livecompact.opendata.columns import COLUMNS
from livecompact.people.roles import EVERYONE, PEOPLE, Role
from livecompact.standards import calendar, language
from livecompact.standards.examples import finding_of, verdict_of
from livecompact.standards.standard import Standard
from livecompact.standards.words import how_days_are_counted, standard_in_words, working
from livecompact.web import settings_shown

FOLDER = Path(__file__).parent / "reference"
MADE = "<!-- Made by docs/generate.py from the code: change the code, then run script/docs. -->"
SIDES = {"statutory": "public bodies", "voluntary": "groups", "joint": "both"}


def pages() -> Iterator[tuple[str, str]]:
    """Every generated file of the reference with what it holds."""
    yield "language.md", _page("The words of the language", _language())
    yield "counting.md", _page("How days are counted", _counting())
    yield "kinds.md", _page("Kinds of dealing", _kinds())
    yield "checks.md", _page("Every check as data", _checks())
    yield "commands.md", _page("Commands", _commands())
    yield "settings.md", _page("Settings", _settings())
    yield "rights.md", _page("Who may do what", _rights())
    yield "agreement-format.md", _page("The folder of an agreement", _format())
    yield "from-the-text-to-the-tool.md", _page("From the text to the tool", _coverage())
    for name in agreements.bundled():
        agreement = agreements.load(name)
        yield f"standards-{name}.md", _page(f"Standards of the {agreement.name}", _standards(agreement))
    for pattern, file_schema in schema.BY_NAME.items():
        title = pattern.replace("*/", "").replace("*", "undertakings") if pattern == "*/*.toml" else pattern
        name = title.replace("*/", "").replace("/*", "").removesuffix(".toml").removesuffix("s/") or title
        complete = schema.complete(file_schema, f"{pattern} of an agreement")
        yield f"schema/{name.replace('/', '-')}.json", json.dumps(complete, indent=2, ensure_ascii=False) + "\n"


def _page(title: str, lines: Iterator[str]) -> str:
    return "\n".join([MADE, "", f"# {title}", "", *lines]).rstrip() + "\n"


def _language() -> Iterator[str]:
    yield from [
        "A standard asks a test of the facts of one dealing. A test is one of these words with its parts, written as",
        "a TOML table. It is answered yes, no or not known.",
        "",
    ]
    for word in language.WORDS:
        meaning, example, more = language.documented(word)
        yield from [f"## `{'`, `'.join(word.keys)}`", "", meaning, "", "```toml"]
        yield from [f"kept = {{ {example} }}", "```", "", *([more, ""] if more else [])]
    yield from [
        "## Dates",
        "",
        "A date is told from a fact: `closes`, `3 months after notice_sent`, `2 working days before published`.",
        "",
    ]


def _counting() -> Iterator[str]:
    yield from [f"- {sentence}" for sentence in how_days_are_counted(calendar.newest("england-and-wales"))]
    yield from ["", "## Calendars of working days", ""]
    for nation in calendar.NATIONS:
        for version in calendar.versions():
            found = calendar.stored(nation, version)
            certain = [day for day in found.holidays.values() if day.certainty is calendar.Certainty.PUBLISHED]
            yield (
                f"- {nation}, version {version}: {found.first.year} to {found.last.year}; bank holidays as published "
                f"for {certain[0].day.year} to {certain[-1].day.year}, computed before, expected after."
            )


def _kinds() -> Iterator[str]:
    for kind in kinds.KINDS.values():
        yield from [f"## {kind.called[:1].upper()}{kind.called[1:]} (`{kind.name}`)", "", kind.says, ""]
        yield from [
            f"`livecompact template {kind.name}` writes the head of a file. It is dated by `{kind.happens_on}`.",
            "",
        ]
        yield from ["| Fact | What it is | Asked as | Columns known |", "| --- | --- | --- | --- |"]
        yield from _facts(kind)
        yield ""
        yield from [f"- Cannot be: {rule.say}" for rule in kind.never]
        yield ""


def _facts(kind: Kind) -> Iterator[str]:
    for fact in kind.facts:
        what = fact.type.value + (f": {', '.join(fact.choices)}" if fact.choices else "")
        taken = "" if fact.presumed is None else f" Taken as {'yes' if fact.presumed else 'no'} where nobody says."
        label = f"{fact.label[:1].upper()}{fact.label[1:]}"
        yield f"| `{fact.name}` | {what}. {label}.{taken} | {fact.ask} | {', '.join(fact.known_as)} |"


def _commands() -> Iterator[str]:
    command = typer.main.get_command(app)
    context = command.make_context("livecompact", [], resilient_parsing=True)
    yield from ["```text", command.get_help(context), "```", ""]
    for name, sub in _every_command(command, "livecompact"):
        yield from [f"## {name}", "", "```text"]
        yield from [sub.get_help(click.Context(sub, info_name=name)), "```", ""]


def _every_command(group: Any, called: str) -> Iterator[tuple[str, Any]]:
    """Each command by all the words that one types, those of a group one by one."""
    for name, command in group.commands.items():
        full = f"{called} {name}"
        yield from _every_command(command, full) if hasattr(command, "commands") else [(full, command)]


def _checks() -> Iterator[str]:
    yield from [
        "`/COMPACT/data/checks.csv` has one row for each check: one rule on one public record. The board counts",
        "these rows. `?kind=consultations`, `?promise=2.4`, `?organisation=…` (the last part of its address),",
        "`?year=2026` give a part of them. Days are written like 2027-03-01. What is not known is empty.",
        "",
        "| Column | What it means |",
        "| --- | --- |",
    ]
    yield from (f"| `{name}` | {says} |" for name, says in COLUMNS.items())


def _settings() -> Iterator[str]:
    yield from [
        "A site is told what it may choose by environment variables. Each has a safe default. `livecompact settings`",
        "shows what they are here, with passwords hidden.",
        "",
        "| Setting | What it means | If left out |",
        "| --- | --- | --- |",
    ]
    yield from (f"| `{each.name}` | {each.says} | {each.unset} |" for each in settings_shown.settings())


def _rights() -> Iterator[str]:
    rights = _table_of_rights()
    yield from ["Each route by its name in the code. GET is reading; POST is sending its form.", ""]
    yield from ["| Route | Who | How |", "| --- | --- | --- |"]
    for row in rights.TABLE.values():
        whose = " of any organisation" if row.any_organisation else ""
        yield f"| `{row.route}` | {_roles(row.roles)}{whose} | {', '.join(sorted(row.methods))} |"
    yield from ["", "## Acts", "", "| Act | Who | While it is | Which fields |", "| --- | --- | --- | --- |"]
    for act in rights.ACTS:
        states, fields = ", ".join(sorted(act.states)) or "anything", ", ".join(sorted(act.fields)) or "any"
        yield f"| `{act.act}` | {_roles(act.roles)} | {states} | {fields} |"


def _table_of_rights() -> Any:
    """The rows of every room. Some speak of states that a table names, so Django must know the tables first."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("LIVECOMPACT_FOLDER", folder)  # settings want a place for their key
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "livecompact.web.settings")
        django.setup()
        return importlib.import_module("livecompact.web.rights")


def _roles(held: frozenset[Role]) -> str:
    if held == EVERYONE:
        return "everyone"
    return "whoever is signed in" if held == PEOPLE else ", ".join(role for role in Role if role in held)


def _format() -> Iterator[str]:
    yield from [
        "An agreement is a folder of TOML files that a person who is no programmer can read. `livecompact new NAME`",
        "starts one, `livecompact validate FOLDER` names every mistake with its line. The JSON Schemas in `schema/`",
        "let an editor help while you write.",
        "",
        "| File | Keys it needs | Keys it may have |",
        "| --- | --- | --- |",
    ]
    for pattern, file_schema in schema.BY_NAME.items():
        yield f"| `{pattern}` | {_keys(file_schema, needed=True)} | {_keys(file_schema, needed=False)} |"
    for pattern, file_schema in schema.BY_NAME.items():
        for key, inside in file_schema["properties"].items():
            if "items" in inside and "properties" in inside["items"]:
                yield from ["", f"## `[[{key}]]` in `{pattern}`", ""]
                yield f"Needs {_keys(inside['items'], needed=True)}."
                if optional := _keys(inside["items"], needed=False):
                    yield f"May have {optional}."
    yield from ["", "## How a promise is kept in view: `checks`", ""]
    yield from [f"- `{name}`: {says}." for name, says in CHECKS.items()]


def _keys(table: Mapping[str, object], *, needed: bool) -> str:
    required, properties = table["required"], table["properties"]
    assert isinstance(required, list)
    assert isinstance(properties, dict)
    return ", ".join(f"`{key}`" for key in properties if (key in required) is needed)


def _coverage() -> Iterator[str]:
    yield from [
        "Every promise of each agreement, and how it is kept in view now. A promise is called checked only where a",
        "standard of this program does it; what has no form or page yet is said to wait.",
        "",
    ]
    for name in agreements.bundled():
        agreement = agreements.load(name)
        yield from [f"## {agreement.name}", ""]
        yield from _counts(agreement.newest)
        yield from ["", "| Promise | Binds | How it is kept in view | Shown by |", "| --- | --- | --- | --- |"]
        yield from map(_row, coverage.rows(agreement.newest))
        yield from ["", "### The rest of the text", "", "| What | Here |", "| --- | --- |"]
        yield from [f"| {what} | {here} |" for what, here in coverage.rest(agreement)]
        yield ""


def _counts(edition: agreements.Edition) -> Iterator[str]:
    counted = coverage.counts(edition)
    yield f"{len(edition.undertakings)} promises. Working now:"
    yield ""
    yield from [f"- {counted[check]} {says};" for check, says in CHECKS.items() if counted[check]]
    yield f"- {counted['waiting']} wait for their forms, the survey or the yearly round."


def _row(row: coverage.Row) -> str:
    promise = row.undertaking
    means = "<br>".join(map(_means, row.means))
    return f"| {promise.number} {promise.name} | {SIDES[promise.binds]} | {means} | {promise.shown_by} {promise.note} |"


def _means(means: coverage.Means) -> str:
    if not means.works:
        return f"{means.says}: not here yet"
    codes = ", ".join(f"`{standard.code}` ({kinds.kind(standard.of).called})" for standard in means.standards)
    return f"{means.says}: {codes}"


def _standards(agreement: agreements.Agreement) -> Iterator[str]:
    yield from [f"{agreement.newest.name}. {agreement.signed_text.note}", ""]
    for standard in agreement.newest.standards:
        promise = agreement.newest.undertaking(standard.undertaking)
        yield from [f"## {standard.code}", ""]
        yield from [f"Promise {promise.number}, {promise.name}. {promise.plain}", ""]
        yield from [f"- {sentence}" for sentence in standard_in_words(standard)]
        yield from ["", "| Example | Comes out as | Working |", "| --- | --- | --- |"]
        yield from _examples(standard)
        yield ""


def _examples(standard: Standard) -> Iterator[str]:
    for example in standard.examples:
        finding = finding_of(standard, example)
        yield f"| {example.say} | {verdict_of(standard, example)} | {working(finding) if finding else ''} |"


def main(*, check: bool) -> int:
    """Write every page, or say which are stale; 1 where some are."""
    stale = []
    for name, text in pages():
        file = FOLDER / name
        if check and (not file.is_file() or file.read_text(encoding="utf-8") != text):
            stale.append(name)
        elif not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
    if stale:
        print(f"Stale: {', '.join(stale)}. Run .venv/bin/python docs/generate.py and commit.", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(check="--check" in sys.argv[1:]))
