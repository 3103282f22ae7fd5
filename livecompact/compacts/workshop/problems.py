"""What keeps a draft from being published, each with the page on which it is mended."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from livecompact.agreements import Mistake
from livecompact.agreements.lines import Place, lines_of
from livecompact.agreements.writing import written_documents
from livecompact.compacts.workshop.editing import Folder
from livecompact.compacts.workshop.queries import AtWork


@dataclass(frozen=True)
class Problem:
    """One thing to mend: what is wrong, what to do, and where."""

    says: str
    mend: str
    file: str
    address: str


def problems(bench: AtWork) -> tuple[Problem, ...]:
    """Everything to mend before the text can be published, in the order of its files."""
    folder = bench.folder()
    return tuple(
        Problem(each.says, each.mend, each.file, _where(bench, folder, each)) for each in bench.looked.mistakes
    )


def address(bench: AtWork, route: str, **parts: str) -> str:
    """The address of a page of the workshop."""
    return reverse(f"workshop_{route}" if route else "workshop", kwargs={"compact": bench.compact.id, **parts})


def _where(bench: AtWork, folder: Folder, mistake: Mistake) -> str:
    """The page of the thing that a mistake is about; that of its whole file where no page is nearer."""
    edition, _, name = mistake.file.rpartition("/")
    match _place(bench.text, mistake):
        case ("undertaking", int(at), *_):
            table = folder[mistake.file]["undertaking"][at]
            return address(bench, "promise", edition=edition, promise=table["id"])
        case ("standard", int(at), *_):
            return address(bench, "check", edition=edition, code=folder[mistake.file]["standard"][at]["code"])
        case ("contact", *_):
            return address(bench, "contacts")
        case ("official", str(number), *_):
            return address(bench, "official", edition=edition, number=number)
    if name == "edition.toml" and mistake.file in folder:
        return address(bench, "edition", edition=edition)
    return address(bench, "file", path=mistake.file) if mistake.file in folder else address(bench, "files")


def _place(text: str, mistake: Mistake) -> Place:
    """The table in which the line of a mistake stands: the last that begins on it or before."""
    found = [(line, place) for place, line in _lines(text, mistake.file).items() if line <= mistake.line]
    inside = [(line, place) for line, place in found if len(place) > 1]
    return max(inside, default=(0, ()), key=lambda each: each[0])[1] if inside else ()


@lru_cache(maxsize=256)
def _lines(text: str, path: str) -> dict[Place, int]:
    document = written_documents(text).get(path)
    return lines_of(document.text) if document else {}
