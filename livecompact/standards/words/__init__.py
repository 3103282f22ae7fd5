"""Standards and findings in plain English: what is asked, how a finding came about, what would keep a promise."""

from livecompact.standards.words.advising import Advice, advice, advise, followed
from livecompact.standards.words.asking import asks
from livecompact.standards.words.counting import how_days_are_counted
from livecompact.standards.words.saying import count_of, date_range, listed, long_date, money, short_date
from livecompact.standards.words.standards_said import standard_in_words
from livecompact.standards.words.working import comparison, verdict_sentence, working

__all__ = [
    "Advice",
    "advice",
    "advise",
    "asks",
    "comparison",
    "count_of",
    "date_range",
    "followed",
    "how_days_are_counted",
    "listed",
    "long_date",
    "money",
    "short_date",
    "standard_in_words",
    "verdict_sentence",
    "working",
]
