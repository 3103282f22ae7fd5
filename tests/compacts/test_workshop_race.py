"""Two officers at the same moment: one of them publishes, one of them changes, and nothing is lost or doubled."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier

import pytest
from django.db import connection

from livecompact.compacts.models import Edition, State
from livecompact.compacts.workshop import actions, editing
from livecompact.record.models import Entry
from tests.compacts.workshop_states import change_draft, drafter, edition_of_2027
from tests.harness.compacts import both_compacts

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
AT_ONCE = 4


def at_once(act):
    """What each of several threads says that do the same at the same moment."""
    barrier = Barrier(AT_ONCE)

    def one(number):
        try:
            barrier.wait()
            return act(number)
        except actions.Outdated:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as threads:
        return list(threads.map(one, range(AT_ONCE)))


@pytest.fixture
def draft(transactional_db, monkeypatch):
    both_compacts(monkeypatch)
    change_draft(edition_of_2027)
    return Edition.objects.get(state=State.DRAFT)


def test_a_draft_that_several_publish_at_once_is_published_once(draft):
    by, before = drafter(), Entry.objects.filter(compact="hertfordshire").count()

    done = at_once(
        lambda _: actions.publish_draft(
            compact="hertfordshire", based_on=draft.sha256, by=by, role="Compact officer", at=NOW
        )
    )

    assert sum(each is not None for each in done) == 1
    assert Edition.objects.filter(compact__slug="hertfordshire", state=State.PUBLISHED).count() == 2
    assert Entry.objects.filter(compact="hertfordshire").count() == before + 1


def test_of_several_changes_at_once_one_is_kept_and_the_others_are_told(draft):
    by = drafter()

    def change(number):
        text = editing.changed(draft.folder, lambda folder: folder["2027/edition.toml"].update(note=f"Note {number}"))
        return actions.save_draft(compact="hertfordshire", text=text, based_on=draft.sha256, by=by, at=NOW)

    done = at_once(change)

    [kept] = [each for each in done if each is not None]
    assert Edition.objects.get(state=State.DRAFT).sha256 == kept.sha256
