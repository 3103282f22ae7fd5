"""What is not kept for longer than it is needed."""

from datetime import datetime, timedelta

from livecompact.record.models import Delivery, Notice

DETAILS = timedelta(days=7)
ROWS = timedelta(days=400)


def purge(*, at: datetime) -> int:
    """Forget what a notice that is settled told, after 7 days, and that there was one, after 400; how many it touched.

    No body and no address is ever stored: both are made when a mail is sent. The row itself stays for over a year,
    since it is what keeps somebody from being told twice.
    """
    settled = Notice.objects.exclude(state=Delivery.WAITING)
    gone, _ = settled.filter(settled_at__lt=at - ROWS).delete()
    told = settled.filter(settled_at__lt=at - DETAILS).exclude(details="", problem="")
    return gone + told.update(details="", problem="")
