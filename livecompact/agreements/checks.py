"""How an undertaking can be kept in view: the ways that its `checks` name, in the words of the pages."""

from collections.abc import Mapping

from livecompact.standards.marking import N_

CHECKS: Mapping[str, str] = {
    "text": N_("by a number or an order that the text itself gives"),
    "local": N_("by a number that the area agrees; none is set until it has"),
    "record": N_("by a record that people judge: it is there, or there is no evidence"),
    "figure": N_("by a figure, without a verdict"),
    "tip": N_("by a tip in a form, without a verdict"),
    "evidence": N_("by a story, a note or an action that people add if they wish"),
    "survey": N_("by the yearly survey"),
}
"""Each way by its name; only the first two can find that a promise was not kept."""
