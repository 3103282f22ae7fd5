"""The pages of the workshop, in each state; tests/compacts/states.py joins them."""

from datetime import UTC, date, datetime

import pytest

from livecompact.compacts.models import Edition
from livecompact.compacts.models import State as How
from livecompact.compacts.workshop import actions, editing
from livecompact.compacts.workshop.editing import Change
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.roles import Role
from tests.compacts.pictures import png
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
SHOP = "/hertfordshire/workshop"
OLD, NEW = f"{SHOP}/editions/2016", f"{SHOP}/editions/2027"


def drafter() -> Person:
    """Somebody who worked on the draft before."""
    return Person.objects.filter(email="sam@example.org").first() or people.add_person(
        email="sam@example.org", name="Sam Hart", at=NOW
    )


def change_draft(*changes: Change, compact: str = "hertfordshire") -> None:
    """Put changes into the draft of a Compact, as the workshop does."""
    rows = Edition.objects.filter(compact__slug=compact).order_by("published_at", "pk")
    bench = rows.filter(state=How.DRAFT).first() or rows[len(rows) - 1]
    text = bench.folder
    for change in changes:
        text = editing.changed(text, change)
    actions.save_draft(compact=compact, text=text, based_on=bench.sha256, by=drafter(), at=NOW)


def edition_of_2027(folder: editing.Folder) -> None:
    """A new edition, in which one promise changed."""
    editing.new_edition(folder, source="2016", edition="2027", name="The 2027 edition", starts=date(2027, 1, 1))
    editing.promise(folder, "2027", "time-to-answer")["name"] = "Time to answer"


def agreed(folder: editing.Folder) -> None:
    """A number that the area agreed."""
    on = date(2026, 10, 1)
    adopted = {"on": on, "by": "Steering group", "minute": "Minute 4"}
    examples = editing.standard(folder, "2016", "feedback-in-time")["example"]
    editing.adopt(folder, "2016", "feedback-in-time", number="12 weeks", adopted=adopted, since=on, examples=examples)


def mistaken(folder: editing.Folder) -> None:
    """A promise whose words the rules do not let through."""
    editing.promise(folder, "2027", "time-to-answer")["section"] = LONG_WORD.lower()


def drafted(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, one with a new edition and a number in its draft."""
    both_compacts(patch)
    change_draft(edition_of_2027, agreed)


def in_need(patch: pytest.MonkeyPatch) -> None:
    """A draft that cannot be published, with very long words in it."""
    both_compacts(patch)
    change_draft(edition_of_2027, mistaken)


def with_logo(patch: pytest.MonkeyPatch) -> None:
    """Both Compacts, one with a logo and a colour."""
    both_compacts(patch)
    actions.set_logo(
        compact="hertfordshire", picture=png(), says="A hart", by=drafter(), role="Compact officer", at=NOW
    )
    look = {"brand_colour": "#1d4e89", "promise_word": "promise"}
    actions.set_look(compact="hertfordshire", role="Compact officer", at=NOW, **look)


def shop(
    route: str, address: str, kind: Kind = Kind.NORMAL, fields: dict[str, str] | None = None, **rest: object
) -> State:
    """A page of the workshop, as an officer sees it."""
    steps = (Step(address, fields),)
    given = {"prepare": drafted, "role": Role.OFFICER, "cookies": True, **rest}
    return State(route, kind, steps, **given)  # type: ignore[arg-type]


WRITTEN = '[[standard]]\ncode = "short"\nof = "consultation"\n'

STATES = (
    shop("workshop", SHOP),
    shop("workshop", SHOP, Kind.EMPTY, prepare=both_compacts),
    shop("workshop", SHOP, Kind.LONG, prepare=in_need),
    shop("workshop_changes", f"{SHOP}/changes"),
    shop("workshop_changes", f"{SHOP}/changes", Kind.EMPTY, prepare=both_compacts),
    shop("workshop_changes", f"{SHOP}/changes", Kind.LONG, prepare=in_need),
    shop("workshop_publish", f"{SHOP}/publish"),
    shop("workshop_publish", f"{SHOP}/publish", Kind.EMPTY, prepare=both_compacts),
    shop("workshop_publish", f"{SHOP}/publish", Kind.LONG, prepare=in_need),
    shop("workshop_published", f"{SHOP}/published"),
    shop("workshop_discard", f"{SHOP}/throw-away"),
    shop("workshop_draft_zip", f"{SHOP}/draft.zip", html=False),
    shop("workshop_contacts", f"{SHOP}/contacts"),
    shop("workshop_contacts", f"{SHOP}/contacts", Kind.ERROR, {"email-0": "no address"}),
    shop("workshop_look", f"{SHOP}/look"),
    shop("workshop_look", f"{SHOP}/look", prepare=with_logo),
    shop("workshop_look", f"{SHOP}/look", Kind.ERROR, {"brand_colour": "#ffff00"}),
    shop("workshop_logo", f"{SHOP}/logo"),
    shop("workshop_logo", f"{SHOP}/logo", Kind.ERROR, {"says": ""}),
    shop("workshop_logo_out", f"{SHOP}/logo/take-away", prepare=with_logo),
    shop("workshop_files", f"{SHOP}/files"),
    shop("workshop_file", f"{SHOP}/files/2027/glossary.toml"),
    shop("workshop_file", f"{SHOP}/files/2027/glossary.toml", Kind.ERROR, {"text": "term = ["}),
    shop("workshop_editions", f"{SHOP}/editions"),
    shop("workshop_editions", f"{SHOP}/editions", Kind.LONG, prepare=in_need),
    shop("workshop_edition_new", f"{SHOP}/new-edition"),
    shop("workshop_edition_new", f"{SHOP}/new-edition", Kind.ERROR, {"edition": "2016", "starts-day": "1"}),
    shop("workshop_edition", NEW),
    shop("workshop_edition", NEW, Kind.ERROR, {"until-day": "31", "until-month": "2", "until-year": "2028"}),
    shop("workshop_edition_out", f"{NEW}/take-out"),
    shop("workshop_edition_out", f"{OLD}/take-out", Kind.ERROR, status=404),
    shop("workshop_promises", f"{NEW}/promises"),
    shop("workshop_promises", f"{OLD}/promises"),
    shop("workshop_promise_new", f"{NEW}/new-promise"),
    shop("workshop_promise_new", f"{NEW}/new-promise", Kind.ERROR, {"number": "2.4", "name": ""}),
    shop("workshop_promise", f"{NEW}/promises/time-to-answer"),
    shop("workshop_promise", f"{NEW}/promises/time-to-answer", Kind.ERROR, {"id": "Not a name", "wording": ""}),
    shop("workshop_promise", f"{OLD}/promises/time-to-answer", Kind.EMPTY),
    shop("workshop_promise_out", f"{NEW}/promises/time-to-answer/take-out"),
    shop("workshop_wording", f"{NEW}/wording"),
    shop("workshop_wording", f"{NEW}/wording", Kind.ERROR, {}),
    shop("workshop_wording_template", f"{NEW}/wording.toml", html=False),
    shop("workshop_official", f"{NEW}/wording/2.4"),
    shop("workshop_checks", f"{NEW}/checks"),
    shop("workshop_checks", f"{OLD}/checks"),
    shop("workshop_check_new", f"{NEW}/new-check"),
    shop("workshop_check_new", f"{NEW}/new-check?promise=2.4&kind=consultation&shape=", Kind.ERROR),
    shop("workshop_check_build", f"{NEW}/new-check/2.4/consultation/open"),
    shop("workshop_check_build", f"{NEW}/new-check/2.4/consultation/open", Kind.ERROR, {"length": "long"}),
    shop("workshop_check_write", f"{NEW}/new-check/by-hand"),
    shop("workshop_check_write", f"{NEW}/new-check/by-hand", Kind.ERROR, {"text": WRITTEN}),
    shop("workshop_check", f"{NEW}/checks/consultation-length"),
    shop("workshop_check", f"{OLD}/checks/consultation-length", Kind.EMPTY),
    shop("workshop_check", f"{NEW}/checks/consultation-length", Kind.ERROR, {"text": "[[standard]]\ncode = 3"}),
    shop("workshop_check_end", f"{OLD}/checks/consultation-length/end"),
    shop("workshop_check_end", f"{OLD}/checks/consultation-length/end", Kind.ERROR, {"last_day-day": "1"}),
    shop("workshop_check_end", f"{NEW}/checks/consultation-length/end", Kind.EMPTY),
    shop("workshop_check_up", f"{NEW}/checks/consultation-length/up", html=False, status=405),
    shop("workshop_adopt", f"{NEW}/checks/told-beforehand/agree"),
    shop("workshop_adopt", f"{NEW}/checks/told-beforehand/agree", Kind.ERROR, {"number": "some"}),
    shop("workshop_drop", f"{OLD}/checks/feedback-in-time/no-longer-agreed"),
    shop("workshop_drop", f"{OLD}/checks/feedback-in-time/no-longer-agreed", Kind.ERROR, {"last_day-day": "40"}),
    State("agreement.zip", Kind.NORMAL, (Step("/hertfordshire/agreement.zip"),), prepare=both_compacts, html=False),
    State("logo", Kind.NORMAL, (Step("/hertfordshire/logo.png"),), prepare=with_logo, html=False),
    State("compact", Kind.NORMAL, (Step("/hertfordshire"),), prepare=with_logo),
)
