"""Signing in with a council's own accounts: an address that the provider proves, and nothing that it does not."""

import dataclasses
import time
from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from livecompact.people import actions
from livecompact.people.models import Person, Session
from livecompact.people.sessions import SessionStore
from livecompact.web import configuration
from livecompact.web.configuration import Misconfigured
from tests.harness.people import NOW, prove
from tests.harness.provider import CLIENT, CURVE, RSA, SECRET, STRANGER, public, running
from tests.people.signing_in import app_code, is_signed_in

ANN = "ann@kent.example.org"
HERE = {"email": ANN, "email_verified": True}
BUTTON = "Sign in with Kent County Council"


@pytest.fixture
def ann(db):
    return actions.add_person(email=ANN, at=NOW)


@pytest.fixture
def council(settings):
    """The council's provider, which this site trusts from now on; it proves Ann's address."""
    with running() as provider:
        provider.person = dict(HERE)
        settings.SITE = dataclasses.replace(
            settings.SITE,
            oidc_issuer=provider.issuer,
            oidc_client=CLIENT,
            oidc_secret=SECRET,
            oidc_name="Kent County Council",
        )
        yield provider


def go(client, council, query=""):
    """To the provider and back again; what is shown then."""
    left = client.get(f"/sign-in/elsewhere{query}")
    return client.get(council.visit(left["Location"]), follow=True)


def test_who_is_known_signs_in_without_a_code_and_comes_back_to_the_page_that_asked(client, ann, council):
    assert BUTTON in client.get("/sign-in?next=/help").text
    page = go(client, council, "?next=/help")

    assert page.redirect_chain[-1][0] == "/help"
    assert is_signed_in(client)
    assert mail.outbox == []
    ann.refresh_from_db()
    assert ann.sign_ins == 1


def test_there_is_no_such_door_where_no_provider_is_named(client, db):
    assert "Sign in with" not in client.get("/sign-in").text.replace("Sign in with a passkey", "")
    assert client.get("/sign-in/elsewhere").status_code == 404
    assert client.get("/sign-in/elsewhere/back?code=x&state=x").status_code == 404


def test_nobody_is_led_to_another_site(client, ann, council):
    assert go(client, council, "?next=https://evil.example.org/").redirect_chain[-1][0] == "/me"


def test_the_second_step_is_asked_for_as_after_a_code(client, ann, council):
    prove(ann)
    page = go(client, council)

    assert page.redirect_chain[-1][0] == "/sign-in/second-step"
    assert not is_signed_in(client)
    client.post("/sign-in/second-step", {"code": app_code()})
    assert is_signed_in(client)


def test_no_token_and_no_claim_is_kept(client, ann, council, caplog):
    council.person["name"] = "Ann Other"
    with caplog.at_level("DEBUG"):
        go(client, council)

    assert council.tokens
    held = str([SessionStore().decode(row.session_data) for row in Session.objects.all()]) + caplog.text
    assert not any(token in held for token in [*council.tokens, "subject-of-ann", "Ann Other"])
    assert Person.objects.get(email=ANN).name == ""


def test_signing_out_ends_the_session_here(client, ann, council):
    go(client, council)
    client.post("/sign-out")

    assert not is_signed_in(client)
    assert not Session.objects.filter(person=ann).exists()


def test_the_session_gets_another_key(client, ann, council):
    client.get("/sign-in/elsewhere")
    before = client.session.session_key
    go(client, council)

    assert client.session.session_key != before


def test_who_is_not_known_is_not_made_known_and_gets_no_seat(client, ann, council):
    council.person["email"] = "stranger@kent.example.org"
    page = go(client, council)

    assert "Nobody here has the email address that Kent County Council gave us" in page.text
    assert not is_signed_in(client)
    assert Person.objects.count() == 1


def test_a_closed_account_is_as_good_as_none(client, ann, council):
    ann.is_active = False
    ann.save()

    assert "Nobody here has the email address" in go(client, council).text


NOT_PROVED = [
    *({"email_verified": said} for said in (False, None, "false", 0, "yes")),
    {"email": ""},
    {"email": "ann@\u212aent.example.org"},  # its lower case is ours
    {"email": ["ann@kent.example.org"]},
]


@pytest.mark.parametrize("says", NOT_PROVED, ids=str)
def test_an_address_that_the_provider_does_not_prove_lets_nobody_in(client, ann, council, says):
    council.person |= says
    page = go(client, council)

    assert "does not say that your email address is yours" in page.text or "Nobody here has" in page.text
    assert not is_signed_in(client)


def test_a_claim_of_another_name_may_prove_the_address(client, ann, council, settings):
    settings.SITE = dataclasses.replace(settings.SITE, oidc_verified="xms_edov")
    go(client, council)
    assert not is_signed_in(client)
    council.person["xms_edov"] = "1"
    go(client, council)

    assert is_signed_in(client)


def test_only_addresses_of_the_named_domains_sign_in_so(client, ann, council, settings):
    settings.SITE = dataclasses.replace(settings.SITE, oidc_domains=("example.org",))
    assert "Only some email addresses" in go(client, council).text
    settings.SITE = dataclasses.replace(settings.SITE, oidc_domains=("medway.example.org", "kent.example.org"))
    go(client, council)

    assert is_signed_in(client)


def test_the_address_may_come_with_the_second_answer_of_the_same_person_alone(client, ann, council):
    council.userinfo = {"sub": "somebody else", **HERE}
    assert "We could not check the answer" in go(client, council).text
    council.userinfo = {"sub": "subject-of-ann", **HERE}
    go(client, council)

    assert is_signed_in(client)


def test_the_secret_goes_into_the_form_where_the_provider_wants_it_so(client, ann, council):
    council.basic = False
    go(client, council)

    assert is_signed_in(client)


def forge(council, **changed):
    for name, value in changed.items():
        setattr(council, name, value)


HOUR = timedelta(hours=1).total_seconds()
FORGED = {
    "another issuer": {"tells": {"iss": "https://evil.example.org"}},
    "another site": {"tells": {"aud": "another"}},
    "two sites, and we did not ask": {"tells": {"aud": [CLIENT, "another"], "azp": "another"}},
    "two sites, and nobody says who asked": {"tells": {"aud": [CLIENT, "another"]}},
    "another try": {"tells": {"nonce": "of another try"}},
    "no try": {"tells": {"nonce": None}},
    "too old": {"tells": {"exp": int(time.time() - HOUR)}},
    "never too old": {"tells": {"exp": None}},
    "not yet": {"tells": {"iat": int(time.time() + HOUR), "nbf": int(time.time() + HOUR)}},
    "nobody": {"tells": {"sub": None}},
    "a key that is not the provider's": {"key": STRANGER},
    "a key that nobody knows": {"kid": "two"},
    "no signature": {"key": None, "alg": "none"},
    "our secret as a signature": {"key": SECRET * 3, "alg": "HS256"},
    "a kind of signature that its key cannot make": {"key": CURVE, "alg": "ES256"},
    "no keys": {"published": []},
    "a key for something else": {"published": [public(RSA, "one") | {"use": "enc"}]},
    "a published secret": {
        "key": "x" * 64,
        "alg": "HS256",
        "published": [{"kty": "oct", "kid": "one", "k": "eHh4eA"}],
    },
}


@pytest.mark.parametrize("forged", FORGED.values(), ids=FORGED)
def test_a_token_that_proves_nothing_lets_nobody_in(client, ann, council, forged):
    forge(council, **forged)
    page = go(client, council)

    assert "We could not check the answer from Kent County Council" in page.text
    assert not is_signed_in(client)


def test_a_key_that_the_provider_took_up_since_is_fetched(client, ann, council, monkeypatch):
    go(client, council)
    client.post("/sign-out")
    forge(council, key=CURVE, alg="ES256", kid="new", published=[public(CURVE, "new")])
    assert not is_signed_in(client)
    later = time.monotonic() + 61
    monkeypatch.setattr("livecompact.people.elsewhere.asking.time.monotonic", lambda: later)
    go(client, council)

    assert is_signed_in(client)


def test_only_the_browser_that_left_may_come_back_and_once(client, ann, council):
    left = client.get("/sign-in/elsewhere")["Location"]
    back = council.visit(left)

    other = Client()
    other.get("/sign-in/elsewhere")
    assert "began in another window" in other.get(back, follow=True).text
    assert not is_signed_in(other)
    client.get(back)
    client.post("/sign-out")
    assert "began in another window" in client.get(back, follow=True).text
    assert len(council.asked) == 1, "a code whose state is not ours is not even asked about"


@pytest.mark.parametrize("state", ["", "&state=", "&state=made-up", "&state=%00%ff"])
def test_a_state_that_is_not_the_one_given_is_refused(client, ann, council, state):
    code = parse_qs(urlsplit(council.visit(client.get("/sign-in/elsewhere")["Location"])).query)["code"][0]

    assert "began in another window" in client.get(f"/sign-in/elsewhere/back?code={code}{state}", follow=True).text
    assert council.asked == []


def test_who_comes_back_after_a_quarter_of_an_hour_starts_again(client, ann, council, monkeypatch):
    back = council.visit(client.get("/sign-in/elsewhere")["Location"])
    later = timezone.now() + timedelta(minutes=15, seconds=1)
    monkeypatch.setattr("livecompact.people.elsewhere.views.timezone.now", lambda: later)

    assert "That took too long" in client.get(back, follow=True).text


def test_an_answer_that_names_another_issuer_is_refused(client, ann, council):
    back = council.visit(client.get("/sign-in/elsewhere")["Location"])

    assert "could not check" in client.get(f"{back}&iss=https%3A%2F%2Fevil.example.org", follow=True).text
    assert council.asked == []


def test_who_says_no_at_the_provider_is_told_what_else_to_do(client, ann, council):
    council.refuses = "access_denied"

    assert "You did not sign in with Kent County Council. Try again, or ask for a code" in go(client, council).text
    council.refuses = "server_error"
    assert "We could not check the answer" in go(client, council).text


def test_a_provider_that_does_not_answer_leaves_the_code_by_email(client, ann, council, settings):
    settings.SITE = dataclasses.replace(settings.SITE, oidc_issuer="http://127.0.0.1:1")
    page = client.get("/sign-in/elsewhere", follow=True)

    assert "We cannot reach Kent County Council just now. Ask for a code" in page.text
    assert page.redirect_chain[-1][0] == "/sign-in"


DOCUMENTS = [
    {"issuer": "https://evil.example.org"},
    {"authorization_endpoint": "http://evil.example.org/"},
    {"token_endpoint": "file:///etc/passwd"},
    {"token_endpoint": "http://evil.example.org/token"},
    {"jwks_uri": "ftp://evil.example.org/"},
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=str)
def test_a_provider_that_leads_elsewhere_without_tls_is_not_followed(client, ann, council, document):
    council.document = document
    left = client.get("/sign-in/elsewhere", follow=True)

    assert left.redirect_chain == [("/sign-in", 302)]
    assert "We cannot reach" in left.text


def test_the_secret_is_not_taken_along_to_where_the_provider_sends_us(client, ann, council):
    with running() as thief:
        council.moves = f"{thief.issuer}/token"
        page = go(client, council)

        assert "We cannot reach" in page.text
        assert thief.asked == []


def test_a_message_of_the_provider_is_of_bounded_length(client, ann, council):
    council.document = {"padding": "x" * 600_000}

    assert "We cannot reach" in client.get("/sign-in/elsewhere", follow=True).text


def test_the_library_checks_what_we_lean_on_it_for():
    with pytest.raises(jwt.InvalidAlgorithmError):
        jwt.decode(jwt.encode({}, "x" * 64, algorithm="HS256"), "x" * 64, algorithms=["RS256"])


WHOLE = {
    "LIVECOMPACT_OIDC_ISSUER": "https://login.example.org/kent",
    "LIVECOMPACT_OIDC_CLIENT": "livecompact",
    "LIVECOMPACT_OIDC_SECRET": "hush",
    "LIVECOMPACT_OIDC_NAME": "Kent County Council",
}


def test_the_settings_are_whole_or_refused_in_words():
    read = configuration.read(WHOLE | {"LIVECOMPACT_OIDC_DOMAINS": "Kent.example.org, medway.example.org"})

    assert read.oidc_domains == ("kent.example.org", "medway.example.org")
    assert read.oidc_verified == "email_verified"
    with pytest.raises(Misconfigured, match=r"Set LIVECOMPACT_OIDC_SECRET too"):
        configuration.read(WHOLE | {"LIVECOMPACT_OIDC_SECRET": ""})
    for issuer in ("http://login.example.org", "http://127.0.0.1:80", "login.example.org"):
        with pytest.raises(Misconfigured, match="Write it as https"):
            configuration.read(
                WHOLE | {"LIVECOMPACT_OIDC_ISSUER": issuer, "LIVECOMPACT_ADDRESS": "https://x.example.org"}
            )
