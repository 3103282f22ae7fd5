"""The checks that there are, one file each; this is the list of them."""

from livecompact.dealings.journeys.announcement import ANNOUNCEMENT
from livecompact.dealings.journeys.asked import ASKED
from livecompact.dealings.journeys.award import AWARD
from livecompact.dealings.journeys.consultation import CONSULTATION
from livecompact.dealings.journeys.funding_change import FUNDING_CHANGE
from livecompact.dealings.journeys.journey import Journey
from livecompact.dealings.journeys.policy_appraisal import POLICY_APPRAISAL
from livecompact.dealings.journeys.told import TOLD

JOURNEYS: dict[str, Journey] = {
    journey.id: journey
    for journey in (CONSULTATION, FUNDING_CHANGE, AWARD, POLICY_APPRAISAL, ANNOUNCEMENT, TOLD, ASKED)
}
