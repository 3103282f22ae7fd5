"""What people answered: counted by way, public by consent alone, and nothing that was taken out is read anywhere."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from hypothesis import example, given
from hypothesis import strategies as st

from livecompact.dealings import actions
from livecompact.dealings.actions.erasing import erase_person
from livecompact.dealings.models import AnswerState, Original, Response, TakenOut
from livecompact.dealings.own_data import told as own_data
from livecompact.dealings.responding.taking_out import Out, stand_in, without
from livecompact.people.models import Person
from livecompact.people.personal import whom
from livecompact.people.roles import Role
from livecompact.record import letters
from livecompact.record.models import EntryText, Notice
from tests.dealings.making import BY, consultation, council, moment
from tests.dealings.reading import day, words
from tests.dealings.records import HERE
from tests.harness.clock import NOW, TODAY
from tests.harness.people import holder

__all__ = ["holder"]

LIBRARY = f"{HERE}/2026/library-hours"
ANSWERS = f"{LIBRARY}/answers"
CANARY = "Zyxwvut"
SAID = f"Ask {CANARY} Quill at the desk. She is rude, {CANARY.lower()}  quill is."
AGREED: dict[str, Any] = {"agreed_on": date(2026, 5, 2), "agreed_how": "paper"}
EVERYWHERE = (
    *(LIBRARY, f"{LIBRARY}.json", f"{LIBRARY}.ics", ANSWERS, f"{ANSWERS}.json", f"{ANSWERS}.csv"),
    *(HERE, f"{HERE}.json", f"{HERE}.csv", f"{HERE}.atom", "/hertfordshire", "/hertfordshire/record"),
    *("/hertfordshire/record.atom", "/sitemap.xml"),
)


@pytest.fixture
def made(compacts):
    return consultation(council())


def answered(made, **told):
    said = {"way": "paper", "came_on": date(2026, 5, 1), "called": "A resident", "text": SAID, **told}
    return actions.add_answer(dealing=made, told=actions.Answered(**said), by=BY, at=moment(date(2026, 5, 3)))


def looked_over(made, **told):
    return actions.look_over(
        response=answered(made, **AGREED | told), out=[Out(f"{CANARY} quill", "names")], by=BY, at=NOW
    )


def published(made, **told):
    row = looked_over(made, **told)
    actions.publish_answers(dealing=made, by=BY, at=NOW)
    return Response.objects.get(pk=row.pk)


def read(client):
    assert client.get(f"/hertfordshire/search.json?q={CANARY}").json()["total"] == 0
    return "".join(client.get(address).text for address in EVERYWHERE)


def test_numbers_by_way_are_added_up_on_its_page_and_in_its_data(client, made, holder):
    client.force_login(holder(Role.OFFICER))
    assert "Enter the number of answers online as a number" in words(
        client.post(f"{ANSWERS}/count", {"answers_online": "many"})
    )

    client.post(f"{ANSWERS}/count", {"answers_online": "1,204", "answers_on_paper": "31", "answers_in_easy_read": "5"})

    client.logout()
    said = words(client.get(LIBRARY))
    assert "1240 answers in all" in said
    assert "Online 1204 On paper 31 In Easy Read 5" in said
    assert client.get(f"{LIBRARY}.json").json()["facts"]["answers_on_paper"] == "31"
    assert "answers_by_phone" not in made.versions.last().facts, "what nobody said is not known"


def test_an_answer_is_public_with_consent_and_what_was_taken_out_is_read_nowhere(client, made):
    kept = answered(made, called="A neighbour")
    assert actions.publish_answers(dealing=made, by=BY, at=NOW) == 0, "nobody agreed"
    with pytest.raises(IntegrityError), transaction.atomic():
        Response.objects.filter(pk=kept.pk).update(state=AnswerState.PUBLIC, shown="All", public_on=TODAY)

    published(made)

    text = read(client)
    assert "A neighbour" not in text
    assert CANARY.lower() not in text.lower()
    taken = "[2 words taken out: names a person]"
    for address in (ANSWERS, f"{ANSWERS}.json", f"{ANSWERS}.csv"):
        assert f"Ask {taken} at the desk. She is rude, {taken} is." in client.get(address).text
    assert "Read the answer that is public" in words(client.get(LIBRARY))
    assert EntryText.objects.filter(text="1 answer is public now.").exists()


def test_who_no_longer_agrees_is_read_nowhere_until_they_agree_anew(client, made):
    public = published(made)

    actions.take_down(response=public, by=BY, at=moment(TODAY))

    assert "at the desk" not in read(client)
    public.refresh_from_db()
    assert (public.state, public.agreed_on, public.no_longer_on) == (AnswerState.DOWN, None, TODAY)
    assert actions.publish_answers(dealing=made, by=BY, at=NOW) == 0
    told = actions.Answered(way="paper", came_on=date(2026, 5, 1), called="A resident", text=SAID, **AGREED)
    actions.change_answer(response=public, told=told, by=BY, at=NOW)
    assert actions.publish_answers(dealing=made, by=BY, at=NOW) == 0, "it is looked over anew"


def test_what_is_public_is_not_changed_and_other_words_are_looked_over_again(made):
    row = looked_over(made)
    told = actions.Answered(way="paper", came_on=date(2026, 5, 1), called="A resident", text="Ask Ann.", **AGREED)

    actions.change_answer(response=row, told=told, by=BY, at=NOW)

    row.refresh_from_db()
    assert row.looked_over_at is None
    assert not TakenOut.objects.exists(), "they stand in it no more"
    public = published(made)
    with pytest.raises(actions.IsPublic):
        actions.change_answer(response=public, told=told, by=BY, at=NOW)
    with pytest.raises(actions.IsPublic):
        actions.delete_answer(response=public, by=BY, at=NOW)


def test_words_that_do_not_stand_in_it_or_name_its_author_are_refused(made):
    row = answered(made, called=f"{CANARY} Quill")

    for wrong in ("Nobody", CANARY):
        with pytest.raises(ValidationError):
            actions.look_over(response=row, out=[Out(wrong, "names")], by=BY, at=NOW)


@given(
    st.lists(st.sampled_from(["Ann", "ann’s", "Lee", "annual", "O'Brien", "e-mail", ".", "+44 20", "çà"]), max_size=12),
    st.lists(st.sampled_from(["ann", "Ann Lee", "lee", "o’brien", "+44 20", "ann's Lee", "Çà"]), max_size=3),
)
@example(["Ann", "Lee"], ["Ann Lee", "Lee"])
def test_whatever_is_taken_out_stands_in_the_text_no_more(parts, out):
    text = "  ".join(parts)

    left = without(text, [Out(each, "abuse") for each in out])

    assert [each for each in out if stand_in(left.replace("[", ""), each)] == []
    assert ("annual" in left) is ("annual" in text)


def test_who_left_an_address_is_told_once_and_the_address_is_forgotten(made):
    answered(made, email="Ann@example.org")
    answered(made, email="ann@example.org", text="")
    themes = [actions.Heard(theme="Sundays", outcome="changed")]

    for theme in ("Sundays", "Evenings"):
        themes = [actions.Heard(theme=theme, outcome="changed")]
        actions.say_what_changed(dealing=made, themes=themes, by=BY, at=NOW)
    answered(made, email="late@example.org", text="")

    told = Notice.objects.filter(reason="you-said-we-did")
    assert sorted(each.person.email for each in told) == ["ann@example.org", "late@example.org"]
    assert not Original.objects.exclude(email="").exists()
    assert Response.objects.count() == 1, "an address alone leaves nothing"
    notice = told.earliest("pk")
    letter = letters.letter_for(notice, NOW)
    assert letter is not None
    assert (letter.subject, letter.address) == ("What changed: Library hours", LIBRARY)
    actions.withdraw(dealing=made, reason="By mistake.", by=BY, at=NOW)
    assert letters.letter_for(notice, NOW) is None


def test_a_year_after_it_closed_what_was_said_in_full_is_gone_and_what_is_public_stays(client, made):
    public, _kept = published(made), answered(made)
    closed = date(2026, 5, 24)

    actions.forget_answers(at=moment(closed + timedelta(days=365)))
    assert Original.objects.count() == 2
    actions.forget_answers(at=moment(closed + timedelta(days=366)))

    assert [row.pk for row in Response.objects.all()] == [public.pk]
    assert not Original.objects.exists()
    assert not TakenOut.objects.exists()
    assert "at the desk" in client.get(ANSWERS).text
    actions.take_down(response=public, by=BY, at=NOW)
    assert "at the desk" not in client.get(ANSWERS).text


def test_whoever_was_only_told_is_forgotten_30_days_later(made):
    answered(made, email="ann@example.org")
    actions.say_what_changed(dealing=made, themes=[actions.Heard(theme="Sundays")], by=BY, at=NOW)
    Notice.objects.filter(reason="you-said-we-did").update(settled_at=NOW, state="sent")

    actions.forget_answers(at=NOW + timedelta(days=29))
    assert Person.objects.filter(email="ann@example.org").exists()
    actions.forget_answers(at=NOW + timedelta(days=31))
    assert not Person.objects.filter(email="ann@example.org").exists()


def test_ones_own_answers_are_told_and_erased_also_where_they_are_public(client, made):
    published(made, email="ann@example.org")
    answered(made, email="bo@example.org")

    told = own_data(whom("Ann@example.org"))
    gone = erase_person(whom=whom("ann@example.org"), by=BY, at=NOW)

    assert [row["text"] for row in told["dealings.Original"]] == [SAID]
    assert told["dealings.TakenOut"] == [{"words": f"{CANARY} quill", "why": "names"}]
    assert gone == 1
    assert [each.email for each in Original.objects.all()] == ["bo@example.org"]
    assert "at the desk" not in client.get(ANSWERS).text


@pytest.mark.parametrize("who", ["the body", "another body", "the officer"])
def test_only_the_body_that_asked_reads_them_in_full(client, made, holder, who):
    row = answered(made)
    council("Hartsmere Borough Council")
    match who:
        case "the officer":
            client.force_login(holder(Role.OFFICER))
        case "another body":
            client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-borough-council"))
        case "the body":
            client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))

    pages = [
        client.get(f"{ANSWERS}/{part}")
        for part in ("ours", "new", row.number, f"{row.number}/look-over", f"{row.number}/delete")
    ]

    assert {page.status_code for page in pages} == {200 if who == "the body" else 403}
    assert any(CANARY in page.text for page in pages) is (who == "the body")
    assert all("no-store" in page["Cache-Control"] for page in pages)


def test_the_forms_say_what_is_lacking_and_lose_nothing(client, made, holder):
    client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))
    sent = {"way": "email", **day("came_on", "2026-05-01"), "called": "A resident", "text": SAID, "agrees": "yes"}
    wrong = client.post(f"{ANSWERS}/new", sent)
    assert "Enter the day they agreed" in words(wrong)
    assert "Select how they agreed" in words(wrong)
    late = day("came_on", (TODAY + timedelta(days=1)).isoformat())
    assert "The day it came must be today or before" in words(client.post(f"{ANSWERS}/new", sent | late))
    assert "Enter what they said" in words(client.post(f"{ANSWERS}/new", sent | {"text": "", "agrees": "no"}))

    kept = client.post(f"{ANSWERS}/new", sent | day("agreed_on", "2026-05-02") | {"agreed_how": "email"})

    assert kept["Location"] == f"{ANSWERS}/1/look-over"
    here = kept["Location"]
    assert "Copy them as they are" in words(client.post(here, {"count": "1", "words_1": "Nobody", "why_1": "names"}))
    more = client.post(here, {"count": "1", "words_1": "rude", "more": "1"})
    assert 'value="rude"' in more.text
    assert "part 4" in words(more)
    client.post(here, {"count": "2", "words_1": f"{CANARY} quill", "why_1": "names", "words_2": "", "why_2": ""})
    assert "How everyone would read it" in words(client.get(f"{ANSWERS}/1"))
    assert "Publish 1 answer" in words(client.get(f"{ANSWERS}/ours"))
    client.post(f"{ANSWERS}/ours")
    assert Response.objects.get().state == AnswerState.PUBLIC
    assert "at the desk" in client.get(ANSWERS).text
    client.post(f"{ANSWERS}/1", {"act": "take-down"})
    assert "Delete this answer?" in words(client.get(f"{ANSWERS}/1/delete"))
    assert Response.objects.exists()
    client.post(f"{ANSWERS}/1/delete")
    assert not Response.objects.exists()


def test_what_everybody_reads_is_taken_down_before_it_is_deleted(client, made, holder):
    row = published(made)
    client.force_login(holder(Role.REPRESENTATIVE, organisation="hartsmere-county-council"))

    assert client.post(f"{ANSWERS}/{row.number}/delete")["Location"] == f"{ANSWERS}/{row.number}"
    assert Response.objects.get().state == AnswerState.PUBLIC
