"""The check of a planned consultation."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, InOrder, Interruption, Journey, Page, Voice
from livecompact.checks.journeys.questions import Choose, Done, Option, Say, Tick, When
from livecompact.kinds.consultation import CONSULTATION as KIND
from livecompact.kinds.consultation import WAYS_TO_TAKE_PART
from livecompact.standards.facts import NONE

CONSULTATION = Journey(
    id="consultation",
    kind=KIND,
    voice=Voice.PLAN,
    title=_("Check a planned consultation"),
    section=_("Check a consultation"),
    about=_("You plan to ask people for their views. See what the Compact asks of your dates."),
    lead=(
        _("Answer a few short questions. See if your plan keeps the {called}."),
        _("You do not need an account. Nothing is saved until you publish."),
    ),
    subject=_("Consultation"),
    publish=_("Publish this consultation"),
    pages=(
        Page(
            slug="who-it-affects",
            questions=(
                Choose(
                    name="affects_groups",
                    ask=_("Will your plan affect charities or community groups?"),
                    hint=_("Think about their money, their members or the people they help"),
                    error=_("Select yes if your plan will affect charities or community groups"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"affects_groups": True}),
                        Option(value="no", text=_("No"), gives={"affects_groups": False}),
                        Option(value="unsure", text=_("I’m not sure"), gives={"affects_groups": True}),
                    ),
                ),
            ),
        ),
        Page(
            slug="formal",
            questions=(
                Choose(
                    name="formal",
                    error=_("Select yes if it is a formal written consultation"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"formal": True}),
                        Option(value="no", text=_("No, it is informal"), gives={"formal": False}),
                        Option(value="unsure", text=_("I’m not sure"), gives={"formal": True}),
                    ),
                ),
            ),
        ),
        Page(
            slug="why-informal",
            questions=(
                Say(
                    name="reason_for_informal",
                    called=_("why it is not a formal written consultation"),
                    error=_("Enter why it is not a formal written consultation"),
                    at_most=400,
                ),
            ),
        ),
        Page(
            slug="dates",
            title=_("When will it open and close?"),
            questions=(
                When(name="opens", ask=_("Opening date"), called=_("opening date"), error=_("Enter the opening date")),
                When(name="closes", ask=_("Closing date"), called=_("closing date"), error=_("Enter the closing date")),
            ),
            in_order=InOrder(
                first="opens",
                then="closes",
                error=_("Closing date must be the same as or after the opening date"),
            ),
        ),
        Page(
            slug="shorter",
            title=_("Your consultation is shorter than the {called} asks"),
            asked=Asked.SHORT,
            questions=(
                Say(
                    name="reason_for_shorter_time",
                    called=_("why it is shorter"),
                    error=_("Enter why it is shorter"),
                    at_most=400,
                ),
            ),
            interrupts=Interruption(
                ask=_("What do you want to do?"),
                change=_("Change the dates"),
                keep=_("Keep the dates and say why"),
                back_to="dates",
            ),
        ),
        Page(
            slug="told",
            questions=(
                When(
                    name="announced",
                    called=_("date you told groups"),
                    error=_("Enter the date you told groups, or select ‘I have not told them yet’"),
                    not_yet=_("I have not told them yet"),
                    gives_none={"announced": NONE},
                ),
            ),
        ),
        Page(
            slug="ways",
            asked=Asked.ALWAYS,
            only_if={"affects_groups": ("yes", "unsure")},
            questions=(
                Tick(
                    name="ways",
                    about=WAYS_TO_TAKE_PART,
                    ask=_("How can people take part?"),
                    hint=_("Select all that you will offer"),
                    called=_("ways to take part"),
                    error=_("Select at least one way to take part"),
                    options=(
                        Done(value="online", text=_("Online"), facts=("online",), gives={"online": True}),
                        Done(value="paper", text=_("On paper"), facts=("on_paper",), gives={"on_paper": True}),
                        Done(value="phone", text=_("By phone"), facts=("by_phone",), gives={"by_phone": True}),
                        Done(
                            value="meeting",
                            text=_("At a meeting"),
                            facts=("at_a_meeting",),
                            gives={"at_a_meeting": True},
                        ),
                        Done(
                            value="easy-read",
                            text=_("In Easy Read"),
                            facts=("in_easy_read",),
                            gives={"in_easy_read": True},
                        ),
                        Done(
                            value="languages",
                            text=_("In other languages"),
                            facts=("in_other_languages",),
                            gives={"in_other_languages": True},
                        ),
                        Done(
                            value="bsl",
                            text=_("In British Sign Language"),
                            facts=("in_sign_language",),
                            gives={"in_sign_language": True},
                        ),
                    ),
                ),
            ),
        ),
        Page(
            slug="feedback",
            questions=(
                When(
                    name="feedback_due",
                    about=("feedback_due", "feedback_published", "feedback_day_named"),
                    called=_("date you will say what changed"),
                    error=_("Enter the date you will say what changed, or select ‘I do not know yet’"),
                    not_yet=_("I do not know yet"),
                    gives_none={"feedback_day_named": False},
                    says={"feedback_day_named": True},
                ),
            ),
            in_order=InOrder(
                first="closes", then="feedback_due", error=_("Enter a date after the closing date"), or_same=False
            ),
        ),
    ),
)
