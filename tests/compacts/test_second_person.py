"""A second person before something is public: what waits, who says yes, and what a change after asking does to it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from lxml import html

from livecompact.compacts.models import Act, Answer, Compact, Edition, SecondLook, State
from livecompact.compacts.queries import NotThere
from livecompact.compacts.second import actions, queries
from livecompact.compacts.workshop import actions as workshop
from livecompact.compacts.workshop import editing
from livecompact.compacts.workshop.queries import at_work
from livecompact.people import actions as people
from livecompact.people.roles import Role
from livecompact.record.letters import letter_for
from livecompact.record.models import Entry, EntryText, Notice
from tests.harness.people import enter, holder, prove, seat

__all__ = ["enter", "holder"]

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)
OF = "hertfordshire"
CHOICE = f"/{OF}/run/second-person"


@pytest.fixture
def ann(compacts, holder):
    return holder(Role.OFFICER)


@pytest.fixture
def ben(ann, holder):
    return holder(Role.CO_CHAIR)


@pytest.fixture
def two(ann, ben):
    """Hertfordshire asks for a second person."""
    assert actions.choose(compact=OF, on=True, by=ann, role="Compact officer", at=AT)


def drafted(by, words="Hertfordshire Accord"):
    """A draft in which the Compact has another name; its hash."""
    bench = at_work(by, OF, AT)
    text = editing.changed(bench.text, lambda folder: folder["agreement.toml"].update(name=words))
    workshop.save_draft(compact=OF, text=text, based_on=bench.sha256, by=by, at=AT)
    return at_work(by, OF, AT).sha256


def publish(by, sha256):
    return workshop.publish_draft(compact=OF, based_on=sha256, by=by, role="Compact officer", at=AT)


def answer(by, yes=True, **told):
    look = SecondLook.objects.get(answer=Answer.OPEN)
    actions.answer(look=look, yes=yes, by=by, at=AT, **{"version": look.version, **told})


def published():
    return Edition.objects.filter(compact__slug=OF, state=State.PUBLISHED).count()


def test_a_new_text_is_not_public_before_another_says_yes(two, ann, ben, client):
    assert publish(ann, drafted(ann)) is None
    assert publish(ann, at_work(ann, OF, AT).sha256) is None  # asked twice, it waits once
    entries = Entry.objects.count()
    assert published() == 1
    assert "Accord" not in client.get(f"/{OF}").text
    with pytest.raises(actions.OwnAct):
        answer(ann)
    assert (published(), Entry.objects.count()) == (1, entries)

    answer(ben)

    newest = Edition.objects.filter(compact__slug=OF).latest("pk")
    assert (newest.state, newest.publisher, newest.published_by) == (State.PUBLISHED, ann, "Compact officer")
    assert "Accord" in client.get(f"/{OF}").text


def test_what_changed_after_asking_must_be_asked_again(two, ann, ben):
    assert publish(ann, drafted(ann)) is None
    old = SecondLook.objects.get()
    drafted(ann, "Hertfordshire Charter")

    with pytest.raises(actions.Stale):
        answer(ben)

    old.refresh_from_db()
    assert old.answer == Answer.CHANGED
    assert published() == 1
    assert publish(ann, at_work(ann, OF, AT).sha256) is None
    answer(ben)
    assert published() == 2


def test_a_yes_to_an_older_page_says_nothing(two, ann, ben):
    assert publish(ann, drafted(ann)) is None

    with pytest.raises(actions.Stale):
        answer(ben, version="0" * 64)

    assert SecondLook.objects.get().answer == Answer.OPEN
    assert published() == 1


def test_another_officer_who_publishes_the_same_is_the_second_person(two, ann):
    cat = people.add_person(email="cat@example.org", at=AT)
    seat(cat, Role.OFFICER)
    sha256 = drafted(ann)
    assert publish(ann, sha256) is None

    assert publish(cat, sha256)

    assert SecondLook.objects.get().answered_by == cat


def test_a_no_has_its_reason_and_who_asked_is_told(two, ann, ben):
    assert publish(ann, drafted(ann)) is None

    answer(ben, yes=False, reason="The year is wrong.")

    assert published() == 1
    notice = Notice.objects.get(person=ann, reason=actions.REASON)
    letter = letter_for(notice, AT)
    assert letter
    assert letter.subject == "The second person said no"
    assert [each.row.reason for each in queries.last_no(ann, OF, AT)] == ["The year is wrong."]


def test_who_could_say_yes_is_told_and_the_mail_does_not_say_what_waits(two, ann, ben):
    assert publish(ann, drafted(ann)) is None

    notice = Notice.objects.get(reason=actions.REASON)
    letter = letter_for(notice, AT)
    assert letter
    assert notice.person == ben
    assert "Accord" not in " ".join((letter.subject, *letter.lines))
    answer(ben)
    assert letter_for(notice, AT) is None


def test_without_the_choice_one_person_is_enough(ann):
    assert publish(ann, drafted(ann))
    assert not SecondLook.objects.exists()


def test_nobody_is_asked_where_nobody_else_is_there(ann, client):
    with pytest.raises(actions.NobodyElse):
        actions.choose(compact=OF, on=True, by=ann, role="Compact officer", at=AT)
    client.force_login(ann)

    page = client.post(CHOICE, {"second": "yes"}).text

    assert "Invite another officer or a co-chair first" in page
    assert not Compact.objects.filter(second_person=True)


def test_the_choice_is_public_and_to_end_it_takes_two(two, ann, ben, client):
    assert EntryText.objects.filter(text="A second person now looks before it is public").exists()
    assert "a second person says yes" in client.get(f"/{OF}/groups").text
    assert "a second person says yes" not in client.get("/dacorum/groups").text

    assert not actions.choose(compact=OF, on=False, by=ann, role="Compact officer", at=AT)
    assert queries.asks_second(OF)
    answer(ben)

    assert not queries.asks_second(OF)
    assert EntryText.objects.filter(text="No second person looks any more").exists()


def test_one_button_on_the_page_of_what_waits_says_yes(two, ann, holder, client):
    publish(ann, drafted(ann))
    cat = people.add_person(email="cat@example.org", at=AT)
    seat(cat, Role.OFFICER)
    client.force_login(cat)

    page = client.get(f"/{OF}/run").text
    (form,) = [each for each in html.fromstring(page).forms if "second-person" in (each.action or "")]
    assert "Accord" not in page
    client.post(form.action, dict(form.fields))

    assert published() == 2


def test_who_asked_has_no_such_button_and_reads_that_it_waits(two, ann, client):
    publish(ann, drafted(ann))
    client.force_login(ann)

    page = client.get(f"/{OF}/run").text

    assert "Somebody else must say yes: A new text" in page
    assert not [each for each in html.fromstring(page).forms if "second-person" in (each.action or "")]
    assert "It waits for a second person" in client.get(f"/{OF}/workshop/publish").text


@pytest.mark.parametrize("role", [Role.GROUP_MEMBER, Role.REPRESENTATIVE, Role.HANDLER, Role.PERSON])
def test_nobody_else_sees_what_waits(two, ann, holder, role):
    publish(ann, drafted(ann))
    other = holder(role)

    assert queries.open_looks(other, OF, AT) == queries.last_no(other, OF, AT) == ()
    with pytest.raises(NotThere):
        queries.look(other, OF, SecondLook.objects.get().pk, AT)


def test_who_stands_in_may_be_the_second_person_only_in_their_time(two, ann):
    publish(ann, drafted(ann))
    sam = people.add_person(email="sam@example.org", at=AT)
    people.stand_in(
        person=sam, role=Role.OFFICER, by="test", at=AT, begins=AT, until=AT + timedelta(days=1), compact=OF
    )
    pk = SecondLook.objects.get().pk

    with pytest.raises(NotThere):  # no second factor yet
        queries.look(sam, OF, pk, AT)
    prove(sam)
    assert not queries.look(sam, OF, pk, AT).own
    with pytest.raises(NotThere):
        queries.look(sam, OF, pk, AT + timedelta(days=1))


@pytest.mark.parametrize(
    "wrong",
    [
        {"answer": Answer.YES},
        {"answered_at": AT},
        {"answer": Answer.NO, "answered_at": AT},
    ],
)
def test_the_database_refuses_what_cannot_be(two, ann, wrong):
    publish(ann, drafted(ann))

    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.update(**wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.update(answer=Answer.YES, answered_at=timezone.now(), answered_by=ann)
    with pytest.raises(IntegrityError), transaction.atomic():
        SecondLook.objects.create(compact_id=OF, act=Act.EDITION, subject=workshop.DRAFT, version="x", asked_at=AT)
