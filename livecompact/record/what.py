"""What may happen in public: a closed list, each with the words for it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class What(models.TextChoices):
    """What happened. Values may be added; none is given another meaning, since it stands in entries for ever."""

    EDITION_PUBLISHED = "edition-published", _("Edition published")
    TEXT_CHANGED = "text-changed", _("Something around the text changed")
    LOOK_CHANGED = "look-changed", _("Look of the pages changed")
    RUNNING_CHANGED = "running-changed", _("How the Compact is run changed")
    TEXT_ERASED = "text-erased", _("Words of an entry erased")
    MEASURE_ADOPTED = "measure-adopted", _("Local number agreed")
    MEASURE_DROPPED = "measure-dropped", _("Local number dropped")
    ORGANISATION_SIGNED = "organisation-signed", _("Organisation signed")
    ORGANISATION_RENEWED = "organisation-renewed", _("Organisation renewed")
    ORGANISATION_LAPSED = "organisation-lapsed", _("Organisation did not renew")
    ORGANISATION_LEFT = "organisation-left", _("Organisation left")
    ORGANISATION_WITHDRAWN = "organisation-withdrawn", _("Organisation taken off the list")
    ORGANISATION_MERGED = "organisation-merged", _("Organisations merged")
    ORGANISATION_CORRECTED = "organisation-corrected", _("Organisation’s details corrected")
    FRIEND_JOINED = "friend-joined", _("Friend joined")
    FRIEND_LEFT = "friend-left", _("Friend left")
    CONSULTATION_PUBLISHED = "consultation-published", _("Consultation published")
    DEALING_PUBLISHED = "dealing-published", _("Dealing published")
    DEALING_CHANGED = "dealing-changed", _("Dealing changed")
    DEALING_WITHDRAWN = "dealing-withdrawn", _("Dealing withdrawn")
    RECORDS_LOADED = "records-loaded", _("List of records uploaded")
    RECORDS_UNDONE = "records-undone", _("Upload of records undone")
    EXPLANATION_GIVEN = "explanation-given", _("Reason given")
    REPLY_GIVEN = "reply-given", _("Reply given")
    SAID_MISSING = "said-missing", _("Said to be missing")
    MISSING_ANSWERED = "missing-answered", _("Answer to what was said to be missing")
    MISSING_TAKEN_BACK = "missing-taken-back", _("No longer said to be missing")
    SIDES_DISAGREE = "sides-disagree", _("The two sides disagree")
    SIDES_AGREE = "sides-agree", _("The two sides agree again")
    VERDICT_CHANGED = "verdict-changed", _("Finding changed")
    OUTCOME_PUBLISHED = "outcome-published", _("Outcome of a concern published")
    REVIEW_PUBLISHED = "review-published", _("Annual review published")
