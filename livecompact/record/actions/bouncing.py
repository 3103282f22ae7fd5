"""What follows from a mail that came back: it shows as failed, and nothing more goes to that address."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from livecompact.record.bounces import FAILED, Bounce
from livecompact.record.models import Delivery, Notice, Unreachable

log = logging.getLogger("livecompact.record")


@transaction.atomic
def take_bounce(*, bounce: Bounce, at: datetime) -> bool:
    """Note what a report says of a notice; False where no notice of ours has that key. Told again, nothing changes.

    A mail that is only delayed on its way is noted, and nothing more.
    """
    notice = Notice.objects.select_for_update().select_related("person").filter(key=bounce.key).first()
    if notice is None:
        return False
    if notice.state == Delivery.FAILED:
        return True
    if bounce.action == FAILED:
        ended = {"state": Delivery.FAILED, "settled_at": at, "leased_by": "", "leased_until": None}
        Notice.objects.filter(pk=notice.pk).update(problem=_came_back(bounce), **ended)
    else:
        Notice.objects.filter(pk=notice.pk).update(problem=_delayed(bounce))
    if bounce.is_hard:
        kept = {"email": notice.person.email, "status": bounce.status, "since": at}
        Unreachable.objects.update_or_create(person=notice.person, defaults=kept)
    log.warning("mail came back", extra={"about": {"notice": notice.pk, "how": bounce.action, "status": bounce.status}})
    return True


def _came_back(bounce: Bounce) -> str:
    return _("The mail came back. %(said)s") % {"said": _said(bounce)}


def _delayed(bounce: Bounce) -> str:
    return _("It went out, and waits at another mail server. %(said)s") % {"said": _said(bounce)}


def _said(bounce: Bounce) -> str:
    if not (bounce.said or bounce.status):
        return _("That server gave no reason.")
    return _("That server says: %(said)s") % {"said": bounce.said or bounce.status}
