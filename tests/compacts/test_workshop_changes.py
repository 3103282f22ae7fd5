"""What a draft changes, as an officer reads it before it is public."""

from datetime import date

import pytest

from livecompact.compacts.folders import folder_text
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.comparing import compared


@pytest.fixture
def before():
    return editing.folder_of(folder_text("model"))


@pytest.fixture
def after():
    return editing.folder_of(folder_text("model"))


def told(before, after):
    """The changes in short: group, how, title, and each field with what went out and came in."""
    return [
        (group.title, change.how, change.title, {part.label: words(part) for part in change.parts})
        for group in compared(before, after)
        for change in group.changes
    ]


def words(part):
    return tuple("".join(piece.words for piece in part.pieces if piece.how == how) for how in ("out", "in"))


def test_what_is_the_same_is_not_told(before, after):
    assert told(before, after) == []


def test_a_change_is_told_by_its_thing_and_its_words(before, after):
    editing.promise(after, "2025", "time-to-answer")["name"] = "Time to reply"
    name = editing.promise(before, "2025", "time-to-answer")["name"]

    [(group, how, title, parts)] = told(before, after)

    assert (group, how, title) == ("Edition 2025", "changed", "Promise 2.1: Time to reply")
    assert parts["Name"][1].strip().endswith("reply")
    assert name.endswith(parts["Name"][0].strip())


def test_what_came_and_went_is_told(before, after):
    gone = editing.standards(after, "2025")[0]
    editing.take_standard_out(after, "2025", gone["code"])
    editing.set_contacts(after, [{"role": "Clerk", "email": "clerk@example.org"}])

    found = [(how, title) for _, how, title, _ in told(before, after)]

    assert ("taken out", f"Check {gone['code']}: {gone['asks']}") in found
    assert ("added", "Contact: Clerk") in found


def test_a_new_edition_is_told_beside_the_one_it_came_from(before, after):
    editing.new_edition(after, source="2025", edition="2027", name="The 2027 edition", starts=date(2027, 1, 1))
    editing.take_promise_out(after, "2027", "time-to-answer")

    found = told(before, after)

    assert {group for group, *_ in found} == {"Edition 2025", "New edition 2027, beside 2025"}
    assert found[0][3] == {"Until": ("not known", "Thursday 31 December 2026")}
    assert any(how == "taken out" and title.startswith("Promise 2.1") for _, how, title, _ in found)


def test_a_promise_in_another_file_is_no_change(before, after):
    moved = after["2025/2-having-a-say.toml"]["undertaking"].pop()
    after["2025/2-more.toml"] = {"undertaking": [moved]}

    assert told(before, after) == []


def test_an_agreed_number_is_told_in_words(before, after):
    table = editing.standard(after, "2025", "feedback-in-time")
    on = date(2026, 10, 1)
    adopted = {"on": on, "by": "Steering group", "minute": "Minute 4"}
    editing.adopt(
        after, "2025", "feedback-in-time", number="4 weeks", adopted=adopted, since=on, examples=table["example"]
    )

    [(_, _, _, parts)] = told(before, after)

    assert parts == {
        "Agreed": ("", "Thursday 1 October 2026 by Steering group (Minute 4)"),
        "From": ("", "Thursday 1 October 2026"),
        "Number": ("", "4 weeks"),
    }
