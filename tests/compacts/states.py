"""The pages of a Compact, in each state."""

import pytest

from livecompact.compacts import folders
from livecompact.compacts.models import Edition
from livecompact.compacts.rights import DATA
from tests.compacts import workshop_states as workshop
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, at

NORMAL = {
    "home": "/",
    "compact": "/hertfordshire",
    "promises": "/hertfordshire/promises",
    "promise": "/hertfordshire/promises/2.4",
    "topics": "/hertfordshire/topics",
    "topic": "/dacorum/topics/funding",
    "sections": "/hertfordshire/sections",
    "section": "/hertfordshire/sections/2",
    "editions": "/hertfordshire/editions",
    "edition": "/hertfordshire/editions/2016",
    "edition_promise": "/hertfordshire/editions/2016/promises/2.4",
    "changes": "/hertfordshire/editions/2016..2016",
    "principles": "/dacorum/principles",
    "stories": "/dacorum/stories",
    "glossary": "/hertfordshire/glossary",
    "term": "/hertfordshire/glossary/statutory-sector",
    "groups": "/hertfordshire/groups",
    "about": "/hertfordshire/about",
    "joining": "/hertfordshire/joining",
    "concerns_how": "/hertfordshire/concerns/how",
    "codes": "/dacorum/codes",
    "code": "/dacorum/codes/consultation",
    "coverage": "/hertfordshire/coverage",
    "counting": "/hertfordshire/how-days-are-counted",
    "easy_read": "/hertfordshire/easy-read",
    "booklet": "/hertfordshire/easy-read/independence",
    "search": "/hertfordshire/search",
}
"""An address of each page; those of a Compact that lacks a part are errors."""

OTHER_FORMS = {
    **{f"{route}.json": "/compacts.json" if route == "home" else f"{NORMAL[route]}.json" for route in DATA},
    "agreement.json": "/hertfordshire/agreement.json",
    "agreement.pdf": "/hertfordshire/agreement.pdf",
    "edition.pdf": "/dacorum/editions/after-2007.pdf",
    "booklet.pdf": "/hertfordshire/easy-read/independence.pdf",
    "brand": "/hertfordshire/brand.css",
}


def long_words(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, where every name that a person enters is one very long word."""
    both_compacts(patch)
    read = folders.read

    def stretched(text: str) -> object:
        for words in ("Hertfordshire Compact", "Time to answer consultations", "Having a say", "Statutory sector"):
            text = text.replace(f'"{words}"', f'"{LONG_WORD}"')
        return read(text)

    patch.setattr(folders, "agreement_of", lambda sha256: stretched(_text(sha256)))
    patch.setattr("livecompact.compacts.queries.agreement_of", lambda sha256: stretched(_text(sha256)))


def _text(sha256: str) -> str:
    return str(Edition.objects.get(sha256=sha256).folder)


def in_compacts(route: str, address: str, kind: Kind = Kind.NORMAL, **rest: object) -> State:
    return at(route, address, kind, **{"prepare": both_compacts, **rest})


STATES = (
    *workshop.STATES,
    *(in_compacts(route, address) for route, address in NORMAL.items()),
    *(in_compacts(route, address, html=False) for route, address in OTHER_FORMS.items()),
    in_compacts("promise", "/dacorum/promises/eight-weeks-to-answer"),
    in_compacts("compact", "/dacorum"),
    in_compacts("agreement", "/hertfordshire/agreement"),
    in_compacts("short_promise", "/hertfordshire/2.4", html=False),
    in_compacts("concerns", "/hertfordshire/concerns", html=False),
    in_compacts("search", "/hertfordshire/search?q=consultation", Kind.LONG),
    in_compacts("search", f"/hertfordshire/search?q={LONG_WORD}", Kind.EMPTY),
    at("home", "/", Kind.EMPTY),
    at("compact", "/nowhere", Kind.ERROR, status=404),
    in_compacts("promise", "/hertfordshire/promises/9.9", Kind.ERROR, status=404),
    in_compacts("principles", "/hertfordshire/principles", Kind.ERROR, status=404),
    in_compacts("codes", "/hertfordshire/codes", Kind.ERROR, status=404),
    *(
        in_compacts(route, NORMAL[route], Kind.LONG, prepare=long_words)
        for route in ("home", "compact", "promise", "promises", "topics", "coverage", "edition", "changes")
    ),
    in_compacts("term", f"/hertfordshire/glossary/{LONG_WORD.lower()}", Kind.LONG, prepare=long_words),
)
