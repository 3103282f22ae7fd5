"""The parts of a long form that stay folded until somebody wants them: what is typed in them, or wrong, opens them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField
from django.utils.translation import gettext

from livecompact.frame.forms import Form
from livecompact.kinds.kind import Fold, Kind


@dataclass(frozen=True)
class Folded:
    """One part, for the template: its words, its questions, and how many of them have an answer."""

    says: str
    fields: tuple[BoundField, ...]
    answered: int
    is_open: bool


class Folds:
    """The folded parts of one form, as far as it asks for their facts."""

    def __init__(self, form: Form, kind: Kind) -> None:
        self.form, self.kind = form, kind

    @property
    def names(self) -> frozenset[str]:
        """The names of the fields that are folded away."""
        return frozenset(bound.name for part in self.shown for bound in part.fields)

    @property
    def shown(self) -> tuple[Folded, ...]:
        """Each part, for the template."""
        found = (self._folded(each) for each in self.kind.folds)
        return tuple(each for each in found if each.fields)

    def _folded(self, fold: Fold) -> Folded:
        fields = tuple(self.form[name] for name in fold.facts if name in self.form.fields)
        answered = sum(is_answered(bound) for bound in fields)
        return Folded(gettext(fold.says), fields, answered, stands_open(self.form, fields))


def stands_open(form: Form, fields: tuple[BoundField, ...]) -> bool:
    """Whether a part stands open: something was typed in it, or is wrong."""
    return form.is_bound and any(bound.errors or is_answered(bound) for bound in fields)


def is_answered(bound: BoundField) -> bool:
    """Whether a field holds anything."""
    value: Any = bound.value()
    return any(value.values()) if isinstance(value, Mapping) else value not in (None, "")
