"""The words of a text, so written that both databases and both spellings of a name find the same."""

import re
import unicodedata

MOST_WORDS = 20  # of a question: more narrow nothing, and cost time
SHORTEST_STEM = 3
SHORTEST_BEGINNING = 3
APOSTROPHES = str.maketrans("", "", "'’‘\u02bc")
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}\b)")
BETWEEN_WORDS = re.compile(r"[^\w.]+|_+|\.(?!\d)|(?<!\d)\.")
ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y", "")
EVERYWHERE = frozenset(
    ["a", "an", "and", "are", "be", "by", "do", "does", "for", "from", "how", "i", "if", "in", "is", "it", "of"]
) | {"on", "or", "our", "the", "they", "to", "us", "we", "what", "who", "with"}
"""Words that say nothing of what is looked for."""


def folded(text: str) -> str:
    """A text in small letters without accents, apostrophes and signs; the point in a number such as 2.4 stays.

    >>> folded("The Council’s “Dŵr” plan: promise 2.4. It costs £12,000!")
    'the councils dwr plan promise 2.4 it costs 12000'
    """
    plain = text.translate(APOSTROPHES)
    if not plain.isascii():
        apart = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    plain = plain.casefold()
    return " ".join(BETWEEN_WORDS.sub(" ", THOUSANDS.sub("", plain)).split())


def asked_words(question: str) -> tuple[str, ...]:
    """The words that somebody looks for: letters and figures only, so that none can be a command to a database.

    >>> asked_words("What is the notice? NOTICE!"), asked_words("What is it?"), asked_words("*) OR 1=1 --")
    (('notice',), ('what', 'is', 'it'), ('1',))
    """
    every = tuple(dict.fromkeys(folded(question).split()))
    telling = tuple(word for word in every if word not in EVERYWHERE)
    return (telling or every)[:MOST_WORDS]


def beginning(words: tuple[str, ...]) -> str:
    """The last word, where it may be the beginning of a longer one: somebody is still typing. Numbers never are.

    >>> beginning(("time", "consultat")), beginning(("promise", "2.4")), beginning(())
    ('consultat', '', '')
    """
    last = words[-1] if words else ""
    return last if last.isalpha() and len(last) >= SHORTEST_BEGINNING else ""


def stem(word: str) -> str:
    """A word without its ending, where enough of it is left: near what the databases do, to mark what they found.

    >>> stem("consultations"), stem("2.4"), stem("ring")
    ('consult', '2.4', 'ring')
    """
    if not word.isalpha() or word in EVERYWHERE:
        return word
    ending = next(
        each for each in ENDINGS if not each or (word.endswith(each) and len(word) - len(each) >= SHORTEST_STEM)
    )
    return word.removesuffix(ending)
