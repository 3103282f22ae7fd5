"""The forms of this room: signing in, the second factor, and who does what."""

from livecompact.people.forms.factors import (
    AddPasskey,
    ConfirmWithCode,
    RemoveApp,
    SecondStep,
    SetUpApp,
)
from livecompact.people.forms.people import Invite, TellTie
from livecompact.people.forms.signing_in import SignIn, SignInCode

__all__ = [
    "AddPasskey",
    "ConfirmWithCode",
    "Invite",
    "RemoveApp",
    "SecondStep",
    "SetUpApp",
    "SignIn",
    "SignInCode",
    "TellTie",
]
