"""The second person's answer, and the choice whether there is one."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import LongText, OneOf
from livecompact.frame.forms import Form


class SayYes(Form):
    """Yes or no; it remembers which version was looked at."""

    answer = OneOf(
        asks=_("Should it be public?"),
        called=_("your answer"),
        why=_("It is public as soon as you say yes"),
        choices=[("yes", _("Yes, make it public")), ("no", _("No"))],
    )
    reason = LongText(
        asks=_("Why not?"),
        called=_("why not"),
        hint=_("Only if you say no. Who asked reads it"),
        why=_("So that it can be mended"),
        optional=True,
        at_most=500,
        rows=3,
    )
    version = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        """A no has its reason, and nothing else has one."""
        told = super().clean() or {}
        if told.get("answer") == "no" and not told.get("reason") and "reason" not in self.errors:
            self.add_error("reason", _("Enter why not"))
        if told.get("answer") == "yes":
            told["reason"] = ""
        return told


class Choose(Form):
    """Whether a second person is asked."""

    second = OneOf(
        asks=_("Should a second person say yes first?"),
        called=_("if a second person should say yes first"),
        why=_("Two people see more than one"),
        choices=[("yes", _("Yes, ask a second person")), ("no", _("No, one person is enough"))],
    )
