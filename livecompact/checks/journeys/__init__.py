"""The checks that there are, one file each; this is the list of them."""

from livecompact.checks.journeys.announcement import ANNOUNCEMENT
from livecompact.checks.journeys.asked import ASKED
from livecompact.checks.journeys.award import AWARD
from livecompact.checks.journeys.consultation import CONSULTATION
from livecompact.checks.journeys.funding_change import FUNDING_CHANGE
from livecompact.checks.journeys.journey import Journey
from livecompact.checks.journeys.policy_appraisal import POLICY_APPRAISAL
from livecompact.checks.journeys.told import TOLD

JOURNEYS: dict[str, Journey] = {
    journey.id: journey
    for journey in (CONSULTATION, FUNDING_CHANGE, AWARD, POLICY_APPRAISAL, ANNOUNCEMENT, TOLD, ASKED)
}
PUBLISHED = frozenset({"consultation", "funding-change", "award", "policy-appraisal", "announcement"})
"""The kinds that are published out of their check, with nothing typed again."""
