"""Finds the glossary's words in a text, and links each at its first use on a page."""

import re
from collections.abc import Callable

from django.utils.html import format_html
from markupsafe import Markup, escape

from livecompact.agreements.agreement import Term


class Linker:
    """Links the words of a glossary, each once: one linker a page.

    >>> from livecompact.agreements.agreement import Term
    >>> link = Linker((Term(term="Notice", means="…", source="Glossary"),), lambda term: f"/{term.term}")
    >>> print(link("Notice is given. The notice says why."))
    <a class="govuk-link compacts-term" href="/Notice">Notice</a> is given. The notice says why.
    """

    def __init__(self, terms: tuple[Term, ...], address: Callable[[Term], str]) -> None:
        self._by_name = {_folded(name): term for term in terms for name in names_of(term)}
        self._address = address
        self._linked: set[str] = set()
        longest_first = sorted((name for term in terms for name in names_of(term)), key=len, reverse=True)
        self._names = re.compile("|".join(map(_pattern, longest_first))) if longest_first else None

    def __call__(self, text: str) -> Markup:
        """The text as HTML, with the words that were not linked before."""
        if self._names is None:
            return escape(text)
        parts, end = [], 0
        for found in self._names.finditer(text):
            term = self._term(found[0])
            if term.term not in self._linked:
                self._linked.add(term.term)
                parts += [escape(text[end : found.start()]), self._link(term, found[0])]
                end = found.end()
        return Markup("").join([*parts, escape(text[end:])])

    def _term(self, said: str) -> Term:
        found = self._by_name.get(_folded(said))
        return found or self._by_name[_folded(said.removesuffix("s").removesuffix("S"))]

    def _link(self, term: Term, said: str) -> Markup:
        return Markup(format_html('<a class="govuk-link compacts-term" href="{}">{}</a>', self._address(term), said))  # noqa: S704


def names_of(term: Term) -> tuple[str, ...]:
    """The words by which a text may speak of a term."""
    return (term.term, *term.also)


def speaks_of(term: Term, text: str) -> bool:
    """Whether a text uses a term, or one of the other words for it."""
    return any(re.search(_pattern(name), text) for name in names_of(term))


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _pattern(name: str) -> str:
    """A whole word, in capitals or not, and with an s or without; initials stay as they are: SO is not so."""
    exact = re.escape(name)
    return rf"\b{exact}\b" if name.isupper() else rf"(?i:\b{exact}s?\b)"
