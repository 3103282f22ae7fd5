"""The form by which a dispute is decided: who is right, and why."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.dealings.speaking.pages import Disputed
from livecompact.frame.fields import LongText, OneOf
from livecompact.frame.forms import Form
from livecompact.kinds.kind import SAYS_NOTHING

RECORD, OTHERS = "record", "others"


class Decide(Form):
    """Which of two values holds, with the reason that everybody reads."""

    right = OneOf(asks=_("What is right?"), called=_("what is right"), why=_("Each check is made with it"), choices=())
    reason = LongText(
        asks=_("Why do you decide so?"),
        called=_("why you decide so"),
        hint=_("Everyone will be able to read this"),
        why=_("Both sides need to know"),
        at_most=2000,
    )

    def __init__(self, said: Disputed, data: Any = None) -> None:
        super().__init__(data)
        words = {"record": said.record, "says": said.says, "who": said.who}
        self.fields["right"].choices = [  # type: ignore[attr-defined]
            (RECORD, gettext("What the record says: %(record)s") % words),
            (OTHERS, gettext("What %(who)s says: %(says)s") % words),
        ]

    def clean_reason(self) -> str:
        """The reason, if it has words."""
        said = str(self.cleaned_data["reason"])
        if SAYS_NOTHING.fullmatch(said):
            self.add_error("reason", gettext("Enter why you decide so"))
        return said

    @property
    def as_they_say(self) -> bool:
        """Whether the other side is right."""
        return bool(self.cleaned_data["right"] == OTHERS)
