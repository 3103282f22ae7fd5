"""Sentences in the language of the page. Each is looked up once: a list says a hundred, and the same each time."""

from functools import lru_cache

from django.utils.translation.trans_real import DjangoTranslation, catalog

MOST = 10_000
"""Sentences that are kept, of all languages together."""


def gettext(words: str) -> str:
    """The same as Django's own says of words that stand in the code; what somebody wrote is none of these."""
    return _said(words, catalog())


@lru_cache(MOST)
def _said(words: str, language: DjangoTranslation) -> str:
    return language.gettext(words) if words else ""  # the translation of nothing is the head of its file
