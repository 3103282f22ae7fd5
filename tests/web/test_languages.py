"""Every word that the site itself says is plain, and can be translated: a language that we made up marks them all.

Left out of translation, each by its rule:

- what people wrote: whatever stands in the database (the agreements, organisations, records) or was just typed;
- sentences that the ground floor puts together by grammar: of findings (livecompact.standards.words), and of mistakes
  in an agreement's files; a language needs a module of its own for those, not a list of strings;
- what is marked as the agreement's own words (data-formal), or stands in a box as the lines of a file;
- dates, addresses of the web and of email, the names of files and of their formats, and keys.
"""

import json
import re
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.apps import apps
from django.conf import settings as site
from django.urls import get_resolver
from django.utils import translation

from livecompact.agreements.mistakes import Mistake, Mistaken
from livecompact.dealings.public.facts_said import value_said
from livecompact.frame.licences import KNOWN
from livecompact.kinds import KINDS
from livecompact.standards import words as ground_floor
from script.messages import ROOMS
from tests.harness import pseudo
from tests.harness.html import texts
from tests.harness.plain import hard
from tests.harness.states import LONG_WORD, State
from tests.harness.worlds import lay_out
from tests.web.states import PAGES

pytestmark = [pytest.mark.django_db, pytest.mark.look]

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
# A month by itself may be known as a part of a sentence, and is gone by then.
DATE = re.compile(rf"(?:{WEEKDAY} )?(?:\d{{1,2}} )?(?:{MONTHS})(?: \d{{4}})?|{WEEKDAY}(?: \d{{1,2}})?\b")
ADDRESS = re.compile(r"(?:https?://|/)\S+|\S+@\S+|[\w-]+(?:\.[\w-]+)*\.(?:org|uk|com|net)\b")
FORMATS = re.compile(r"\b(?:CSV|JSON|PDF|Atom|DOCX|XLSX|HTML|ODS|MB)\b")
FILE = re.compile(r"[\w./-]*\.toml\b")
KEY = re.compile(r"\b[A-Z2-7]{16,}\b")  # of an authenticator app
FILLED_IN = re.compile(r"\{\w+\}")  # a number in a standard
CUT = re.compile(r"…|\.\.\.")  # where a long text is shortened
WORD = re.compile(r"[^\W\d_]{2}")  # a letter by itself is the heading of an index
SAME_EVERYWHERE = {"Livecompact", "OpenMoji", "CC BY-SA 4.0", LONG_WORD, "My telephone"}  # the last is a passkey's name
SAME_EVERYWHERE |= {f"{each.name} ({each.id})" for each in KNOWN.values()}  # licences
SPEAKERS = (ground_floor.__name__, "livecompact.agreements", "livecompact.compacts.drafting")
SAID: set[str] = set()  # by the ground floor; a page may keep what it was told for another
FEWEST, LONGEST = 3, 40
"""From so many spaces on, or so many letters, a piece of a text that somebody wrote is known as a part of it."""


@pytest.fixture
def made_up(settings: Any, languages: Any, monkeypatch: Any) -> None:
    """The site speaks a language that nobody does, and what the ground floor says is noted."""
    pseudo.speak(pseudo.MARKED, languages, settings)
    heard(monkeypatch)


@pytest.mark.parametrize("state", PAGES, ids=str)
def test_every_word_is_plain_and_can_be_translated(
    made_up: None, client: Any, enter: Any, monkeypatch: Any, state: State
) -> None:
    lay_out(state.prepare, monkeypatch)
    page = state.open(enter(client, state.role)).text

    known = {" ".join(text.split()) for text in (*in_the_database(), *typed(state), *SAID)} | SAME_EVERYWHERE
    written = known | {text[:1].upper() + text[1:] for text in known} | {text.rstrip(".") for text in known}

    assert left(page, written) == set()
    assert hard(page, state.route) == []


def test_every_choice_of_a_fact_is_said_in_the_language_of_the_page(settings: Any, languages: Any) -> None:
    pseudo.speak(pseudo.MARKED, languages, settings)
    facts = [fact for kind in KINDS.values() for fact in kind.facts]

    with translation.override(pseudo.MARKED):
        said = {value_said(fact, choice) for fact in facts for choice in fact.choices}

    assert "⟦Social media⟧" in said
    assert {each for each in said if pseudo.outside(each)} == set()


def test_words_that_cannot_be_translated_are_seen() -> None:
    page = "<p>⟦Pàgé ~~⟧ of <a href='/'>Riverside</a>, to Monday 3 May 2027</p><img alt='A dog'>"

    assert left(page, {"Riverside"}) == {"of , to", "A dog"}


def test_a_page_is_written_from_the_right_where_its_language_is(client: Any, settings: Any, languages: Any) -> None:
    pseudo.speak(pseudo.RIGHT_TO_LEFT, languages, settings)

    assert '<html lang="ar" dir="rtl"' in client.get("/help").text


def left(page: str, written: set[str]) -> set[str]:
    """The words of a page that stand outside the marks and that nobody wrote."""
    whole = "\n".join(written)
    return {words for text in texts(page, official=False) for words in _ours(text, written, whole)}


def _ours(text: str, written: set[str], whole: str) -> Iterator[str]:
    for piece in (part for whole_piece in pseudo.outside(text) for part in CUT.split(whole_piece)):
        said = " ".join(piece.split())
        if said in written or ((said.count(" ") >= FEWEST or len(said) > LONGEST) and said in whole):
            continue
        for known in sorted((each for each in written if WORD.search(each) and each in said), key=len, reverse=True):
            before, after = r"(?<!\w)" * known[0].isalnum(), r"(?!\w)" * known[-1].isalnum()
            said = re.sub(f"{before}{re.escape(known)}{after}", " ", said)
        for pattern in (DATE, ADDRESS, FORMATS, FILE, KEY):
            said = pattern.sub(" ", said)
        if WORD.search(said):
            yield " ".join(said.split())


def in_the_database() -> set[str]:
    """Every text that stands in the database, and the site's own name."""
    managers = (model._base_manager for model in apps.get_models())  # noqa: SLF001 (Django's name for all the rows)
    rows = (row for manager in managers for row in manager.values_list())
    return {site.SITE.name, *(text for row in rows for value in row for text in _texts(value))}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
    elif isinstance(value, str) and value[:1] in "{[" and WORD.search(value):
        yield from _of_json(value)
    elif isinstance(value, str):
        yield value
        yield from FILLED_IN.split(value)


@cache
def _of_json(value: str) -> tuple[str, ...]:
    try:
        return tuple(_texts(json.loads(value)))
    except ValueError:
        return (value,)  # it only began like one


def typed(state: State) -> set[str]:
    """What was typed into the page: into its address, or into its form."""
    queries = (value for step in state.steps for _, value in parse_qsl(urlsplit(step.address).query))
    return {*queries, *(value for step in state.steps for value in (step.fields or {}).values())}


def heard(patch: Any) -> None:
    """Note what the ground floor says by grammar from now on, wherever the site has one of its functions."""
    assert get_resolver().url_patterns  # which brings every room's modules in
    rooms = tuple(f"livecompact.{room.name}." for room in ROOMS)
    for name, module in list(sys.modules.items()):
        if name.startswith(rooms):
            for called, thing in list(vars(module).items()):
                getattr(thing, "cache_clear", bool)()  # what a room keeps was told to another test
                if callable(thing) and getattr(thing, "__module__", "").startswith(SPEAKERS):
                    patch.setattr(module, called, _listening(thing))


def _listening(thing: Any) -> Any:
    def listened(*given: Any, **named: Any) -> Any:
        try:
            result = thing(*given, **named)
        except Mistaken as mistaken:
            SAID.update(_sentences(mistaken))
            raise
        SAID.update(_sentences(result))
        return result

    return thing if isinstance(thing, type) else listened


def _sentences(result: Any) -> Iterator[str]:
    if isinstance(result, str):
        yield result
        yield from result.split("\n")
    elif isinstance(result, list | tuple):
        for each in result:
            yield from _sentences(each)
    elif isinstance(result, Mistake):
        yield from (result.says, result.mend, str(result))
    else:
        for name in ("sentence", "mistakes"):
            yield from _sentences(getattr(result, name, ()))
