"""How an undertaking can be kept in view: the ways that its `checks` name, in the words of the pages."""

from collections.abc import Mapping

from livecompact.standards.marking import N_

SIGNING = "signing"
"""The page on which an organisation signs shows such a promise, and signing acknowledges it: no standard is needed."""

CHECKS: Mapping[str, str] = {
    "text": N_("by a number or an order in the text"),
    "local": N_("by a number, once the area agrees one"),
    "record": N_("by a record, which people judge"),
    "figure": N_("by a figure, without a verdict"),
    "tip": N_("by a tip in a form, without a verdict"),
    "evidence": N_("by what people add: a story, a note or an action"),
    "survey": N_("by the yearly survey"),
    SIGNING: N_("by what a group says as it signs"),
}
"""Each way by its name; only the first two can find that a promise was not kept."""
