"""The components of GOV.UK Frontend 6.3.0, in one place: everything that draws one calls this.

The macros come from govuk-frontend-jinja. They look up options that nobody gave, so they live in an environment of
their own where that is allowed; in our own templates a name that does not exist stops the page.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any

from django.utils.translation import gettext_lazy as _
from jinja2 import Environment, PackageLoader, PrefixLoader
from markupsafe import Markup

PACKAGE = "govuk_frontend_jinja"

type Options = Mapping[str, Any]

OWN_WORDS = {
    "breadcrumbs": {"labelText": _("Breadcrumb")},
    "error-message": {"visuallyHiddenText": _("Error")},
    "pagination": {"landmarkLabel": _("Pagination")},
    "warning-text": {"iconFallbackText": _("Warning")},
}
"""What a component says of itself where nobody gives it words: the macros know it in English only."""
AROUND = frozenset({"generic-header", "service-navigation", "skip-link"})
"""What stands around every page and says nothing that anybody typed: it is drawn once for each set of options."""
MOST = 500
DRAWN: dict[tuple[str, str], Markup] = {}


class Components:
    """Each component as a function: `govuk.button({"text": "Send"})`, `govuk.error_summary({...})`.

    The options are those of the Design System's macros, in its spelling. A text is escaped; what stands under a key
    `html` is not, so only Markup that we made belongs there.

    >>> print(Components().tag({"text": "Not kept", "classes": "govuk-tag--orange"}).strip())
    <strong class="govuk-tag govuk-tag--orange">
      Not kept
    </strong>
    """

    def __getattr__(self, name: str) -> "Component":
        """The component of that name, with underscores where the Design System has hyphens."""
        if name.startswith("_"):
            raise AttributeError(name)
        return Component(name.replace("_", "-"))


class Component:
    """One component, ready to be drawn with its options."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __call__(self, options: Options) -> Markup:
        """The component as HTML."""
        if self.name not in AROUND:
            return self._drawn(options)
        key = self.name, repr(options)
        drawn = DRAWN.get(key)
        if drawn is None:
            if len(DRAWN) >= MOST:
                DRAWN.clear()
            drawn = DRAWN[key] = self._drawn(options)
        return drawn

    def _drawn(self, options: Options) -> Markup:
        macro = _macro(self.name)
        own = {option: str(words) for option, words in OWN_WORDS.get(self.name, {}).items()}
        return Markup(macro({**own, **options, **_error(options)}))  # noqa: S704 (the macro escapes every text itself)


def _error(options: Options) -> Options:
    """The error of a field, which a screen reader begins with a word for it."""
    said = options.get("errorMessage")
    return {"errorMessage": {"visuallyHiddenText": str(_("Error")), **said}} if said else {}


@cache
def _macro(name: str) -> Any:
    camel = "".join(part.capitalize() for part in name.split("-"))
    module = _environment().get_template(f"{PACKAGE}/components/{name}/macro.html").module
    return getattr(module, f"govuk{camel}")


@cache
def _environment() -> Environment:
    return Environment(loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}), autoescape=True, auto_reload=False)
