"""Every kind of dealing is whole: its facts have their words, and its rules and lists speak of facts that exist."""

import re

import pytest

from livecompact.kinds import KINDS, kind
from livecompact.kinds.consultation import ANSWERS
from livecompact.kinds.kind import Kind, Sum
from livecompact.standards.facts import Fact, FactType

ALL_KINDS = [pytest.param(each, id=name) for name, each in KINDS.items()]
EVERY_FACT = [
    pytest.param(fact, id=f"{name}:{fact.name}")
    for name, each in KINDS.items()
    for fact in (*each.facts, *(inner for rows in each.rows for inner in rows.facts))
]
MOST_AT_ONCE = 10
NO_POLITENESS = re.compile(r"\b(please|sorry|valid|invalid|forbidden|oops)\b", re.IGNORECASE)


def folded(column: str) -> str:
    """A column name as a reader compares it: letters and digits only, in lower case."""
    return re.sub(r"[\W_]+", " ", column).strip().lower()


def test_there_are_the_fourteen_kinds():
    assert list(KINDS) == [
        "consultation",
        "policy-appraisal",
        "funding-opportunity",
        "award",
        "funding-agreement",
        "payment",
        "monitoring-report",
        "funding-change",
        "announcement",
        "funding-policy",
        "publication",
        "yearly-figures",
        "survey",
        "annual-review",
        "response",
        "offer",
        "joint-project",
        "exit-plan",
        "code-of-practice",
        "decision",
        "confidence",
    ]


def test_an_unknown_kind_is_answered_with_those_there_are():
    with pytest.raises(KeyError, match="no kind of dealing “gift”; the kinds are consultation, policy-appraisal"):
        kind("gift")


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_every_fact_says_what_it_is_how_it_is_asked_and_why(fact: Fact):
    assert fact.label
    assert fact.ask
    assert fact.why
    assert len(fact.ask.split()) <= 15
    assert not any(NO_POLITENESS.search(words) for words in (fact.label, fact.ask, fact.hint, fact.why))
    assert "optional" not in fact.ask, "a form says of each question whether it is optional"


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_a_label_reads_inside_a_sentence(fact: Fact):
    assert re.match(r"(the|what|whether|when|where|who|whom|whose|how|why) ", fact.label)
    assert not fact.label.endswith(".")
    assert not fact.hint.endswith(".")
    assert not fact.why.endswith(".")


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_dates_and_flags_have_a_clause_for_now_and_for_the_past(fact: Fact):
    if fact.type in (FactType.DATE, FactType.FLAG):
        assert fact.happens
        assert fact.happened
        assert fact.happens != fact.happened
    else:
        assert not fact.happens
        assert not fact.happened


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_only_a_flag_can_be_denied_and_every_flag_can(fact: Fact):
    assert bool(fact.denied) == (fact.type is FactType.FLAG)


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_only_a_choice_has_choices_and_only_a_flag_is_presumed(fact: Fact):
    assert (len(fact.choices) > 1) == (fact.type is FactType.CHOICE)
    assert fact.presumed is None or fact.type is FactType.FLAG


@pytest.mark.parametrize("fact", EVERY_FACT)
def test_a_reason_is_a_text_with_an_order_that_follows_or(fact: Fact):
    if fact.is_reason:
        assert fact.type is FactType.TEXT
        assert fact.do.startswith("say ")
        assert fact.hint == "Everyone will be able to read this"
    elif fact.do:
        assert fact.do[0].isupper()


@pytest.mark.parametrize("each", ALL_KINDS)
def test_no_two_facts_of_a_kind_share_a_name(each: Kind):
    names = [fact.name for fact in each.facts]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in names)


@pytest.mark.parametrize("each", ALL_KINDS)
def test_a_form_shows_ten_questions_at_most_and_folds_the_others_each_once_away(each: Kind):
    folded_away = [name for fold in each.folds for name in fold.facts]
    assert len(folded_away) == len(set(folded_away))
    assert set(folded_away) <= set(each.by_name) - {each.happens_on}
    summed = {gives.fact for rows in each.rows for gives in rows.gives}
    assert len(set(each.by_name) - set(folded_away) - summed - set(ANSWERS)) <= MOST_AT_ONCE


@pytest.mark.parametrize("each", ALL_KINDS)
def test_a_column_name_means_one_thing_within_a_kind(each: Kind):
    of_facts = [folded(name) for fact in each.facts for name in (fact.name, *fact.known_as)]
    of_others = [folded(n) for n in (*each.title, *each.organisation, *each.organisation_id)]
    of_others += [folded(name) for name in (*each.partner, *each.identifier)]
    names = of_facts + of_others
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("each", ALL_KINDS)
def test_the_day_of_a_dealing_is_a_date_that_it_has(each: Kind):
    assert each.by_name[each.happens_on].type is FactType.DATE


@pytest.mark.parametrize("each", ALL_KINDS)
def test_rules_on_dates_speak_of_dates_that_the_kind_has(each: Kind):
    for rule in each.never:
        assert all(each.by_name[name].type is FactType.DATE for name in rule.names())
        assert rule.fact != rule.cannot_precede
        assert rule.say.endswith("wrong.")


@pytest.mark.parametrize("each", ALL_KINDS)
def test_lists_are_summed_up_in_facts_that_the_kind_has(each: Kind):
    needs = {
        Sum.COUNT: FactType.NUMBER,
        Sum.MISSING: FactType.NUMBER,
        Sum.FIRST: FactType.DATE,
        Sum.LAST: FactType.DATE,
    }
    for rows in each.rows:
        inner = {fact.name for fact in rows.facts}
        for gives in rows.gives:
            assert gives.of in inner
            assert each.by_name[gives.fact].type is needs[gives.how]


def test_the_columns_of_a_government_list_of_consultations_are_known():
    assert columns_known("consultation", "opening_date", "closing_date", "response_date") == [
        "opens",
        "closes",
        "feedback_published",
    ]


def test_the_columns_of_a_360giving_sheet_are_known():
    assert columns_known(
        "award",
        "Award Date",
        "Amount Awarded",
        "Amount Applied For",
        "Planned Dates:Start Date",
        "Planned Dates:End Date",
        "Planned Dates:Duration (months)",
    ) == ["awarded", "amount", "amount_applied_for", "starts", "ends", "months"]
    assert "funding org name" in kind("award").organisation
    assert "recipient org name" in kind("award").partner


def test_the_columns_of_a_council_list_of_payments_are_known():
    assert columns_known("payment", "payment_date", "amount", "Date Paid", "Invoice Date", "Date invoice received") == [
        "paid",
        "amount",
        "paid",
        "invoiced",
        "invoice_received",
    ]
    assert "supplier name" in kind("payment").partner
    assert "transaction number" in kind("payment").identifier


def columns_known(name: str, *columns: str) -> list[str]:
    """The fact that each column of a published file gives."""
    known = {folded(n): fact.name for fact in kind(name).facts for n in (fact.name, *fact.known_as)}
    return [known[folded(column)] for column in columns]
