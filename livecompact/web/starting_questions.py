"""The questions of `livecompact start`, each with a default in brackets; what was given as an option is not asked."""

import sys
from dataclasses import dataclass

import typer
from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from livecompact.web.starting_text import CannotStart, chosen

AREA = "Hertfordshire"
TEXTS = "1 Hertfordshire, 2 Dacorum, 3 a folder of yours, 4 a short model"
BY_AREA = {"hertfordshire": "1", "dacorum": "2"}
EXAMPLES = "Fill it with made-up examples to try it out?"
MODEL = "4"
OWN = "3"


@dataclass(frozen=True, kw_only=True)
class Answers:
    """What a new site is for: the area, the text (a name that ships, or a folder), who runs it, and examples."""

    area: str
    text: str
    email: str
    examples: bool


def ask(*, area: str | None, text: str | None, email: str | None, examples: bool | None) -> Answers:
    """What was given, and for the rest what is answered in the terminal; CannotStart where an answer will not do."""
    area = area or _asked("What area is it for?", AREA, "--area")
    text = asked_text(area, text)
    email = (email or _asked("Who runs it? Your email:", None, "--email")).strip()
    try:
        validate_email(email)
    except ValidationError:
        raise CannotStart(f"“{email}” is no email address. Write it as name@example.org.") from None
    examples = _asked_yes(EXAMPLES, "--no-examples") if examples is None else examples
    return Answers(area=area, text=text, email=email, examples=examples)


def asked_text(area: str, text: str | None) -> str:
    """The name of a text that ships, or the path of a folder."""
    text = text or _asked(f"Which text do you start from? {TEXTS}", BY_AREA.get(area.strip().lower(), MODEL), "--text")
    if text.strip() == OWN:
        text = _asked("Which folder?", None, "--text FOLDER")
    return chosen(text, area)


def _asked_yes(question: str, option: str) -> bool:
    """The answer; in a script that gives none, it is no: nothing made up comes in unasked."""
    try:
        return bool(typer.confirm(question, default=False))
    except typer.Abort:
        if sys.stdin.isatty():
            raise _nobody(option) from None
        return False


def _asked(question: str, default: str | None, option: str) -> str:
    try:
        return str(typer.prompt(question.rstrip(":") if default is None else question, default=default))
    except typer.Abort:
        raise _nobody(option) from None


def _nobody(option: str) -> CannotStart:
    return CannotStart(f"\nNobody answered. In a script, give the answer as {option}.")
