"""The form of one page of a check, made from its questions; sent, it gives the answers for the address."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.checks.answers import Answers
from livecompact.checks.journeys.journey import Page
from livecompact.checks.journeys.questions import BETWEEN, NOT_YET, Amount, Choose, Count, Question, Say, Tick, When
from livecompact.checks.walking import Walk
from livecompact.frame.day import BOXES, Day, WrongBox
from livecompact.frame.fields import File, LongText, OneOf, SomeOf, Text
from livecompact.frame.forms import Form
from livecompact.kinds import KINDS
from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.standards.words import money

CHANGE, KEEP = "change", "keep"
WAY = "way"
"""The question of a page that interrupts: change the plan, or keep it and say why."""


class AskedDay(Day):
    """A day with a message of its own where there is none; beside a tick for having none the form sees to that."""

    def __init__(self, *, missing: Any = None, **words: Any) -> None:
        super().__init__(**words)
        self.missing = missing

    def clean(self, value: Any) -> date | None:
        """The day; None where every box is empty and a tick may stand for it."""
        if isinstance(value, Mapping) and not any(value[box] for box in BOXES):
            if self.missing:
                raise WrongBox(self.missing)
            return None
        return super().clean(value)


class Reason(LongText):
    """A reason that is wanted only where the plan is kept as it is; whether it is there is for the form to see."""

    def clean(self, value: Any) -> str:
        """What was written, or nothing."""
        return "" if value in self.empty_values else str(super().clean(value))


class PageForm(Form):
    """The form of a page. `answered` is what it gives once it is sent and stands."""

    def __init__(self, walk: Walk, page: Page, data: Any = None) -> None:
        super().__init__(data, initial=_initial(walk, page))
        self.walk, self.page = walk, page
        self.asked = walk.questions(page)
        if page.interrupts:
            self.fields[WAY] = _ways(page)
        for question in self.asked:
            self._add(question)

    @property
    def answered(self) -> dict[str, str]:
        """The answers, as the address holds them."""
        return {question.name: self._answer(question) for question in self.asked}

    @property
    def holds_text(self) -> bool:
        """Whether words are asked for, which the address then holds."""
        return any(isinstance(question, Say) for question in self.asked)

    @property
    def goes_back(self) -> bool:
        """Whether the plan is to be changed instead."""
        return bool(self.cleaned_data.get(WAY) == CHANGE)

    def clean(self) -> dict[str, Any]:
        """What no single field can see."""
        for question in self.asked:
            if isinstance(question, When) and question.not_yet:
                self._day_or_none(question)
            elif isinstance(question, Say):
                self._has_words(question)
            elif isinstance(question, Amount | Count):
                self._is_number(question)
            elif isinstance(question, Tick):
                self._some_or_none(question)
        self._in_order()
        return self.cleaned_data

    def _add(self, question: Question) -> None:
        self.fields[question.name] = self._field(question)
        if isinstance(question, When) and question.not_yet:
            self.fields[tick_of(question)] = forms.BooleanField(required=False, label=question.not_yet)

    def _field(self, question: Question) -> forms.Field:
        kind = self.walk.journey.kind
        words = {"asks": _words(question.asked(kind)), "hint": self._hint(question), "why": question.why(kind)}
        match question:
            case Choose():
                choices = [(option.value, option.text) for option in question.options]
                return _with(OneOf(called=question.called, choices=choices, **words), required=question.error)
            case When():
                return AskedDay(called=question.called, missing="" if question.not_yet else question.error, **words)
            case Amount() | Count():
                width = 10 if isinstance(question, Amount) else 4
                return _with(Text(called=question.called, width=width, **words), required=question.error)
            case Tick():
                choices = [(option.value, option.text) for option in self.walk.options(self.page, question)]
                choices += [(NOT_YET, question.none)] if question.none else []
                return _with(SomeOf(called=question.called, choices=choices, **words), required=question.error)
            case Say():
                return self._text(question, words)
        raise TypeError(f"no field asks a {type(question).__name__}")

    def _text(self, question: Say, words: dict[str, Any]) -> forms.Field:
        at_most = min(question.at_most, self.walk.answers.room_for(question.name))
        made = Reason if self.page.interrupts else LongText  # a plan that is changed needs no reason
        return _with(made(called=question.called, at_most=at_most, **words), required=question.error)

    def _hint(self, question: Question) -> str:
        hint = _called(question.hinted(self.walk.journey.kind), self.walk)
        if isinstance(question, When) and not hint:
            first = _first_of_next_month(self.walk.today)
            return gettext("For example, %(day)s") % {"day": f"{first.day} {first.month} {first.year}"}
        return hint

    def _answer(self, question: Question) -> str:
        said = self.cleaned_data.get(question.name)
        match question:
            case When():
                return said.isoformat() if said else NOT_YET
            case Tick():
                return BETWEEN.join(said or ())
            case _:
                return question.read(str(said or ""))

    def _day_or_none(self, question: When) -> None:
        ticked, day = self.cleaned_data.get(tick_of(question)), self.cleaned_data.get(question.name)
        if question.name in self.errors:
            return
        if not ticked and day is None:
            self.add_error(question.name, WrongBox(question.error))
        if ticked and day is not None:
            both = gettext("Enter a date or select ‘%(none)s’, not both") % {"none": question.not_yet}
            self.add_error(question.name, WrongBox(both))

    def _has_words(self, question: Say) -> None:
        wanted = not self.page.interrupts or self.cleaned_data.get(WAY) == KEEP
        said = str(self.cleaned_data.get(question.name) or "")
        if wanted and question.name not in self.errors and SAYS_NOTHING.fullmatch(said):
            self.add_error(question.name, question.error)

    def _is_number(self, question: Amount | Count) -> None:
        if question.name in self.cleaned_data and not self._answer(question):
            self.add_error(question.name, question.wrong)
        elif isinstance(question, Count) and question.at_most:
            self._is_at_most(question)
        elif isinstance(question, Amount) and question.below:
            self._goes_down(question)

    def _is_at_most(self, question: Count) -> None:
        said, most = self._answer_of(question.name), self._answer_of(question.at_most)
        if said and most and int(said) > int(most):
            self.add_error(question.name, str(question.too_many).format(most=most))

    def _goes_down(self, question: Amount) -> None:
        name, value = question.falling
        before, after = self._answer_of(question.below), self._answer_of(question.name)
        if self.walk.answers[name] == value and before and after and Decimal(after) >= Decimal(before):
            self.add_error(question.name, str(question.too_much).format(amount=money(Decimal(before))))

    def _answer_of(self, name: str) -> str:
        return next((self._answer(each) for each in self.asked if each.name == name and name in self.cleaned_data), "")

    def _some_or_none(self, question: Tick) -> None:
        ticked = self.cleaned_data.get(question.name) or []
        if NOT_YET in ticked and len(ticked) > 1:
            alone = gettext("Select what you did, or select ‘%(none)s’ alone") % {"none": question.none}
            self.add_error(question.name, alone)

    def _in_order(self) -> None:
        rule = self.page.in_order
        if rule is None:
            return
        first = self.cleaned_data.get(rule.first) or self.walk.days(self.walk.answers[rule.first])
        then = self.cleaned_data.get(rule.then)
        if (
            isinstance(first, date)
            and isinstance(then, date)
            and (then < first or (then == first and not rule.or_same))
        ):
            self.add_error(rule.then, WrongBox(rule.error))


class FileForm(Form):
    """A file to be checked, and how its report is wanted."""

    file = File(
        asks=_("Upload a list: CSV, XLSX, ODS or JSON"),
        called=_("the file"),
        hint=_("At most 2 MB, with one row for each record"),
        why=_("Its rows are what is checked"),
        endings=(".csv", ".xlsx", ".ods", ".json"),
    )
    kind = OneOf(
        asks=_("What are its rows?"),
        called=_("what its rows are"),
        why=_("Each kind of record has columns of its own"),
        choices=[
            ("auto", _("I’m not sure: look at its columns")),
            *((each.name, _(each.plural)) for each in KINDS.values()),
        ],
        listed=True,
    )
    form = OneOf(
        asks=_("How do you want the report?"),
        called=_("how you want the report"),
        why=_("It is made once, and not kept"),
        choices=(
            ("page", _("On the next page")),
            ("html", _("As a web page to keep (HTML)")),
            ("csv", _("As rows for a spreadsheet (CSV)")),
            ("json", _("As data (JSON)")),
        ),
    )

    @property
    def rows_are(self) -> str:
        """The kind of the rows; empty where their columns are to tell."""
        kind = str(self.cleaned_data["kind"])
        return "" if kind == "auto" else kind


def tick_of(question: Question) -> str:
    """The name of the tick for having no such day."""
    return f"{question.name}_{NOT_YET}"


def _initial(walk: Walk, page: Page) -> dict[str, Any]:
    answers = walk.answers
    initial = {question.name: _shown(question, answers) for question in page.questions if answers[question.name]}
    ticks = {tick_of(question): True for question in page.questions if answers[question.name] == NOT_YET}
    way = {WAY: KEEP} if page.interrupts and all(answers[question.name] for question in page.questions) else {}
    return {**initial, **ticks, **way}


def _shown(question: Question, answers: Answers) -> Any:
    answer = answers[question.name]
    match question:
        case When():
            return None if answer == NOT_YET else date.fromisoformat(answer)
        case Tick():
            return answer.split(BETWEEN)
        case _:
            return answer


def _ways(page: Page) -> OneOf:
    assert page.interrupts  # noqa: S101 (only such a page has two ways)
    ways = page.interrupts
    field = OneOf(asks=ways.ask, called="", why="", choices=[(CHANGE, ways.change), (KEEP, ways.keep)])
    return _with(field, required=_("Select what you want to do"))


def _with[F: forms.Field](field: F, *, required: Any) -> F:
    """The same field with its own message for no answer, or for one that was never offered, if there is one."""
    if required:
        field.error_messages["required"] = required
        for never_offered in {"invalid_choice", "invalid_list"} & set(field.error_messages):
            field.error_messages[never_offered] = required
    return field


def _called(words: Any, walk: Walk) -> str:
    return str(_words(words)).replace("{called}", walk.agreement.called)


def _words(words: Any) -> Any:
    """Words of the ground floor in the language of the page."""
    return words if isinstance(words, Promise) or not words else gettext(words)


def _first_of_next_month(today: date) -> date:
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)
