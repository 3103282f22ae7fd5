"""What somebody typed is not lost where their form cannot be taken."""

import re
from datetime import UTC, datetime
from html import unescape

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from livecompact.people import actions
from tests.harness.html import read_page

ADDRESS = "/me/organisations"
TYPED = {"name": 'Ann’s "own" <b>club</b> & friends\r\nof the park', "kind": "board"}
HERE = {"origin": "http://testserver"}
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
MAIL = "ann@example.org"


@pytest.fixture
def ann(db):
    return actions.add_person(email=MAIL, name="Ann", at=datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.fixture
def browser_of_ann(ann):
    client = Client(enforce_csrf_checks=True, headers=HERE)
    sign_in(client)
    return client


def sign_in(client):
    client.post("/sign-in", {"email": MAIL, **held(client.get("/sign-in"))})
    code = next(line for line in str(mail.outbox[-1].body).splitlines() if re.fullmatch(r"\d{6}", line))
    client.post("/sign-in/code", {"code": code, **held(client.get("/sign-in/code"))})


def held(response):
    """The hidden fields of a page's first form."""
    form = response.text.split("<form", 1)[1].split("</form>", 1)[0]
    return {name: unescape(value) for name, value in HIDDEN.findall(form)}


def test_what_was_typed_before_the_session_ended_is_sent_after_signing_in_again(browser_of_ann):
    page = browser_of_ann
    fields = TYPED | token_of(page)
    page.session.flush()

    out = page.post(ADDRESS, fields)
    sign_in(page)
    done = page.post(ADDRESS, held(out), follow=True)
    again = page.post(ADDRESS, held(out))

    assert (out.status_code, read_page(out.text).h1) == (403, ["Sign in again"])
    assert out["Cache-Control"] == "no-store, private"
    assert "<b>club</b>" not in out.text
    assert done.status_code == 200, "one press sends it"
    assert "Ann’s &#34;own&#34; &lt;b&gt;club&lt;/b&gt; &amp; friends" in done.text
    assert (again.status_code, read_page(again.text).h1) == (403, ["Send it once more"]), "and only once"


def test_a_form_that_was_open_while_they_signed_in_anew_is_sent_by_one_press(browser_of_ann):
    page = browser_of_ann
    fields = TYPED | token_of(page)
    page.session.flush()
    sign_in(page)

    again = page.post(ADDRESS, fields)
    done = page.post(ADDRESS, held(again), follow=True)

    assert (again.status_code, read_page(again.text).h1) == (403, ["Send it once more"])
    assert again["Cache-Control"] == "no-store, private"
    assert "<b>club</b>" not in again.text
    assert done.status_code == 200
    assert "Ann’s &#34;own&#34; &lt;b&gt;club&lt;/b&gt; &amp; friends" in done.text


def test_what_a_page_held_is_taken_from_no_other_session_no_other_site_and_with_no_other_token(browser_of_ann):
    page, other = browser_of_ann, Client(enforce_csrf_checks=True, headers=HERE)
    fields = TYPED | token_of(page)
    page.session.flush()
    out = held(page.post(ADDRESS, fields))
    foreign = held(other.post(ADDRESS, TYPED | held(other.get("/sign-in"))))
    sign_in(page)

    for held_by, origin in (
        (foreign["held"], HERE["origin"]),
        ("", HERE["origin"]),
        (out["held"], "https://evil.example.org"),
        (out["held"], ""),
    ):
        refused = page.post(ADDRESS, out | {"held": held_by}, headers={"origin": origin})
        assert refused.status_code == 403, (held_by, origin)
    assert page.post(ADDRESS, out).status_code == 302


def token_of(client):
    form = next(form for form in client.get(ADDRESS).text.split("<form")[1:] if 'name="kind"' in form)
    return {name: value for name, value in HIDDEN.findall(form) if name == "csrfmiddlewaretoken"}


@pytest.mark.parametrize("origin", [{"origin": "https://evil.example.org"}, {"origin": "null"}, {"origin": ""}])
def test_a_form_of_another_site_is_never_offered_to_be_sent(browser_of_ann, origin):
    response = browser_of_ann.post(ADDRESS, TYPED, headers=origin)

    assert (response.status_code, read_page(response.text).h1) == (403, ["Open the form again"])
    assert "friends" not in response.text


def test_who_typed_nothing_is_led_to_sign_in(db):
    assert Client().post(ADDRESS, {"name": " "})["Location"] == f"/sign-in?next={ADDRESS}"


def test_that_a_file_is_not_kept_is_said(db):
    response = Client().post(ADDRESS, {"file": SimpleUploadedFile("list.csv", b"a,b\n1,2\n"), "name": "Club"})

    assert "We could not keep your file. The next page asks for it again." in response.text
    assert held(response)["name"] == "Club"
