"""The forms by which a list is uploaded."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from livecompact.frame.fields import File, LongText, OneOf, SomeOf
from livecompact.frame.forms import Form
from livecompact.kinds.kind import SAYS_NOTHING, Kind
from livecompact.register.models import Organisation
from livecompact.uploads.kinds import needed
from livecompact.uploads.models import Upload
from livecompact.uploads.reading import MEGABYTES

DO_NOT_USE = "ignore"
MOST_COLUMNS = 100
SAVE, NOTHING = "save", "nothing"
ONE_REASON, IN_FILE, LEAVE = "one", "file", "leave"


class SelectFile(Form):
    """The file, and whose it is where somebody acts for several."""

    file = File(
        asks=_("Select your file"),
        called=_("the selected file"),
        hint=_("CSV, XLSX, ODS or JSON, up to 20 MB or 100,000 rows"),
        why=_("Its rows are what is saved"),
        endings=(".csv", ".xlsx", ".ods", ".json"),
        megabytes=MEGABYTES,
    )
    organisation = OneOf(
        asks=_("Whose list is it?"),
        called=_("whose list it is"),
        why=_("Each row is recorded in the name of one organisation"),
        choices=(),
    )

    def __init__(self, whose: Sequence[Organisation], *args: Any) -> None:
        super().__init__(*args)
        self.fields["file"].error_messages["required"] = _("Select your file")
        self._whose = {each.slug: each for each in whose}
        self.fields["organisation"].choices = [(each.slug, each.name) for each in whose]  # type: ignore[attr-defined]
        if len(whose) == 1:
            del self.fields["organisation"]

    @property
    def whose(self) -> Organisation:
        """The organisation whose list it is."""
        slug = self.cleaned_data.get("organisation")
        return self._whose[slug] if slug else next(iter(self._whose.values()))


class MatchColumns(Form):
    """What each column holds that we do not know; “Do not use” is a choice."""

    def __init__(self, upload: Upload, kind: Kind, *args: Any) -> None:
        super().__init__(*args)
        self._kind = kind
        self._missing = [told] if (told := upload.told.get("missing")) else needed(kind)
        held = set(upload.told.get("recognised", {}))
        self._headings = [each for each in upload.told.get("headings", ()) if each and each not in held][:MOST_COLUMNS]
        about = [("title", gettext("the title")), ("partner", gettext("the group"))]
        about.append(("identifier", gettext("the reference")))
        facts = [(fact.name, gettext(fact.label)) for fact in kind.facts]
        choices = [(DO_NOT_USE, gettext("Do not use")), *about, *facts]
        for place, heading in enumerate(self._headings):
            self.fields[f"column{place}"] = OneOf(
                asks=heading,
                called=gettext("what “%(heading)s” holds") % {"heading": heading},
                why=_("Its cells are read so"),
                choices=choices,
                listed=True,
                optional=True,
            )

    def clean(self) -> dict[str, Any]:
        """Each thing stands in one column, and a list has what it cannot be without."""
        said = super().clean() or {}
        chosen = [said.get(f"column{place}") for place in range(len(self._headings))]
        for place, meaning in enumerate(chosen):
            if meaning and meaning != DO_NOT_USE and meaning in chosen[:place]:
                self.add_error(f"column{place}", gettext("Select this for one column only"))
        missing = [name for name in self._missing if name not in chosen]
        if missing and self._headings and not any(chosen):
            fact = self._kind.by_name[missing[0]]
            self.add_error("column0", gettext("Select a column for %(fact)s") % {"fact": gettext(fact.label)})
        return said

    @property
    def columns(self) -> dict[str, str]:
        """What each column was said to hold."""
        said = {name: self.cleaned_data.get(f"column{place}") for place, name in enumerate(self._headings)}
        return {name: str(meaning) for name, meaning in said.items() if meaning}


class WhatToDo(Form):
    """What to do with the rows that are ready."""

    what = OneOf(
        asks=_("What do you want to do?"),
        called=_("what to do with the rows that are ready"),
        why=_("Rows that need a change are not saved"),
        choices=(),
    )

    def __init__(self, ready: int, *args: Any) -> None:
        super().__init__(*args)
        one = gettext("Save the row now") if ready == 1 else gettext("Save the %(n)s rows now") % {"n": f"{ready:,}"}
        nothing = gettext("Save nothing. I will fix my file and upload it again")
        self.fields["what"].choices = [*([(SAVE, one)] if ready else []), (NOTHING, nothing)]  # type: ignore[attr-defined]


class GiveReason(Form):
    """One reason for all rows that lack it, or none."""

    what = OneOf(
        asks=_("What do you want to do?"),
        called=_("what to do about the reason"),
        why=_("A reason may keep the promise"),
        choices=(),
    )
    reason = LongText(
        asks=_("The reason"),
        called=_("the reason"),
        hint=_("Everyone will be able to read this"),
        why=_("It stands on the page of each record"),
        optional=True,
        at_most=500,
    )

    def __init__(self, rows: int, *args: Any) -> None:
        super().__init__(*args)
        one = gettext("Give one reason") if rows == 1 else gettext("Give one reason for all %(n)s") % {"n": f"{rows:,}"}
        in_file, leave = gettext("Give reasons in the file"), gettext("Leave without a reason")
        self.fields["what"].choices = [(ONE_REASON, one), (IN_FILE, in_file), (LEAVE, leave)]  # type: ignore[attr-defined]

    @property
    def given(self) -> str:
        """The reason; empty where the rows are left without."""
        return str(self.cleaned_data["reason"]) if self.cleaned_data["what"] == ONE_REASON else ""

    def clean(self) -> dict[str, Any]:
        """One reason for all has words."""
        said = super().clean() or {}
        if said.get("what") == ONE_REASON and SAYS_NOTHING.fullmatch(said.get("reason") or ""):
            self.add_error("reason", gettext("Enter the reason"))
        return said


class Publish(Form):
    """The last look; what a file hides has to be looked at first."""

    looked = SomeOf(
        asks=_("Before you publish"),
        called=_("that you looked at what the file hides"),
        why=_("A file that hides something may hold what nobody meant to send"),
        choices=[("yes", _("I have looked at what the file hides"))],
    )

    def __init__(self, upload: Upload, *args: Any) -> None:
        super().__init__(*args)
        if not upload.told.get("hides"):
            del self.fields["looked"]
