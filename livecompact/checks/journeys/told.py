"""For a group that was told its funding changes: how the notice stands."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, Journey, Page, Voice
from livecompact.checks.journeys.questions import Choose, Option, When
from livecompact.kinds.funding_change import FUNDING_CHANGE as KIND
from livecompact.standards.facts import NONE

GIVEN = "It was given."
"""Stands for the words of others, of which a group says only that there were some."""

TOLD = Journey(
    id="told",
    kind=KIND,
    voice=Voice.AS_IF,
    title=_("Check the notice that you were given"),
    section=_("Check the notice"),
    about=_("A public body told you that your money or other support ends or changes."),
    lead=(
        _("They told you on one day, and it ends or changes on another. See how that stands."),
        _("Then you can copy a polite letter. You do not need an account. Nothing is saved. We ask no names."),
    ),
    pages=(
        Page(
            slug="dates",
            title=_("When did they tell you, and when does it end or change?"),
            questions=(
                When(
                    name="notice_sent",
                    ask=_("They told us on"),
                    hint=_("The date of the letter or email, or of the call"),
                    called=_("date they told you"),
                    error=_("Enter the date they told you"),
                ),
                When(
                    name="takes_effect",
                    ask=_("It ends or changes on"),
                    called=_("date it ends or changes"),
                    error=_("Enter the date it ends or changes"),
                ),
            ),
        ),
        Page(
            slug="in-writing",
            questions=(
                Choose(
                    name="notice_in_writing",
                    ask=_("Did they tell you in writing?"),
                    hint=_("A letter or an email"),
                    error=_("Select yes if they told you in writing"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"notice_in_writing": True}),
                        Option(value="no", text=_("No"), gives={"notice_in_writing": False}),
                    ),
                ),
            ),
        ),
        Page(
            slug="exceptional",
            asked=Asked.SHORT,
            questions=(
                Choose(
                    name="exceptional_reason",
                    ask=_("Did they say what is exceptional?"),
                    hint=_("The {called} allows less notice only in exceptional circumstances"),
                    error=_("Select yes if they said what is exceptional"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"exceptional_reason": GIVEN}),
                        Option(value="no", text=_("No"), gives={"exceptional_reason": NONE}),
                        Option(value="unsure", text=_("I’m not sure")),
                    ),
                ),
            ),
        ),
        Page(
            slug="why",
            questions=(
                Choose(
                    name="rationale",
                    ask=_("Did they say why?"),
                    error=_("Select yes if they said why"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"rationale": GIVEN}),
                        Option(value="no", text=_("No"), gives={"rationale": NONE}),
                        Option(value="unsure", text=_("I’m not sure")),
                    ),
                ),
            ),
        ),
    ),
)
