"""Looking for words with PostgreSQL's full text search: stems, and the words as they are, in one tsvector."""

from livecompact.search.words import beginning

WORD = "(phraseto_tsquery('english', %({name})s) || phraseto_tsquery('simple', %({name})s))"
BEGINNING = "to_tsquery('simple', %(begun)s)"
RANK = "-ts_rank('{0.1, 0.1, 0.1, 1.0}', words, widely)"
NO_RANK = "0"
FOUND = """
    SELECT id, CASE WHEN words @@ exactly THEN 0 ELSE 1 END AS loose,
        {score} AS score
    FROM search_findable, (SELECT {exactly} AS exactly, {widely} AS widely) AS asked
    WHERE words @@ widely
"""


def matching(words: tuple[str, ...], *, ranked: bool) -> tuple[str, dict[str, str]]:
    """A query that gives id, loose (1 where the last word is only a beginning) and score (the least is best).

    What is asked goes in as values; the text of the query depends only on how many words there are.

    >>> matching(("time", "consultat"), ranked=True)[1]
    {'word0': 'time', 'word1': 'consultat', 'begun': "'consultat':*"}
    """
    given = {f"word{place}": word for place, word in enumerate(words)}
    each = [WORD.format(name=name) for name in given]
    exactly = widely = " && ".join(each)
    if last := beginning(words):
        widely = " && ".join([*each[:-1], f"({each[-1]} || {BEGINNING})"])
        given["begun"] = f"'{last}':*"
    return FOUND.format(exactly=exactly, widely=widely, score=RANK if ranked else NO_RANK), given
