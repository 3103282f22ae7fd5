"""The kinds of dealing, one file each; this is the list of them."""

from livecompact.kinds.announcement import ANNOUNCEMENT
from livecompact.kinds.annual_review import ANNUAL_REVIEW
from livecompact.kinds.award import AWARD
from livecompact.kinds.code_of_practice import CODE_OF_PRACTICE
from livecompact.kinds.confidence import CONFIDENCE
from livecompact.kinds.consultation import CONSULTATION
from livecompact.kinds.decision import DECISION
from livecompact.kinds.exit_plan import EXIT_PLAN
from livecompact.kinds.funding_agreement import FUNDING_AGREEMENT
from livecompact.kinds.funding_change import FUNDING_CHANGE
from livecompact.kinds.funding_opportunity import FUNDING_OPPORTUNITY
from livecompact.kinds.funding_policy import FUNDING_POLICY
from livecompact.kinds.joint_project import JOINT_PROJECT
from livecompact.kinds.kind import Kind
from livecompact.kinds.monitoring_report import MONITORING_REPORT
from livecompact.kinds.offer import OFFER
from livecompact.kinds.payment import PAYMENT
from livecompact.kinds.policy_appraisal import POLICY_APPRAISAL
from livecompact.kinds.publication import PUBLICATION
from livecompact.kinds.response import RESPONSE
from livecompact.kinds.survey import SURVEY
from livecompact.kinds.yearly_figures import YEARLY_FIGURES

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        CONSULTATION,
        POLICY_APPRAISAL,
        FUNDING_OPPORTUNITY,
        AWARD,
        FUNDING_AGREEMENT,
        PAYMENT,
        MONITORING_REPORT,
        FUNDING_CHANGE,
        ANNOUNCEMENT,
        FUNDING_POLICY,
        PUBLICATION,
        YEARLY_FIGURES,
        SURVEY,
        ANNUAL_REVIEW,
        RESPONSE,
        OFFER,
        JOINT_PROJECT,
        EXIT_PLAN,
        CODE_OF_PRACTICE,
        DECISION,
        CONFIDENCE,
    )
}


def kind(name: str) -> Kind:
    """The kind of that name; KeyError lists the names there are."""
    if name not in KINDS:
        raise KeyError(f"there is no kind of dealing “{name}”; the kinds are {', '.join(KINDS)}")
    return KINDS[name]
