"""What is wrong with a page where words are longer by half, or run from the right, on a narrow screen."""

from pathlib import Path
from typing import Any

from tests.harness import pseudo
from tests.harness.browsing import Visit
from tests.harness.states import Kind
from tests.web.states import PAGES

LOOKED_AT = list({state.route: state for state in reversed(PAGES) if state.kind is Kind.NORMAL}.values())
"""The first normal state of each route."""
OPENED_BY_ADDRESS = [state for state in LOOKED_AT if len(state.steps) == 1 and state.steps[0].fields is None]
"""Those that are the same page once more when it is loaded again."""


def problems(there: Visit, languages: Path, settings: Any) -> dict[str, Any]:
    """What is wrong with the page that is open, loaded again in each of the languages that we made up."""
    there.page.emulate_media(forced_colors="none")
    pseudo.speak(pseudo.LANGUAGE, languages, settings)
    there.page.reload()
    return longer(there) | from_the_right(there, languages, settings)


def longer(there: Visit) -> dict[str, Any]:
    """What is wrong with a page that was opened in longer words."""
    return {
        "does not speak in longer words": pseudo.OPENS not in there.page.inner_text("body"),
        "has no heading in longer words": not there.page.inner_text("h1 >> nth=0"),
        "does not fit with longer words": there.sideways(),
    }


def from_the_right(there: Visit, languages: Path, settings: Any) -> dict[str, Any]:
    """What is wrong with the page that is open, loaded again in words that run from the right."""
    pseudo.speak(pseudo.RIGHT_TO_LEFT, languages, settings)
    there.page.reload()
    return {
        "runs from the left": there.page.evaluate("getComputedStyle(document.body).direction") != "rtl",
        "does not fit from the right": there.sideways(),
    }
