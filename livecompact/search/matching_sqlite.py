"""Looking for words with SQLite's FTS5: an index of stems, and one of the words as they are for their beginnings."""

from livecompact.search.words import beginning

EXACTLY = """
    SELECT rowid AS id, 0 AS loose, bm25(search_stems, 10.0, 1.0) AS score
    FROM search_stems WHERE search_stems MATCH %(stems)s
"""
BEGUN = """
    UNION ALL
    SELECT rowid AS id, 1 AS loose, bm25(search_letters, 10.0, 1.0) AS score
    FROM search_letters WHERE search_letters MATCH %(begun)s
    AND rowid NOT IN (SELECT rowid FROM search_stems WHERE search_stems MATCH %(stems)s)
"""
WITH_THE_OTHERS = "AND rowid IN (SELECT rowid FROM search_stems WHERE search_stems MATCH %(others)s)"


def matching(words: tuple[str, ...]) -> tuple[str, dict[str, str]]:
    """A query that gives id, loose (1 where the last word is only a beginning) and score (the least is best).

    Each word stands in quotation marks, which makes it a text and never a command; it holds none itself.

    >>> matching(("time", "consultat"))[1]
    {'stems': '"time" "consultat"', 'begun': '"consultat"*', 'others': '"time"'}
    """
    given = {"stems": _all(words)}
    if not (last := beginning(words)):
        return EXACTLY, given
    given |= {"begun": f"{_all((last,))}*"}
    if len(words) == 1:
        return EXACTLY + BEGUN, given
    return EXACTLY + BEGUN + WITH_THE_OTHERS, given | {"others": _all(words[:-1])}


def _all(words: tuple[str, ...]) -> str:
    return " ".join(f'"{word}"' for word in words)
