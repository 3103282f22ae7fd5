"""The check of a planned announcement that names or touches partners."""

from django.utils.translation import gettext_lazy as _

from livecompact.checks.journeys.journey import Asked, Journey, Page, Voice
from livecompact.checks.journeys.questions import Count, Say, When
from livecompact.kinds.announcement import ANNOUNCEMENT as KIND
from livecompact.standards.facts import NONE

ANNOUNCEMENT = Journey(
    id="announcement",
    kind=KIND,
    voice=Voice.PLAN,
    title=_("Check a planned announcement"),
    section=_("Check an announcement"),
    about=_("You plan to tell the press or the public something that names partners. See whom to tell first."),
    lead=(
        _("Answer a few short questions. See if your plan keeps the {called}."),
        _("You do not need an account. Nothing is saved until you publish. We ask no names."),
    ),
    publish=_("Publish this announcement"),
    pages=(
        Page(
            slug="public",
            asked=Asked.ALWAYS,
            questions=(
                When(name="published", called=_("date it will be public"), error=_("Enter the date it will be public")),
            ),
        ),
        Page(
            slug="partners",
            title=_("Whom does it name or touch?"),
            questions=(
                Count(
                    name="partners_named",
                    called=_("number of partners"),
                    hint=_("Count organisations, not people"),
                    error=_("Enter the number of partners"),
                    wrong=_("Number of partners must be a whole number, like 3"),
                ),
                Count(
                    name="partners_not_told",
                    ask=_("How many of them will not be told before?"),
                    hint=_("Nought if all of them will be told"),
                    called=_("number of partners who will not be told"),
                    error=_("Enter the number of partners who will not be told"),
                    wrong=_("Number of partners who will not be told must be a whole number, like 0"),
                    at_most="partners_named",
                    too_many=_("No more than {most} can be left untold"),
                ),
            ),
        ),
        Page(
            slug="told",
            questions=(
                When(
                    name="last_partner_told",
                    ask=_("When will the last of them be told?"),
                    called=_("date the last of them is told"),
                    error=_("Enter the date, or select ‘We will tell none of them’"),
                    not_yet=_("We will tell none of them"),
                    gives_none={"last_partner_told": NONE},
                ),
            ),
        ),
        Page(
            slug="why-late",
            asked=Asked.ON_REQUEST,
            questions=(
                Say(
                    name="reason_for_short_notice",
                    called=_("why partners cannot be told in time"),
                    error=_("Enter why partners cannot be told in time"),
                    at_most=300,
                ),
            ),
        ),
    ),
)
