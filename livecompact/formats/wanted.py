"""The forms in which something can be asked for, and what each needs to reach who asks: nothing else is asked."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import Words


class Way(StrEnum):
    """A way to reach somebody; also the name of the field that asks for it."""

    EMAIL = "email"
    POST = "address"
    PHONE = "phone"


@dataclass(frozen=True)
class Wanted:
    """A form: its name in the address, as a choice, and in a sentence; and by which ways it can go out, any of them."""

    id: str
    choice: Words
    called: Words
    ways: tuple[Way, ...]
    language: bool = False  # whether one must say which language


FORMS = (
    Wanted("paper", _("On paper"), _("on paper"), (Way.POST,)),
    Wanted("large-print", _("Large print"), _("in large print"), (Way.EMAIL, Way.POST)),
    Wanted("easy-read", _("Easy Read"), _("in Easy Read"), (Way.EMAIL, Way.POST)),
    Wanted("audio", _("Audio"), _("as a recording"), (Way.EMAIL, Way.POST)),
    Wanted("braille", _("Braille"), _("in Braille"), (Way.POST,)),
    Wanted("sign-language", _("British Sign Language"), _("in British Sign Language"), (Way.EMAIL,)),
    Wanted("language", _("Another language"), _("in another language"), (Way.EMAIL, Way.POST), language=True),
    Wanted("phone", _("By phone"), _("by phone"), (Way.PHONE,)),
)
BY_ID = {each.id: each for each in FORMS}
CHOICES = [(each.id, each.choice) for each in FORMS]
