"""Somebody signs in with another address from now on: a sign-up that they sent goes on under it."""

from livecompact.register.models import Signer


def address_changed(*, old: str, new: str) -> int:
    """Let sign-ups that were sent with the old address go on with the new one; how many.

    The address of a contact stays: it may be the organisation's own box, and whoever acts for it changes it.
    """
    return Signer.objects.filter(email__iexact=old).update(email=new)
