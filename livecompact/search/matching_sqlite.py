"""Looking for words with SQLite's FTS5: an index of stems, and one of the words as they are for their beginnings."""

from livecompact.search.words import beginning

RANK = "bm25({table}, 10.0, 1.0)"
NO_RANK = "0"
EXACTLY = """
    WITH exactly AS MATERIALIZED (
        SELECT rowid AS id, {stems_rank} AS score FROM search_stems WHERE search_stems MATCH %(stems)s
    )
"""
BEGUN = """, begun AS MATERIALIZED (
        SELECT rowid AS id, {letters_rank} AS score FROM search_letters
        WHERE search_letters MATCH %(begun)s AND rowid NOT IN (SELECT id FROM exactly)
    )
"""
OTHERS = """, others AS MATERIALIZED (
        SELECT rowid AS id FROM search_stems WHERE search_stems MATCH %(others)s
    )
"""
ALL_EXACTLY = "SELECT id, 0 AS loose, score FROM exactly"
ALL_BEGUN = " UNION ALL SELECT id, 1, score FROM begun"
WITH_OTHERS = " WHERE id IN (SELECT id FROM others)"


def matching(words: tuple[str, ...], *, ranked: bool) -> tuple[str, dict[str, str]]:
    """A query that gives id, loose (1 where the last word is only a beginning) and score (the least is best).

    Each index is asked once and its answer kept ("materialized"): asked row by row, two common words among 20,000
    documents took minutes. What the first has found the second does not weigh again. Each word stands in quotation
    marks, so it is a text and never a command; it holds none.

    >>> matching(("time", "consultat"), ranked=True)[1]
    {'stems': '"time" "consultat"', 'begun': '"consultat"*', 'others': '"time"'}
    """
    given = {"stems": _all(words)}
    tables, query = EXACTLY, ALL_EXACTLY
    if last := beginning(words):
        given["begun"] = f"{_all((last,))}*"
        tables, query = tables + BEGUN, query + ALL_BEGUN
        if len(words) > 1:
            given["others"] = _all(words[:-1])
            tables, query = tables + OTHERS, query + WITH_OTHERS
    ranks = [RANK.format(table=table) if ranked else NO_RANK for table in ("search_stems", "search_letters")]
    return tables.format(stems_rank=ranks[0], letters_rank=ranks[1]) + query, given


def _all(words: tuple[str, ...]) -> str:
    return " ".join(f'"{word}"' for word in words)
