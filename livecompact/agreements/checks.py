"""How an undertaking can be kept in view: the ways that its `checks` name, in the words of the pages."""

from collections.abc import Mapping

CHECKS: Mapping[str, str] = {
    "text": "by a number or an order that the text itself gives",
    "local": "by a number that the area agrees; none is set until it has",
    "record": "by a record that people judge: it is there, or there is no evidence",
    "figure": "by a figure, without a verdict",
    "tip": "by a tip in a form, without a verdict",
    "evidence": "by a story, a note or an action that people add if they wish",
    "survey": "by the yearly survey",
}
"""Each way by its name; only the first two can find that a promise was not kept."""
