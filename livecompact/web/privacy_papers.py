"""`livecompact privacy`: an area's own copy of the two papers on data, made of the rules that the program follows."""

from collections.abc import Iterator
from datetime import datetime
from importlib.resources import files
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError
from django.utils.timezone import localdate

from livecompact.compacts.queries import compacts
from livecompact.frame.dates import long_date
from livecompact.web.retention import RULES

PAPERS = ("dpia", "agreement")
NOBODY = "[your body: set LIVECOMPACT_OPERATOR, or write its name here]"


class NotWritten(Exception):
    """The paper could not be made; the text says why."""


def write(name: str, out: Path | None, *, at: datetime) -> str:
    """What to print: the paper, or where it was written. A file that is there is left as it is.

    NotWritten where the file is there, its folder is not, or the site does not answer.
    """
    try:
        text = paper(name, at=at)
        if out is None:
            return text
        with out.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise NotWritten(f"{out} is there already. Name another file.") from None
    except (OSError, DatabaseError) as problem:
        raise NotWritten(str(problem)) from problem
    return f"Written to {out}. Fill in what stands in square brackets.\n"


def paper(name: str, *, at: datetime) -> str:
    """One of the two papers, filled in with what the site knows of itself."""
    site = settings.SITE
    known = {
        "site": site.name,
        "address": site.address,
        "operator": site.operator or NOBODY,
        "compacts": ", ".join(each.name for each in compacts(None, localdate(at))) or "none yet",
        "second_factor": "asked of officers, handlers and administrators" if site.second_factor else "switched off",
        "https": "yes" if site.https else "no",
        "today": long_date(localdate(at)),
        "rules": "\n".join(_rules()),
    }
    text = files("livecompact.web").joinpath(f"papers/{name}.md").read_text(encoding="utf-8")
    for word, value in known.items():
        text = text.replace("{" + word + "}", value)
    return text


def _rules() -> Iterator[str]:
    yield "| Whose | What | Why | Lawful basis | How long |"
    yield "| --- | --- | --- | --- | --- |"
    for rule in RULES:
        told = (rule.of, rule.what, rule.why, rule.basis, rule.how_long)
        yield "| " + " | ".join(str(each).replace("|", "/") for each in told) + " |"
