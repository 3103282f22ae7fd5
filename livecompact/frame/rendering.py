"""Draws a field of a form as its GOV.UK component, with its value, its hint and its first error."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.widgets import Input
from django.utils.translation import gettext, pgettext
from markupsafe import Markup

from livecompact.frame.day import BOXES, DayBoxes, WrongBox, boxes_of
from livecompact.frame.govuk import Components

type Options = dict[str, Any]

OF_THEIR_OWN = frozenset({"autocomplete", "inputmode", "spellcheck", "class", "rows"})  # options of a macro
NEVER = frozenset({"maxlength", "minlength", "placeholder", "required", "aria-describedby", "aria-invalid"})
# It would cut what is pasted, vanish when typing starts, or is the macro's own affair.


def field(bound: BoundField, *, heading: bool = False) -> Markup:
    """One field of a form. `heading` makes its label the page's h1, on a page that asks one thing.

    In a template: `{{ field(form["opens"], heading=true) }}`.
    """
    if bound.is_hidden:
        return Markup(bound.as_hidden())  # noqa: S704 (Django escapes it)
    name, options = _component(bound, heading)
    return getattr(Components(), name)(options)  # type: ignore[no-any-return]


def first_id(bound: BoundField) -> str:
    """The id that an error of the field leads to: the box that is wrong, or the first choice."""
    if isinstance(bound.field.widget, DayBoxes):
        return f"{bound.auto_id}-{_wrong_boxes(bound)[0]}"
    return str(bound.auto_id)


def _component(bound: BoundField, heading: bool) -> tuple[str, Options]:
    for widget, (name, draws) in COMPONENTS.items():
        if isinstance(bound.field.widget, widget):
            return name, _common(bound) | draws(bound, heading)
    raise TypeError(f"{bound.name}: no component draws a {type(bound.field.widget).__name__}")


def _common(bound: BoundField) -> Options:
    given = {"id": bound.auto_id, "name": bound.html_name}
    hint = {"hint": {"text": bound.help_text}} if bound.help_text else {}
    return given | hint | ({"errorMessage": {"text": bound.errors[0]}} if bound.errors else {})


def _label(bound: BoundField) -> str:
    return str(bound.label) if bound.field.required else gettext("%(label)s (optional)") % {"label": bound.label}


def _labelled(bound: BoundField, heading: bool) -> Options:
    size = {"classes": "govuk-label--l", "isPageHeading": True} if heading else {}
    return {"label": {"text": _label(bound)} | size}


def _fieldset(bound: BoundField, heading: bool) -> Options:
    size = {"classes": "govuk-fieldset__legend--l", "isPageHeading": True} if heading else {}
    return {"fieldset": {"legend": {"text": _label(bound)} | (size or {"classes": "govuk-fieldset__legend--s"})}}


def _attributes(bound: BoundField) -> Options:
    given = bound.field.widget.attrs
    own = {("classes" if name == "class" else name): given[name] for name in OF_THEIR_OWN if name in given}
    if own.get("spellcheck") in ("true", "false"):
        own["spellcheck"] = own["spellcheck"] == "true"
    return own | {"attributes": {name: given[name] for name in given if name not in OF_THEIR_OWN | NEVER}}


def _input(bound: BoundField, heading: bool) -> Options:
    kind = getattr(bound.field.widget, "input_type", "text")
    typed = {"value": _text(bound), "type": kind}
    return _labelled(bound, heading) | _attributes(bound) | typed


def _textarea(bound: BoundField, heading: bool) -> Options:
    return _labelled(bound, heading) | _attributes(bound) | {"value": _text(bound)}


def _file(bound: BoundField, heading: bool) -> Options:
    return _labelled(bound, heading) | _attributes(bound)


def _select(bound: BoundField, heading: bool) -> Options:
    return _labelled(bound, heading) | _attributes(bound) | {"items": _items(bound), "value": _text(bound)}


def _radios(bound: BoundField, heading: bool) -> Options:
    given = {"idPrefix": bound.auto_id, "items": _items(bound), "value": _text(bound)}
    return _fieldset(bound, heading) | _attributes(bound) | given


def _checkboxes(bound: BoundField, heading: bool) -> Options:
    chosen = [str(value) for value in bound.value() or []]
    return _fieldset(bound, heading) | {"idPrefix": bound.auto_id, "items": _items(bound), "values": chosen}


def _checkbox(bound: BoundField, heading: bool) -> Options:  # noqa: ARG001 (one tick is never a page's heading)
    item = {"value": "on", "text": bound.label, "checked": bool(bound.value())}
    return {"idPrefix": bound.auto_id, "items": [item]}


def _day(bound: BoundField, heading: bool) -> Options:
    typed = bound.value()
    boxes = typed if isinstance(typed, Mapping) else boxes_of(typed)
    wrong = _wrong_boxes(bound) if bound.errors else ()
    labels = {"day": pgettext("date", "Day"), "month": pgettext("date", "Month"), "year": pgettext("date", "Year")}
    items = [
        {
            "name": box,
            "label": labels[box],
            "value": boxes[box],
            "classes": f"govuk-input--width-{4 if box == 'year' else 2}" + (" govuk-input--error" * (box in wrong)),
            # A month may be a word, so its box brings up letters.
            "inputmode": "text" if box == "month" else "numeric",
        }
        for box in BOXES
    ]
    return _fieldset(bound, heading) | {"namePrefix": bound.html_name, "items": items}


def _items(bound: BoundField) -> list[Options]:
    choices = getattr(bound.field, "choices", ())
    return [{"value": str(value), "text": str(text)} for value, text in choices]


def _text(bound: BoundField) -> str:
    value = bound.value()
    return "" if value is None else str(value)


def _wrong_boxes(bound: BoundField) -> tuple[str, ...]:
    for error in bound.form.errors.as_data().get(bound.name, []):
        if isinstance(error, WrongBox):
            return error.boxes
    return BOXES


type Draws = Callable[[BoundField, bool], Options]

COMPONENTS: dict[type[forms.Widget], tuple[str, Draws]] = {  # the nearer kind stands before the one it derives from
    DayBoxes: ("date_input", _day),
    forms.CheckboxSelectMultiple: ("checkboxes", _checkboxes),
    forms.RadioSelect: ("radios", _radios),
    forms.CheckboxInput: ("checkboxes", _checkbox),
    forms.Select: ("select", _select),
    forms.Textarea: ("textarea", _textarea),
    forms.FileInput: ("file_upload", _file),
    Input: ("input", _input),
}
