"""The forms of this room: signing in, the second factor, and who does what."""

from livecompact.people.forms.factors import (
    AddPasskey,
    ConfirmWithCode,
    ConfirmWithPasskey,
    RemoveApp,
    SecondStep,
    SetUpApp,
    SignInWithPasskey,
    UsePasskey,
)
from livecompact.people.forms.people import EraseSomebody, Invite, NewAddress, NewAddressCode, TellTie
from livecompact.people.forms.signing_in import SignIn, SignInCode

__all__ = [
    "AddPasskey",
    "ConfirmWithCode",
    "ConfirmWithPasskey",
    "EraseSomebody",
    "Invite",
    "NewAddress",
    "NewAddressCode",
    "RemoveApp",
    "SecondStep",
    "SetUpApp",
    "SignIn",
    "SignInCode",
    "SignInWithPasskey",
    "TellTie",
    "UsePasskey",
]
