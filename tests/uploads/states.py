"""The pages of uploading a list, in each state."""

from datetime import timedelta

import pytest

from livecompact.compacts.models import Compact
from livecompact.dealings.models import Source
from livecompact.people.actions import add_person
from livecompact.people.roles import Role
from livecompact.uploads import actions
from livecompact.uploads.kinds import UPLOADED
from livecompact.uploads.models import Upload, UploadState
from livecompact.uploads.second import may_go_on
from tests.dealings.making import BY, council, moment
from tests.harness.clock import TODAY
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step

KEY = "k2m4n6p8q2r4s6t8"
HERE = "/hertfordshire/upload"
SENT = f"{HERE}/sent/{KEY}"
PART = next(part for part, kind in UPLOADED.items() if kind.name == "award")
HEAD = "Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Planned Dates:Duration (months),Colour\n"
GOOD = 'A1,Choir,Riverside Choir,"£1,200.00",1/4/26,36,red\nA2,Carers,Hill Carers,500,2026-05-01,12,blue\n'
BAD = "A3,Late,Hill Carers,7,31/02/2026,,red\nA4,None,Hill Carers,7,,,red\n"


def nothing_sent(patch: pytest.MonkeyPatch) -> None:
    """A council, and no list of its."""
    both_compacts(patch)
    council()


def _sent(
    text: str, name: str = "awards.csv", kind_name: str = "award", source: Source = Source.ORGANISATION
) -> Upload:
    upload = actions.send_upload(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=council(),
        kind_name=kind_name,
        file_name=name,
        data=text.encode(),
        source=source,
        by=BY,
        at=moment(TODAY),
    )
    Upload.objects.filter(pk=upload.pk).update(key=KEY)
    upload.refresh_from_db()
    return upload


def waiting(patch: pytest.MonkeyPatch) -> None:
    """A large file that the worker has not read."""
    both_compacts(patch)
    upload = _sent(HEAD + GOOD)
    Upload.objects.filter(pk=upload.pk).update(rows=100_000, ready=2_300)


def _read(text: str) -> Upload:
    return actions.read_upload(upload=_sent(text), at=moment(TODAY), by=BY)


def read(patch: pytest.MonkeyPatch) -> None:
    """A file with good rows and bad ones."""
    both_compacts(patch)
    _read(HEAD + GOOD + BAD)


def hides(patch: pytest.MonkeyPatch) -> None:
    """A file that hides something."""
    both_compacts(patch)
    upload = _read(HEAD + GOOD)
    upload.told |= {"hides": ["the hidden sheet “Staff”", "comments"]}
    upload.save(update_fields=["told"])


def held(patch: pytest.MonkeyPatch) -> None:
    """Changes of funding that are too new to be public, in an officer's list that waits for a second person."""
    both_compacts(patch)
    head = "Identifier,Title,Recipient,Decided,Notice sent,Takes effect,Change\n"
    first, last = TODAY.isoformat(), (TODAY + timedelta(days=200)).isoformat()
    rows = "".join(f"C{n},Cut,Hill Carers,{first},{first},{last},reduced\n" for n in range(2))
    upload = _sent(head + rows, "changes.csv", kind_name="funding-change", source=Source.PUBLISHED)
    upload = actions.read_upload(upload=upload, at=moment(TODAY), by=BY)
    Compact.objects.filter(slug="hertfordshire").update(second_person=True)
    ann = add_person(email="ann.officer@example.org", at=moment(TODAY))
    may_go_on(upload=upload, own=False, person=ann, at=moment(TODAY))


def refused(patch: pytest.MonkeyPatch) -> None:
    """A file without a column for its amounts."""
    both_compacts(patch)
    _read(HEAD.replace("Amount Awarded", "Sum") + GOOD)


def very_long(patch: pytest.MonkeyPatch) -> None:
    """A file whose headings and cells are long words, with more than a page of problems."""
    both_compacts(patch)
    rows = "".join(f"B{n},{LONG_WORD},{LONG_WORD},1,{LONG_WORD[:40]},12,x\n" for n in range(105))
    _read(HEAD.replace("Colour", LONG_WORD) + GOOD + rows)


def saved(patch: pytest.MonkeyPatch) -> None:
    """A list that is public."""
    both_compacts(patch)
    actions.save_upload(upload=_read(HEAD + GOOD), by=BY, at=moment(TODAY))


def undone(patch: pytest.MonkeyPatch) -> None:
    """A list that was taken back."""
    saved(patch)
    actions.undo_upload(upload=Upload.objects.get(state=UploadState.SAVED), by=BY, at=moment(TODAY))


def _state(route: str, address: str, prepare: object, kind: Kind = Kind.NORMAL, **sent: str) -> State:
    step = Step(address, sent) if kind is Kind.ERROR else Step(address)
    return State(route, kind, (step,), prepare=prepare, role=Role.OFFICER, cookies=True)  # type: ignore[arg-type]


STATES = (
    _state("uploads", HERE, saved),
    _state("uploads", HERE, nothing_sent, Kind.EMPTY),
    _state("upload_start", f"{HERE}/{PART}", nothing_sent),
    _state("upload_file", f"{HERE}/{PART}/file", nothing_sent),
    _state("upload_file", f"{HERE}/{PART}/file", nothing_sent, Kind.ERROR, file=""),
    _state("upload_file", f"{HERE}/{PART}/file", both_compacts, Kind.EMPTY),
    _state("upload", SENT, read),
    _state("upload", SENT, read, Kind.ERROR, what=""),
    _state("upload", SENT, waiting, Kind.EMPTY),
    _state("upload", SENT, very_long, Kind.LONG),
    _state("upload", SENT, refused),
    _state("upload", SENT, held),
    _state("upload", SENT, saved),
    _state("upload", SENT, undone),
    State(
        "upload_marked",
        Kind.NORMAL,
        (Step(f"{SENT}/marked.csv"),),
        prepare=read,
        role=Role.OFFICER,
        cookies=True,
        html=False,
    ),
    _state("upload_columns", f"{SENT}/columns", refused),
    _state("upload_columns", f"{SENT}/columns", refused, Kind.ERROR, column0=""),
    _state("upload_columns", f"{SENT}/columns", very_long, Kind.LONG),
    _state("upload_problems", f"{SENT}/problems", read),
    _state("upload_problems", f"{SENT}/problems", very_long, Kind.LONG),
    _state("upload_problems", f"{SENT}/problems", saved, Kind.EMPTY),
    _state("upload_stands", f"{SENT}/how-they-stand", read),
    _state("upload_stands", f"{SENT}/how-they-stand", read, Kind.ERROR, what="one"),
    _state("upload_publish", f"{SENT}/publish", hides),
    _state("upload_publish", f"{SENT}/publish", held),
    _state("upload_publish", f"{SENT}/publish", hides, Kind.ERROR, looked=""),
    _state("upload_undo", f"{SENT}/undo", saved),
)
