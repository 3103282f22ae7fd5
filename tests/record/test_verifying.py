"""Whatever is done to a record behind the program's back is found; erasing a text in the proper way is not a fault."""

import json
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livecompact.record import actions, verifying, written_out
from livecompact.record.chain import Link, canonical, canonical_json, hash_of, instant
from livecompact.record.models import FIRST, Chain, Entry, EntryText
from livecompact.record.what import What
from tests.record.conftest import NOW

COMPACT = "hertfordshire"
ENTRIES = 12
COLUMNS = (*verifying.COVERED, "hash")
OTHER = {
    "compact": "dacorum",
    "number": 99,
    "at": NOW + timedelta(microseconds=1),
    "commitments": canonical_json({"title": "0" * 64}),
}


def unseen(_done, _total):
    """Shows no progress."""


@pytest.fixture
def record(write):
    """A record of twelve entries, each with a title and a reason."""
    kinds = list(What)
    return [
        write(what=kinds[number], subject=f"consultation/{number}", title=f"Title {number}", texts={"reason": "Why"})
        for number in range(ENTRIES)
    ]


def problems(*kept):
    return verifying.verify(COMPACT, list(kept), unseen).problems


def rewritten_from(number):
    """Write the chain anew from an entry on, as somebody does who has the program and the database."""
    previous = Entry.objects.get(number=number - 1).hash if number > 1 else FIRST
    for entry in Entry.objects.filter(number__gte=number).order_by("number"):
        entry.previous = previous
        entry.hash = previous = hash_of(actions.link_of(entry))
        entry.save()
    Chain.objects.update(head=previous)


def test_a_record_that_nobody_touched_is_whole(record):
    found = verifying.verify(COMPACT, [verifying.head(COMPACT)], unseen)

    assert found.problems == []
    assert (found.entries, found.texts, found.erased) == (ENTRIES, 2 * ENTRIES, 0)
    assert str(found.head) == f"hertfordshire: {record[-1].hash}@12"


@pytest.mark.parametrize("column", COLUMNS)
def test_a_changed_column_is_found(record, column):
    for number in (1, 7, ENTRIES):
        entry = Entry.objects.get(number=number)
        changed = OTHER.get(column, f"{getattr(entry, column)}x"[-64:])
        Entry.objects.filter(pk=entry.pk).update(**{column: changed})

        assert problems() != []
        entry.save()
        assert problems() == []


def test_it_says_which_entry_was_altered(record):
    Entry.objects.filter(number=5).update(role="administrator")

    assert problems() == ["Entry 5 was altered."]


@pytest.mark.parametrize("numbers", [[1], [5], [12], [3, 4, 5], list(range(1, 13))])
def test_an_entry_taken_out_is_found(record, numbers):
    Entry.objects.filter(number__in=numbers).delete()

    assert problems() != []


def test_a_record_cut_off_with_its_end_mended_is_found_by_a_head_that_was_kept(record):
    kept = verifying.head(COMPACT)
    Entry.objects.filter(number__gt=9).delete()
    Chain.objects.update(number=9, head=Entry.objects.get(number=9).hash)

    assert problems() == []
    assert problems(kept) == ["The record is shorter than it was: entry 12 was there when its head was kept."]


def test_two_entries_that_changed_places_are_found(record):
    for number, to in ((3, 99), (4, 3), (99, 4)):
        Entry.objects.filter(number=number).update(number=to)

    assert problems() != []


def test_an_entry_put_in_is_found(record):
    extra = Entry.objects.get(number=ENTRIES)
    extra.pk, extra.number, extra.previous = None, ENTRIES + 1, extra.hash
    extra.hash = hash_of(actions.link_of(extra))
    extra.save()

    assert problems() == ["There are entries beyond the end of the record."]


def test_entries_without_an_end_are_found(record):
    Chain.objects.all().delete()

    assert problems() == ["There are entries beyond the end of the record."]
    assert verifying.recorded() == [COMPACT]


@pytest.mark.parametrize("number", [1, 6, 12])
def test_a_chain_written_anew_is_found_by_a_head_that_was_kept(record, number):
    kept = verifying.Head(record[-1].number, record[-1].hash)
    Entry.objects.filter(number=number).update(role="administrator")
    rewritten_from(number)

    assert problems() == []
    assert problems(kept) == ["Entry 12 is not the one whose head was kept. The record was written anew."]


@pytest.mark.parametrize("change", [{"text": "Another"}, {"salt": "0" * 32}, {"salt": "no"}, {"name": "letter"}])
def test_an_altered_text_is_found(record, change):
    EntryText.objects.filter(entry__number=5, name="title").update(**change)

    [problem] = problems()
    assert problem.endswith("of entry 5 was altered.")


def test_texts_that_changed_places_are_found(record):
    texts = EntryText.objects.filter(entry__number=5).order_by("name")
    reason, title = texts
    EntryText.objects.filter(pk=reason.pk).update(salt=title.salt, text=title.text)

    assert problems() == ["The text “reason” of entry 5 was altered."]


def test_an_erased_text_is_no_fault(record):
    actions.erase_text(entry=record[4], by="administrator")
    actions.erase_text(entry=record[5], by="administrator", name="reason")

    found = verifying.verify(COMPACT, [], unseen)
    assert (found.problems, found.erased) == ([], 3)


def test_another_compacts_record_is_left_alone(record, write):
    write(compact="dacorum")
    Entry.objects.filter(compact="dacorum").update(role="x")

    assert problems() == []


@given(
    st.builds(Link, **{name: st.text() for name in Link.__slots__} | {"number": st.integers(0), "at": st.datetimes()})
)
def test_what_is_hashed_is_canonical_json(link):
    data = {name: getattr(link, name) for name in Link.__slots__} | {"at": instant(link.at)}

    assert canonical(link) == canonical_json(data)


@given(st.data())
def test_a_change_anywhere_changes_the_hash(data):
    link = data.draw(
        st.builds(
            Link, **{name: st.text() for name in Link.__slots__} | {"number": st.integers(0), "at": st.datetimes()}
        )
    )
    name = data.draw(st.sampled_from(Link.__slots__))
    now = getattr(link, name)
    other = data.draw(
        {"number": st.integers(0), "at": st.datetimes()}.get(name, st.text()).filter(lambda new: new != now)
    )

    assert hash_of(link) != hash_of(Link(**{each: getattr(link, each) for each in Link.__slots__} | {name: other}))


@pytest.mark.parametrize("text", ["abc", "0" * 64, "0" * 63 + "@1", "Hertfordshire: " + "0" * 64 + "@1"])
def test_what_is_no_head_is_told(text):
    with pytest.raises(verifying.NoHead, match="is no head"):
        verifying.heads_in(text)


# The command, in its own process on its own site.

WRITE = """
import os
os.environ["DJANGO_SETTINGS_MODULE"] = "livecompact.web.settings"
import django
django.setup()
from datetime import UTC, datetime
from django.core.management import call_command
from django.db import transaction
call_command("migrate", verbosity=0)
from livecompact.record import actions
from livecompact.record.models import Entry
for number in range(3):
    with transaction.atomic():
        actions.write(compact="hertfordshire", what="look-changed", subject=f"look/{number}", title="Look",
                      address="/hertfordshire", role="Compact officer", at=datetime(2026, 11, 22, tzinfo=UTC))
"""
ALTER = WRITE.partition("for number")[0] + "Entry.objects.filter(number=2).update(role='nobody')"


@pytest.fixture(scope="module")
def run(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    ours = {name: value for name, value in os.environ.items() if not name.startswith(("LIVECOMPACT", "DJANGO"))}
    environment = ours | {"LIVECOMPACT_FOLDER": str(folder), "DATABASE_URL": ""}

    def ran(*command):
        return subprocess.run(
            [sys.executable, *command], env=environment, capture_output=True, text=True, timeout=120, check=False
        )

    return ran


def test_the_command_tells_a_whole_record_from_a_broken_one(run, tmp_path):
    nothing = run("-m", "livecompact", "record", "verify")
    assert (nothing.returncode, nothing.stdout) == (2, "")
    assert nothing.stderr.startswith("There is no site in")

    assert run("-c", WRITE).returncode == 0
    head = run("-m", "livecompact", "record", "head")
    (tmp_path / "heads.txt").write_text(head.stdout)
    whole = run("-m", "livecompact", "record", "verify", "--head", str(tmp_path / "heads.txt"))
    assert (whole.returncode, whole.stderr) == (0, "")
    assert whole.stdout.startswith("whole  hertfordshire: 3 entries, 3 texts\n")
    assert head.stdout.startswith("hertfordshire: ")
    assert head.stdout.endswith("@3\n")

    other = run("-m", "livecompact", "record", "verify", "--head", "0" * 64 + "@2", "--compact", "hertfordshire")
    assert other.returncode == 1
    assert "The record was written anew." in other.stdout

    assert run("-c", ALTER).returncode == 0
    broken = run("-m", "livecompact", "record", "verify", "--json")
    assert broken.returncode == 1
    [found] = json.loads(broken.stdout)
    assert (found["whole"], found["problems"]) == (False, ["Entry 2 was altered."])

    unknown = run("-m", "livecompact", "record", "head", "--compact", "kent")
    assert (unknown.returncode, unknown.stderr) == (2, "“kent” has no record here. These have: hertfordshire.\n")


@pytest.mark.parametrize("at", [NOW, NOW + timedelta(microseconds=500)])
def test_the_database_writes_an_entry_out_as_its_hash_wants_it(write, at):
    hard = 'a “b” "c" \\ / \t\n\r\b\f\x01\x1f\x7f é 𝄞 \u2028 \':":"\' ,"commitments": {}%s'
    entry = write(subject=hard, title=hard, at=at)

    [(_pk, stored, _number, written, *_text)] = written_out.rows(COMPACT, 0, 1)

    assert written == canonical(actions.link_of(entry))
    assert (stored, problems()) == (entry.hash, [])
