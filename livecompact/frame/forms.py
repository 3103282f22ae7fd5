"""Forms as GOV.UK forms: ids that error links reach, no browser messages, and the summary of what to mend."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.utils import ErrorDict
from django.utils.translation import gettext
from markupsafe import Markup

from livecompact.frame.govuk import Components
from livecompact.frame.rendering import first_id


class GovukForm:
    """What makes any Django form ours: ids equal names, and our own messages instead of the browser's.

    Put it before the form class, also one that a library brings: `class SignIn(GovukForm, RequestLoginCodeForm)`.
    """

    use_required_attribute = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **(kwargs | {"auto_id": "%s", "label_suffix": ""}))


class Form(GovukForm, forms.Form):
    """The form that our own forms are made from; its fields come from `livecompact.frame.fields`."""

    def leave_unjudged(self) -> None:
        """Show what was typed and no error: a button changed the form, and it was not sent yet."""
        self.cleaned_data = {}
        self._errors = ErrorDict()


def error_summary(form: forms.BaseForm) -> Markup:
    """The box above the page that lists what to mend, each line a link to the box it speaks of; empty if all is well.

    The texts are those beside the fields. An error of the whole form leads to its first field.
    """
    if not form.errors:
        return Markup()
    errors = [_line(bound, str(message)) for bound in form for message in bound.errors]
    top = [{"text": message, "href": f"#{_first_field(form)}"} for message in form.non_field_errors()]
    return Components().error_summary({"titleText": gettext("There is a problem"), "errorList": top + errors})


def _line(bound: BoundField, message: str) -> dict[str, str]:
    return {"text": message, "href": f"#{first_id(bound)}"}


def _first_field(form: forms.BaseForm) -> str:
    return first_id(form.visible_fields()[0]) if form.visible_fields() else "main-content"
