"""The Jinja2 environment of every page: where templates lie, what they may call, and how strings are translated."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.apps import apps
from django.templatetags.static import static
from django.utils import translation
from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup

from livecompact.frame.addresses import address_of_route
from livecompact.frame.dates import long_date, time_tag
from livecompact.frame.forms import error_summary
from livecompact.frame.govuk import Components
from livecompact.frame.parts import parts
from livecompact.frame.rendering import field
from livecompact.frame.saying import gettext

EXTENSIONS = ["jinja2.ext.i18n"]


def environment(**options: Any) -> Environment:
    """The environment that settings name; `options` are what Django's Jinja2 backend passes.

    A template may call `govuk` (components), `field` and `error_summary` (forms), `url` and `static` (addresses),
    `long_date` and `time_tag`, `parts` (what rooms above give to a place); it may ask for `compact`, which is None
    outside a Compact's pages.
    """
    options |= {"loader": _loader(), "autoescape": is_page, "undefined": StrictUndefined, "extensions": EXTENSIONS}
    made = Environment(trim_blocks=True, lstrip_blocks=True, **options)  # noqa: S701 (pages are escaped: is_page)
    made.globals |= GLOBALS
    made.policies["ext.i18n.trimmed"] = True
    _translate(made)
    return made


def is_page(template: str | None) -> bool:
    """Whether what a template gives is escaped: everything but the plain text of mails, robots.txt and the like."""
    return template is None or not template.endswith(".txt")


def url(name: str, /, *, query: dict[str, str] | None = None, **parts: object) -> str:
    """The address of a route, such as `url("help")` or `url("compact", compact="dacorum")`."""
    address = address_of_route(name, **parts)
    return f"{address}?{urlencode(query)}" if query else address


GLOBALS: dict[str, Any] = {
    "compact": None,
    "error_summary": error_summary,
    "field": field,
    "govuk": Components(),
    "long_date": long_date,
    "parts": parts,
    "static": static,
    "time_tag": time_tag,
    "url": url,
}


def _loader() -> BaseLoader:
    """Templates lie in the folder `templates` of each of our rooms, under the room's name: "frame/page.jinja"."""
    rooms = [Path(app.path) / "templates" for app in apps.get_app_configs() if app.name.startswith("livecompact.")]
    return FileSystemLoader([room for room in rooms if room.is_dir()])


def _translate(environment: Environment) -> None:
    install: Callable[..., None] = environment.install_gettext_callables  # type: ignore[attr-defined]
    install(translation.gettext, translation.ngettext, newstyle=True)
    environment.globals["gettext"] = _gettext


@pass_eval_context
def _gettext(template: EvalContext, words: str, /, **filled_in: object) -> str:
    """A sentence in the language of the page, with what is filled in; as Jinja2's own, which looks it up each time."""
    said = gettext(words)
    said = Markup(said) if template.autoescape else said  # noqa: S704 (what is filled in is escaped, what we wrote is not)
    return said % filled_in if filled_in or "%" in said else said
