"""The check of a planned award or refusal of money or other help."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, InOrder, Interruption, Journey, Page, Voice
from livecompact.checks.journeys.questions import Amount, Choose, Option, Say, When
from livecompact.kinds.award import AWARD as KIND

AWARD = Journey(
    id="award",
    kind=KIND,
    voice=Voice.PLAN,
    title=_("Check an award or a refusal"),
    section=_("Check an award"),
    about=_("You plan to give a group money or other help, or to say no. See what the group is owed."),
    lead=(
        _("Answer a few short questions. See if your plan keeps the {called}."),
        _("You do not need an account. Nothing is saved until you publish. We ask no names."),
    ),
    publish=_("Publish this award or refusal"),
    pages=(
        Page(
            slug="what",
            asked=Asked.ALWAYS,
            questions=(
                Choose(
                    name="what",
                    about=("refused", "in_kind"),
                    ask=_("What will you decide?"),
                    error=_("Select what you will decide"),
                    options=(
                        Option(value="money", text=_("To give money"), gives={"refused": False, "in_kind": False}),
                        Option(
                            value="help",
                            text=_("To give a room or other help"),
                            gives={"refused": False, "in_kind": True},
                        ),
                        Option(value="no", text=_("To say no"), gives={"refused": True, "in_kind": False}),
                    ),
                ),
            ),
        ),
        Page(
            slug="asked",
            questions=(
                When(name="asked", called=_("date they asked for it"), error=_("Enter the date they asked for it")),
            ),
        ),
        Page(
            slug="decided",
            asked=Asked.ALWAYS,
            questions=(
                When(
                    name="awarded",
                    ask=_("When will it be decided?"),
                    called=_("date it is decided"),
                    error=_("Enter the date it is decided"),
                ),
            ),
            in_order=InOrder(
                first="asked",
                then="awarded",
                error=_("Date it is decided must be the same as or after the date they asked for it"),
            ),
        ),
        Page(
            slug="one-off",
            questions=(
                Choose(
                    name="one_off",
                    error=_("Select yes if it is for one event or one purchase"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"one_off": True}),
                        Option(value="no", text=_("No, it is for work that goes on"), gives={"one_off": False}),
                    ),
                ),
            ),
        ),
        Page(
            slug="term",
            title=_("When does the funding start and end?"),
            questions=(
                When(
                    name="starts",
                    ask=_("First day"),
                    called=_("first day of the funding"),
                    error=_("Enter the first day of the funding"),
                ),
                When(
                    name="ends",
                    ask=_("Last day"),
                    called=_("last day of the funding"),
                    error=_("Enter the last day of the funding"),
                ),
            ),
            in_order=InOrder(
                first="starts", then="ends", error=_("Last day must be the same as or after the first day")
            ),
        ),
        Page(
            slug="short",
            title=_("The {called} asks for longer funding, or for the reason"),
            asked=Asked.SHORT,
            questions=(
                Say(
                    name="reason_for_one_year",
                    called=_("why it is not for longer"),
                    error=_("Enter why it is not for longer"),
                    at_most=120,
                ),
            ),
            interrupts=Interruption(
                ask=_("What do you want to do?"),
                change=_("Change the dates"),
                keep=_("Keep the dates and say why"),
                back_to="term",
            ),
        ),
        Page(
            slug="why",
            questions=(
                Say(
                    name="rationale",
                    called=_("why it is decided so"),
                    error=_("Enter why it is decided so"),
                    at_most=140,
                ),
            ),
        ),
        Page(
            slug="how-much",
            title=_("How much did they ask for, and how much do they get?"),
            questions=(
                Amount(
                    name="amount_applied_for",
                    ask=_("They asked for"),
                    called=_("amount they asked for"),
                    error=_("Enter the amount they asked for"),
                    wrong=_("Amount they asked for must be a number, like 24000"),
                ),
                Amount(
                    name="amount",
                    ask=_("They get"),
                    called=_("amount they get"),
                    error=_("Enter the amount they get"),
                    wrong=_("Amount they get must be a number, like 18000"),
                ),
            ),
        ),
        Page(
            slug="why-less",
            where={"met_in_full": False},
            questions=(
                Say(
                    name="reason_for_gap",
                    called=_("why it is less than they asked for"),
                    error=_("Enter why it is less than they asked for"),
                    at_most=80,
                ),
            ),
        ),
        Page(
            slug="overheads",
            questions=(
                Choose(
                    name="overheads_allowed",
                    error=_("Select yes if you allowed all the overheads they asked for"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"overheads_allowed": True}),
                        Option(value="no", text=_("No"), gives={"overheads_allowed": False}),
                        Option(value="none", text=_("They asked for none"), gives={"overheads_allowed": True}),
                    ),
                ),
            ),
        ),
        Page(
            slug="why-no-overheads",
            where={"overheads_allowed": False},
            questions=(
                Say(
                    name="reason_for_refusing_overheads",
                    called=_("why some overheads were refused"),
                    error=_("Enter why some overheads were refused"),
                    at_most=80,
                ),
            ),
        ),
        Page(
            slug="other-support",
            questions=(
                Say(
                    name="other_support",
                    called=_("what other support comes with it"),
                    error=_("Enter what other support comes with it. If none, say so"),
                    at_most=80,
                ),
            ),
        ),
    ),
)
