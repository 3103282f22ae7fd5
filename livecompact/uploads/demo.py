"""A list of the demonstration that somebody has sent: two of its rows can be saved, and one has a day that is none."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from livecompact.compacts.models import Compact
from livecompact.dealings.models import Source
from livecompact.register.models import Organisation
from livecompact.uploads import actions
from livecompact.uploads.models import Upload

BODY, BY = "quillmoor-borough-council", "For the organisation"
NAME = "small-grants.csv"


def fill(*, at: datetime) -> None:
    """Send the list, once, where its body and its Compact are on the site; it waits for somebody to publish it."""
    organisation = Organisation.objects.filter(slug=BODY).first()
    home = Compact.objects.filter(slug="hertfordshire").first()
    if organisation is None or home is None or Upload.objects.filter(organisation=organisation).exists():
        return
    upload = actions.send_upload(
        home=home,
        organisation=organisation,
        kind_name="award",
        file_name=NAME,
        data=_rows(at).encode(),
        source=Source.ORGANISATION,
        by=BY,
        at=at,
    )
    actions.read_upload(upload=upload, at=at, by=BY)


def _rows(at: datetime) -> str:
    first, second = (localdate(at) - timedelta(days=ago) for ago in (60, 30))
    return (
        "Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Planned Dates:Duration (months)\n"
        f'SG1,Allotment shed,Quillmoor Allotments,"£1,200.00",{first:%d/%m/%Y},36\n'
        f"SG2,Choir books,Quillmoor Singers,450,{second:%d/%m/%Y},12\n"
        f"SG3,Tea urn,Quillmoor Lunch Club,90,31/02/{second:%Y},12\n"
    )
