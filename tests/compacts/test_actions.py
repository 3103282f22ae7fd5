"""Putting a Compact on the site, and publishing what it says."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from livecompact.agreements import Mistaken, NoSuchAgreement
from livecompact.compacts import actions, folders
from livecompact.compacts.models import Compact, Edition, State
from livecompact.compacts.workshop import actions as workshop
from tests.compacts.conftest import NOW

LOOK = {"brand_colour": "#1d4e89", "promise_word": "commitment"}


@pytest.mark.django_db
def test_a_bundled_compact_is_published_whole_with_its_hash():
    compact = actions.add_compact(source="hertfordshire", by="Compact officer", at=NOW)

    edition = Edition.objects.get()
    assert (compact.slug, compact.position, compact.promise_word) == ("hertfordshire", 0, "promise")
    assert (edition.edition, edition.state) == ("2016", State.PUBLISHED)
    assert (edition.published_at, edition.published_by) == (NOW, "Compact officer")
    assert len(folders.agreement_of(edition.sha256).newest.undertakings) == 56


def test_the_text_kept_reads_as_the_folder_does():
    from livecompact import agreements  # noqa: PLC0415

    kept, folder = folders.read(folders.folder_text("dacorum")), agreements.load("dacorum")

    assert kept.newest.undertakings == folder.newest.undertakings
    assert kept.newest.terms == folder.newest.terms
    assert [(s.code, s.due, s.examples) for s in kept.newest.standards] == [
        (s.code, s.due, s.examples) for s in folder.newest.standards
    ]
    assert (kept.stories, kept.groups, kept.codes) == (folder.stories, folder.groups, folder.codes)


@pytest.mark.django_db
def test_a_folder_of_an_areas_own_is_published(model):
    actions.add_compact(source=model, by="Compact officer", at=NOW)

    assert Compact.objects.get().slug == "model"


@pytest.mark.django_db
def test_a_folder_with_a_mistake_is_refused_and_nothing_is_kept(model, edit):
    edit("2025/2-having-a-say.toml", 'binds = "statutory"', 'binds = "everybody"')

    with pytest.raises(Mistaken, match="everybody"):
        actions.add_compact(source=model, by="Compact officer", at=NOW)
    assert not Compact.objects.exists()


@pytest.mark.django_db
def test_a_compact_that_is_nowhere_is_told():
    with pytest.raises(NoSuchAgreement, match="atlantis"):
        actions.add_compact(source="atlantis", by="Compact officer", at=NOW)


def test_a_compact_is_added_once(compacts):
    with pytest.raises(ValidationError, match="already exists"):
        actions.add_compact(source="dacorum", by="Compact officer", at=NOW)


def test_a_new_edition_stands_beside_the_old_one(db, model, edit):
    compact = actions.add_compact(source=model, by="Compact officer", at=NOW)
    before = Edition.objects.get().folder
    edit("agreement.toml", 'name = "Model Compact"', 'name = "Modell Compact"')

    actions.publish_edition(compact=compact, source=model, by="Compact officer", at=NOW + timedelta(days=1))

    first, second = Edition.objects.order_by("published_at")
    assert first.folder == before
    assert folders.agreement_of(second.sha256).name == "Modell Compact"


def test_what_says_nothing_new_is_not_published_again(hertfordshire):
    with pytest.raises(actions.NothingNew, match="says this already"):
        actions.publish_edition(compact=hertfordshire, source="hertfordshire", by="Compact officer", at=NOW)


def test_the_folder_of_another_compact_is_refused(hertfordshire):
    with pytest.raises(actions.NotThisCompact, match="hertfordshire"):
        actions.publish_edition(compact=hertfordshire, source="dacorum", by="Compact officer", at=NOW)


def test_a_text_that_was_altered_in_the_database_is_not_shown(hertfordshire):
    folders.agreement_of.cache_clear()
    edition = Edition.objects.get(compact=hertfordshire)
    Edition.objects.filter(pk=edition.pk).update(folder=edition.folder.replace("12 weeks", "2 weeks"))

    with pytest.raises(folders.Altered, match="Restore it"):
        folders.agreement_of(edition.sha256)


@pytest.mark.parametrize(
    "wrong",
    [
        {"state": State.PUBLISHED},
        {"state": State.PUBLISHED, "published_at": NOW},
        {"state": State.PUBLISHED, "published_by": "Compact officer"},
        {"state": State.DRAFT, "published_at": NOW, "published_by": "Compact officer"},
    ],
)
def test_the_database_refuses_an_edition_published_by_nobody_or_never(hertfordshire, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(compact=hertfordshire, edition="2027", folder="{}", sha256="0", **wrong)


def test_the_database_refuses_a_second_draft(hertfordshire):
    Edition.objects.create(compact=hertfordshire, edition="2027", folder="{}", sha256="0")

    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.create(compact=hertfordshire, edition="2028", folder="{}", sha256="1")


def test_a_colour_is_set_where_white_words_on_it_can_be_read(hertfordshire):
    workshop.set_look(compact="hertfordshire", role="Compact officer", at=NOW, **LOOK)

    hertfordshire.refresh_from_db()
    assert (hertfordshire.brand_colour, hertfordshire.promise_word) == ("#1d4e89", "commitment")


@pytest.mark.parametrize(
    ("colour", "says"), [("#ffff00", "darker"), ("green", "six letters"), ("#1D4E89", "six letters")]
)
def test_a_colour_that_is_none_or_too_light_is_refused(hertfordshire, colour, says):
    with pytest.raises(ValidationError, match=says):
        workshop.set_look(compact="hertfordshire", role="Compact officer", at=NOW, **LOOK | {"brand_colour": colour})
    hertfordshire.refresh_from_db()
    assert hertfordshire.brand_colour == ""


def test_the_database_refuses_an_unknown_word_for_a_promise(hertfordshire):
    with pytest.raises(IntegrityError), transaction.atomic():
        Compact.objects.filter(pk=hertfordshire.pk).update(promise_word="vow")
