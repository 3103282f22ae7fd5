"""The check of a policy, programme or service before it is decided."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, Journey, Page, Voice
from livecompact.checks.journeys.questions import ON_RECORD, Choose, Done, Option, Tick, When
from livecompact.frame.fields import Words
from livecompact.kinds.policy_appraisal import POLICY_APPRAISAL as KIND
from livecompact.standards.facts import NONE


def _about(value: str, text: Words) -> Option:
    return Option(value=value.replace(" ", "-"), text=text, gives={"about": value})


def _written(value: str, text: Words, *facts: str) -> Done:
    """Something that stands in the papers; what exactly is there for people to read and judge."""
    return Done(value=value, text=text, facts=facts, gives=dict.fromkeys(facts, ON_RECORD))


POLICY_APPRAISAL = Journey(
    id="policy-appraisal",
    kind=KIND,
    voice=Voice.PLAN,
    title=_("Check a policy or service before you decide"),
    section=_("Check a policy or service"),
    about=_("You plan a policy, a programme or a service. See what to look at before you decide, and whom to ask."),
    lead=(
        _("Answer a few short questions. See if your plan keeps the {called}."),
        _("You do not need an account. Nothing is saved until you publish. We ask no names."),
    ),
    publish=_("Publish this"),
    pages=(
        Page(
            slug="about",
            asked=Asked.ALWAYS,
            questions=(
                Choose(
                    name="about",
                    error=_("Select what you are deciding about"),
                    options=(
                        _about("policy", _("A policy")),
                        _about("procedure", _("A procedure")),
                        _about("programme", _("A programme")),
                        _about("service", _("A service")),
                        _about("law or guidance", _("A law or guidance")),
                    ),
                ),
            ),
        ),
        Page(
            slug="decided",
            asked=Asked.ALWAYS,
            questions=(
                When(
                    name="decided",
                    ask=_("When will it be decided?"),
                    called=_("date it is decided"),
                    error=_("Enter the date it is decided"),
                ),
            ),
        ),
        Page(
            slug="equality",
            questions=(
                When(
                    name="equality_assessed",
                    called=_("date of the equality assessment"),
                    error=_("Enter the date of the equality assessment, or select ‘There is none’"),
                    not_yet=_("There is none"),
                    gives_none={"equality_assessed": NONE},
                ),
            ),
        ),
        Page(
            slug="effect-on-groups",
            questions=(
                When(
                    name="appraised",
                    called=_("date you looked at what it does to groups"),
                    error=_("Enter the date you looked at it, or select ‘We have not looked at it’"),
                    not_yet=_("We have not looked at it"),
                    gives_none={"appraised": NONE},
                ),
            ),
        ),
        Page(
            slug="asked-early",
            title=_("When were the options fixed, and when were groups asked?"),
            questions=(
                When(
                    name="options_fixed",
                    called=_("date the options are fixed"),
                    error=_("Enter the date the options are fixed"),
                ),
                When(
                    name="groups_asked",
                    called=_("date groups were first asked"),
                    error=_("Enter the date groups were first asked, or select ‘We have not asked them’"),
                    not_yet=_("We have not asked them"),
                    gives_none={"groups_asked": NONE},
                ),
            ),
        ),
        Page(
            slug="barriers",
            questions=(
                Choose(
                    name="barriers_not_dealt_with",
                    about=("barriers_not_dealt_with",),
                    ask=_("Has each barrier that groups told you of had an answer?"),
                    hint=_("For example the time of a meeting, or the format of a paper"),
                    error=_("Select yes if each barrier has had an answer"),
                    options=(
                        Option(value="yes", text=_("Yes"), gives={"barriers_not_dealt_with": Decimal(0)}),
                        Option(
                            value="none", text=_("They told us of none"), gives={"barriers_not_dealt_with": Decimal(0)}
                        ),
                        Option(value="no", text=_("Not yet")),
                    ),
                ),
            ),
        ),
        Page(
            slug="papers",
            questions=(
                Tick(
                    name="papers",
                    about=(
                        *("social_value", "environmental_value", "economic_value"),
                        *("effect_on_social_action", "effect_on_communities", "likely_to_have_a_view"),
                        *("views_sought", "data_used", "what_changed", "burden_on_small_groups"),
                        *("specific_needs", "effect_on_specific_needs"),
                    ),
                    ask=_("What will your papers say before it is decided?"),
                    hint=_("Select all that they will say"),
                    error=_("Select what your papers will say, or select ‘None of these’"),
                    none=_("None of these"),
                    options=(
                        _written("social", _("The social value"), "social_value"),
                        _written("environment", _("The environmental value"), "environmental_value"),
                        _written("economy", _("The economic value"), "economic_value"),
                        _written("action", _("What it does to local volunteering"), "effect_on_social_action"),
                        _written("communities", _("If communities get more or less of a say"), "effect_on_communities"),
                        _written("view", _("Who is likely to have a view"), "likely_to_have_a_view"),
                        _written("views", _("Whose views you asked for"), "views_sought"),
                        _written("data", _("Which data you used"), "data_used"),
                        _written("changed", _("What changed because of what you heard"), "what_changed"),
                        _written("burden", _("What it costs small groups in forms and time"), "burden_on_small_groups"),
                        _written("needs", _("Whose specific needs you looked at"), "specific_needs"),
                        _written("effect", _("What it does to people with them"), "effect_on_specific_needs"),
                    ),
                ),
            ),
        ),
    ),
)
