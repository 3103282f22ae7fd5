"""What a test asks, in plain English: one clause for each word of the language."""

from functools import singledispatch

from livecompact.standards.facts import FactType
from livecompact.standards.language import (
    AllOf,
    AnyOf,
    Dated,
    DateOrder,
    DatePhrase,
    DoesNotHold,
    FirstKnownOf,
    Holds,
    Number,
    NumberOrder,
    OneOf,
    OpenFor,
    Stated,
    Test,
)
from livecompact.standards.standard import Setting
from livecompact.standards.words.clauses import (
    bare,
    denied,
    fact_of,
    happens,
    is_said_to_be_given,
    shown,
    the_answer_to,
)
from livecompact.standards.words.saying import listed

AFTER = {
    DateOrder.NO_EARLIER_THAN: "at least {} after",
    DateOrder.LATER_THAN: "more than {} after",
    DateOrder.NO_LATER_THAN: "no more than {} after",
    DateOrder.EARLIER_THAN: "less than {} after",
}
BEFORE = {
    DateOrder.NO_EARLIER_THAN: "no more than {} before",
    DateOrder.LATER_THAN: "less than {} before",
    DateOrder.NO_LATER_THAN: "at least {} before",
    DateOrder.EARLIER_THAN: "more than {} before",
}
SAME = {
    DateOrder.NO_EARLIER_THAN: "on or after the day",
    DateOrder.LATER_THAN: "after the day",
    DateOrder.NO_LATER_THAN: "on or before the day",
    DateOrder.EARLIER_THAN: "before the day",
}
AMOUNTS = {
    NumberOrder.AT_LEAST: "at least {}",
    NumberOrder.MORE_THAN: "more than {}",
    NumberOrder.AT_MOST: "at most {}",
    NumberOrder.LESS_THAN: "less than {}",
}


@singledispatch
def asks(test: Test, setting: Setting) -> str:
    """What a test asks, as a clause: "it is open for at least 12 weeks, both days counted"."""
    raise TypeError(f"there are no words for {type(test).__name__}")


@asks.register
def _(test: Stated, setting: Setting) -> str:
    facts = [fact_of(setting.facts, name) for name in test.names]
    days = [f"when {happens(fact)}" for fact in facts if fact.type is FactType.DATE]
    reasons = [f"{fact.label} is given" for fact in facts if is_said_to_be_given(fact)]
    records = [fact.label for fact in facts if fact.type is not FactType.DATE and not is_said_to_be_given(fact)]
    on_record = [f"there is a record of {listed(records)}"] if records else []
    return listed([*on_record, *([f"it is on record {listed(days)}"] if days else []), *reasons])


@asks.register
def _(test: Holds, setting: Setting) -> str:
    return listed([happens(fact_of(setting.facts, name)) for name in test.names])


@asks.register
def _(test: DoesNotHold, setting: Setting) -> str:
    return listed([denied(fact_of(setting.facts, name)) for name in test.names])


@asks.register
def _(test: OneOf, setting: Setting) -> str:
    fact = fact_of(setting.facts, test.fact)
    return f"{the_answer_to(fact)} is {listed([f'“{choice}”' for choice in test.choices], 'or')}"


@asks.register
def _(test: Number, setting: Setting) -> str:
    fact = fact_of(setting.facts, test.fact)
    if test.order is NumberOrder.AT_MOST and not test.than:
        return f"{fact.label} is {shown(fact, test.than)}"
    return f"{fact.label} is {AMOUNTS[test.order].format(shown(fact, test.than))}"


@asks.register
def _(test: Dated, setting: Setting) -> str:
    return f"{happens(fact_of(setting.facts, test.fact))} {ordered(test.order, test.than)} {_than(test.than, setting)}"


@asks.register
def _(test: OpenFor, setting: Setting) -> str:
    opens, closes = (fact_of(setting.facts, name) for name in test.facts())
    if opens.happens == "it opens":
        return f"it is open for at least {test.at_least}, both days counted"
    return f"there are at least {test.at_least} from {opens.label} to {closes.label}, both days counted"


@asks.register
def _(test: AllOf, setting: Setting) -> str:
    return ", and ".join(asks(part, setting) for part in test.tests)


@asks.register
def _(test: AnyOf, setting: Setting) -> str:
    return ", or ".join(asks(part, setting) for part in test.tests)


@asks.register
def _(test: FirstKnownOf, setting: Setting) -> str:
    return "; where that is not known, ".join(asks(part, setting) for part in test.tests)


def ordered(order: DateOrder, than: DatePhrase) -> str:
    """How a date stands to another: "at least 3 months after", "on or before the day"."""
    if than.period is None:
        return SAME[order]
    return (AFTER if than.side == "after" else BEFORE)[order].format(than.period)


def due(phrase: DatePhrase, setting: Setting) -> str:
    """A date phrase as something to be done by: "the closing date", "12 weeks after it closes"."""
    fact = fact_of(setting.facts, phrase.fact)
    if phrase.period is None:
        return fact.label
    return f"{phrase.period} {phrase.side} {happens(fact) if fact.happens else bare(fact.label)}"


def _than(phrase: DatePhrase, setting: Setting) -> str:
    fact = fact_of(setting.facts, phrase.fact)
    return happens(fact) if fact.type is FactType.DATE and fact.happens else fact.label
