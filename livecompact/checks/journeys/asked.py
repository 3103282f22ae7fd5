"""For a group that was asked for its views: how the time to answer stands."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, InOrder, Journey, Page, Voice
from livecompact.checks.journeys.questions import Choose, Option, When
from livecompact.checks.journeys.told import GIVEN
from livecompact.kinds.consultation import CONSULTATION as KIND
from livecompact.standards.facts import NONE

ASKED = Journey(
    id="asked",
    kind=KIND,
    voice=Voice.AS_IF,
    title=_("Check the time that you were given to answer"),
    section=_("Check the time to answer"),
    about=_("A public body asked for your views. See if the time to answer was long enough."),
    lead=(
        _("They gave you from one day to another. See how that stands."),
        _("Then you can copy a polite letter. You do not need an account. Nothing is saved. We ask no names."),
    ),
    subject=_("Consultation"),
    given={"affects_groups": True},
    pages=(
        Page(
            slug="dates",
            title=_("From when to when could you answer?"),
            questions=(
                When(name="opens", ask=_("They gave us from"), called=_("first day"), error=_("Enter the first day")),
                When(name="closes", ask=_("To"), called=_("last day"), error=_("Enter the last day")),
            ),
            in_order=InOrder(
                first="opens", then="closes", error=_("Last day must be the same as or after the first day")
            ),
        ),
        Page(
            slug="formal",
            questions=(
                Choose(
                    name="formal",
                    ask=_("Was it a formal written consultation?"),
                    hint=_("A paper or a web page that says it is a consultation"),
                    error=_("Select yes if it was a formal written consultation"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"formal": True}),
                        Option(value="no", text=_("No, it was informal"), gives={"formal": False}),
                        Option(value="unsure", text=_("I’m not sure"), gives={"formal": True}),
                    ),
                ),
            ),
        ),
        Page(
            slug="why-informal",
            questions=(
                Choose(
                    name="reason_for_informal",
                    ask=_("Did they say why it was informal?"),
                    error=_("Select yes if they said why it was informal"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"reason_for_informal": GIVEN}),
                        Option(value="no", text=_("No"), gives={"reason_for_informal": NONE}),
                        Option(value="unsure", text=_("I’m not sure")),
                    ),
                ),
            ),
        ),
        Page(
            slug="why-shorter",
            asked=Asked.SHORT,
            questions=(
                Choose(
                    name="reason_for_shorter_time",
                    ask=_("Did they say why the time was shorter?"),
                    error=_("Select yes if they said why the time was shorter"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"reason_for_shorter_time": GIVEN}),
                        Option(value="no", text=_("No"), gives={"reason_for_shorter_time": NONE}),
                        Option(value="unsure", text=_("I’m not sure")),
                    ),
                ),
            ),
        ),
    ),
)
