"""The check of a planned change of funding or other support."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, InOrder, Interruption, Journey, Page, Voice
from livecompact.checks.journeys.questions import ON_RECORD, Amount, Choose, Done, Option, Say, Tick, When
from livecompact.kinds.funding_change import FUNDING_CHANGE as KIND
from livecompact.standards.facts import NONE

FUNDING_CHANGE = Journey(
    id="funding-change",
    kind=KIND,
    voice=Voice.PLAN,
    title=_("Check a change of funding or other support"),
    section=_("Check a change of funding"),
    about=_("You plan to cut, end or change a group’s money or other support. See what comes first, and by when."),
    lead=(
        _("Answer a few short questions. See if your plan keeps the {called}."),
        _("You do not need an account. Nothing is saved until you record it. The check asks no names."),
    ),
    publish=_("Record this change"),
    pages=(
        Page(
            slug="what-changes",
            questions=(
                Choose(
                    name="change",
                    error=_("Select what is happening to this funding"),
                    options=(
                        Option(value="reduced", text=_("It is going down"), gives={"change": "reduced"}),
                        Option(value="ended", text=_("It is ending early"), gives={"change": "ended"}),
                        Option(value="not-renewed", text=_("It will not be renewed"), gives={"change": "not renewed"}),
                        Option(value="changed", text=_("Something else is changing"), gives={"change": "changed"}),
                    ),
                ),
            ),
        ),
        Page(
            slug="how-much",
            title=_("How much will it be?"),
            asked=Asked.ALWAYS,
            only_if={"change": ("reduced", "changed")},
            questions=(
                Amount(
                    name="amount_before",
                    ask=_("How much is it now, a year?"),
                    called=_("present amount"),
                    error=_("Enter the present amount"),
                    wrong=_("Present amount must be a number, like 24000"),
                ),
                Amount(
                    name="amount_after",
                    ask=_("How much will it be, a year?"),
                    called=_("new amount"),
                    error=_("Enter the new amount"),
                    wrong=_("New amount must be a number, like 18000"),
                    below="amount_before",
                    falling=("change", "reduced"),
                    too_much=_("New amount must be less than {amount}"),
                ),
            ),
        ),
        Page(
            slug="problems",
            questions=(
                Choose(
                    name="had_problems",
                    error=_("Select yes if it is because of how the service was going"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"had_problems": True}),
                        Option(value="no", text=_("No"), gives={"had_problems": False}),
                        Option(value="unsure", text=_("I’m not sure"), gives={"had_problems": True}),
                    ),
                ),
            ),
        ),
        Page(
            slug="start",
            questions=(
                When(
                    name="takes_effect", called=_("date the change starts"), error=_("Enter the date the change starts")
                ),
            ),
        ),
        Page(
            slug="decision-and-notice",
            title=_("When was it decided, and when did you tell them?"),
            questions=(
                When(
                    name="decided",
                    hint=_("The date of the decision, or the date you plan to decide"),
                    called=_("date it was decided"),
                    error=_("Enter the date it was decided"),
                ),
                When(
                    name="notice_sent",
                    about=("notice_sent", "notice_in_writing"),
                    hint=_("The date of the letter or email, or the date you plan to send it"),
                    called=_("date you told them"),
                    error=_("Enter the date you told them, or select ‘We have not told them’"),
                    not_yet=_("We have not told them"),
                    gives_none={"notice_sent": NONE, "notice_in_writing": NONE},
                    says={"notice_in_writing": True},
                ),
            ),
        ),
        Page(
            slug="short-notice",
            title=_("This is less notice than the {called} asks for"),
            asked=Asked.SHORT,
            questions=(
                Say(
                    name="exceptional_reason",
                    called=_("what is exceptional"),
                    error=_("Enter what is exceptional"),
                    at_most=200,
                ),
            ),
            interrupts=Interruption(
                ask=_("What do you want to do?"),
                change=_("Change the start date"),
                keep=_("It is an exceptional case"),
                back_to="start",
            ),
        ),
        Page(
            slug="why",
            questions=(
                Say(
                    name="rationale",
                    called=_("why this was decided"),
                    error=_("Enter why this was decided"),
                    at_most=300,
                ),
            ),
        ),
        Page(
            slug="before-deciding",
            questions=(
                Tick(
                    name="did",
                    about=(
                        "impact_assessed",
                        "actions_agreed",
                        "discussed",
                        "response_opens",
                        "response_considered",
                        "reallocation_considered",
                    ),
                    ask=_("What did you do before deciding?"),
                    hint=_("Select all that you did, or will do"),
                    error=_("Select what you did, or select ‘None of these’"),
                    none=_("None of these"),
                    options=(
                        Done(
                            value="steps",
                            text=_("We agreed steps and dates to fix problems"),
                            facts=("actions_agreed",),
                        ),
                        Done(
                            value="effect",
                            text=_("We looked at the effect on people who use the service"),
                            facts=("impact_assessed",),
                        ),
                        Done(
                            value="view",
                            text=_("We asked the organisation for its view, and thought about it"),
                            facts=("discussed", "response_opens", "response_considered"),
                        ),
                        Done(
                            value="others",
                            text=_(
                                "We looked at whether another organisation should get the money to help the same people"
                            ),
                            facts=("reallocation_considered",),
                            gives={"reallocation_considered": ON_RECORD},
                        ),
                    ),
                ),
            ),
        ),
        Page(
            slug="when-you-did-this",
            title=_("When did you do these?"),
            questions=(
                When(
                    name="actions_agreed", called=_("date you agreed steps"), error=_("Enter the date you agreed steps")
                ),
                When(
                    name="impact_assessed",
                    called=_("date of the effect check"),
                    error=_("Enter the date of the effect check"),
                ),
                When(
                    name="discussed",
                    about=("discussed", "response_opens"),
                    called=_("date you asked for its view"),
                    error=_("Enter the date you asked for its view"),
                ),
                When(
                    name="response_considered",
                    called=_("date you thought about its view"),
                    error=_("Enter the date you thought about its view"),
                ),
            ),
            in_order=InOrder(
                first="discussed",
                then="response_considered",
                error=_("Date you thought about its view must be the same as or after the date you asked for it"),
            ),
        ),
        Page(
            slug="why-no-talks",
            asked=Asked.ON_REQUEST,
            questions=(
                Say(
                    name="reason_for_no_talks",
                    called=_("why it was decided before the talks"),
                    error=_("Enter why it was decided before the talks"),
                    at_most=200,
                ),
            ),
        ),
    ),
)
