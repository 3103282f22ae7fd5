"""The pages of signing in, of one's own account and of who does what, in each state."""

import dataclasses
import secrets
from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.views import RemoveWebAuthnView
from django.conf import settings
from django.utils import timezone

from livecompact.people import actions
from livecompact.people.adapter import Adapter
from livecompact.people.roles import Role
from tests.harness.people import NOW, ORGANISATION, prove
from tests.harness.states import LONG_WORD, Kind, State, Step, at

ASKED = Step("/sign-in", {"email": "nobody@example.org"})
CODE = "123456"
NEW_ADDRESS = Step("/me/email", {"email": f"{'x' * 60}@{'y' * 60}.example.org"})
FIRST_STEP = (Step("/sign-in", {"email": "ann@example.org"}), Step("/sign-in/code", {"code": CODE}))
FACTOR = "/me/second-factor"
REAUTHENTICATION = "allauth.account.internal.flows.reauthentication"


def somebody_with_a_second_factor(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Adapter, "generate_login_code", lambda _self: CODE)
    prove(actions.add_person(email="ann@example.org", at=NOW))


def confirmed_just_now(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(f"{REAUTHENTICATION}.did_recently_reauthenticate", lambda _request: True)


def a_passkey(patch: pytest.MonkeyPatch) -> None:
    confirmed_just_now(patch)
    passkey = Authenticator(type=Authenticator.Type.WEBAUTHN, data={"name": "My telephone"})
    patch.setattr(RemoveWebAuthnView, "get_object", lambda _self, **_: passkey)


def an_invitation(patch: pytest.MonkeyPatch, **of: Any) -> None:
    patch.setattr(secrets, "token_urlsafe", lambda _length: "a-secret")
    patch.setattr("livecompact.people.views.timezone.now", lambda: NOW)
    of = of or {"compact": "hertfordshire"}
    role = Role.REPRESENTATIVE if "organisation" in of else Role.OFFICER
    actions.invite(email="ann@example.org", role=role, by=None, at=NOW, **of)


def an_invitation_of_an_organisation(patch: pytest.MonkeyPatch) -> None:
    an_invitation(patch, organisation=ORGANISATION)


def invitations(patch: pytest.MonkeyPatch) -> None:
    of: dict[str, Any] = {"by": None, "compact": "hertfordshire"}
    long_ago = timezone.now() - timedelta(days=8)
    actions.invite(email="bob@example.org", role=Role.ORGANISER, at=long_ago, **of)
    taken = actions.invite(email="cy@example.org", role=Role.CO_CHAIR, side="voluntary", at=long_ago, **of)
    actions.revoke(invitation=taken, at=long_ago)
    actions.invite(email=f"{'x' * 60}@{'y' * 60}.example.org", role=Role.HANDLER, at=timezone.now(), **of)


def accounts_from_elsewhere(patch: pytest.MonkeyPatch) -> None:
    name = "The council of the three rivers and of the five hundreds between them"
    council = dataclasses.replace(settings.SITE, oidc_issuer="http://127.0.0.1:1", oidc_name=name)
    patch.setattr(settings, "SITE", council)


STATES = (
    at("account_request_login_code", "/sign-in", cookies=True),
    at("account_login", "/sign-in?next=/help", cookies=True),
    State("account_request_login_code", Kind.ERROR, (Step("/sign-in", {"email": ""}),), cookies=True),
    State("account_request_login_code", Kind.LONG, (Step("/sign-in", {"email": LONG_WORD}),), cookies=True),
    State("account_confirm_login_code", Kind.NORMAL, (ASKED,), cookies=True),
    State("account_confirm_login_code", Kind.ERROR, (ASKED, Step("/sign-in/code", {"code": "12"})), cookies=True),
    State("account_confirm_login_code", Kind.LONG, (ASKED, Step("/sign-in/code", {"code": LONG_WORD})), cookies=True),
    State("mfa_authenticate", Kind.NORMAL, FIRST_STEP, prepare=somebody_with_a_second_factor, cookies=True),
    State(
        "mfa_authenticate",
        Kind.ERROR,
        (*FIRST_STEP, Step("/sign-in/second-step", {"code": "12"})),
        prepare=somebody_with_a_second_factor,
        cookies=True,
    ),
    at("mfa_login_webauthn", "/sign-in/passkey", cookies=True),
    at("account_request_login_code", "/sign-in?next=/help", prepare=accounts_from_elsewhere, cookies=True),
    at("sign_in_elsewhere", "/sign-in/elsewhere", Kind.ERROR, prepare=accounts_from_elsewhere, cookies=True),
    at("sign_in_elsewhere_back", "/sign-in/elsewhere/back", Kind.ERROR, prepare=accounts_from_elsewhere, cookies=True),
    at("account_inactive", "/sign-in/closed"),
    at("account_logout", "/sign-out", role=Role.OFFICER, cookies=True),
    at("me", "/me", Kind.EMPTY, role=Role.PERSON, cookies=True),
    *(at("me", "/me", role=role, cookies=True) for role in (Role.REPRESENTATIVE, Role.OFFICER, Role.ADMINISTRATOR)),
    at("me_email", "/me/email", role=Role.PERSON, cookies=True),
    State("me_email", Kind.ERROR, (Step("/me/email", {"email": ""}),), role=Role.PERSON, cookies=True),
    State("me_email", Kind.LONG, (Step("/me/email", {"email": LONG_WORD}),), role=Role.PERSON, cookies=True),
    *(
        State("me_email_code", kind, (NEW_ADDRESS, *more), role=Role.PERSON, cookies=True)
        for kind, more in (
            (Kind.NORMAL, ()),
            (Kind.ERROR, (Step("/me/email/code", {"code": "12"}),)),
            (Kind.LONG, (Step("/me/email/code", {"code": LONG_WORD}),)),
        )
    ),
    at("me_leave", "/me/roles/officer/hertfordshire", role=Role.OFFICER, cookies=True),
    at("me_leave", "/me/roles/administrator/site", role=Role.ADMINISTRATOR, cookies=True),
    at("me_leave", "/me/roles/officer/dacorum", Kind.ERROR, role=Role.OFFICER, cookies=True, status=404),
    at("me_ties", "/me/organisations", Kind.EMPTY, role=Role.PERSON, cookies=True),
    State(
        "me_ties",
        Kind.NORMAL,
        (Step("/me/organisations", {"name": "Hartsmere Food Bank", "kind": "board"}),),
        role=Role.PERSON,
        cookies=True,
    ),
    State("me_ties", Kind.ERROR, (Step("/me/organisations", {"name": ""}),), role=Role.PERSON, cookies=True),
    State(
        "me_ties",
        Kind.LONG,
        (Step("/me/organisations", {"name": LONG_WORD, "kind": "board"}),),
        role=Role.PERSON,
        cookies=True,
    ),
    at("me_sessions", "/me/sessions", role=Role.PERSON, cookies=True),
    at("my_data", "/me/data", role=Role.PERSON, cookies=True),
    at("my_data_file", "/me/data.json", role=Role.PERSON, cookies=True, html=False),
    at("leave_site", "/me/leave", role=Role.PERSON, cookies=True),
    State("leave_site", Kind.ERROR, (Step("/me/leave", {}),), role=Role.ADMINISTRATOR, cookies=True),
    State("leave_site", Kind.EMPTY, (Step("/me/leave", {}),), role=Role.PERSON, cookies=True),
    at("erase_somebody", "/erase-somebody", role=Role.ADMINISTRATOR, cookies=True),
    *(
        State(
            "erase_somebody", kind, (Step("/erase-somebody", {"email": email}),), role=Role.ADMINISTRATOR, cookies=True
        )
        for kind, email in (
            (Kind.ERROR, ""),
            (Kind.ERROR, f"{Role.ADMINISTRATOR}@example.org"),
            (Kind.LONG, LONG_WORD),
            (Kind.EMPTY, "nobody@example.org"),
        )
    ),
    at("mfa_index", FACTOR, Kind.EMPTY, role=Role.PERSON, cookies=True),
    at("mfa_list_webauthn", FACTOR, role=Role.OFFICER, cookies=True),
    at("mfa_activate_totp", f"{FACTOR}/app", role=Role.PERSON, cookies=True),
    State("mfa_activate_totp", Kind.ERROR, (Step(f"{FACTOR}/app", {"code": ""}),), role=Role.PERSON, cookies=True),
    at("mfa_deactivate_totp", f"{FACTOR}/app/remove", role=Role.OFFICER, prepare=confirmed_just_now, cookies=True),
    at(
        "mfa_generate_recovery_codes",
        f"{FACTOR}/codes/new",
        role=Role.OFFICER,
        prepare=confirmed_just_now,
        cookies=True,
    ),
    State(
        "mfa_generate_recovery_codes",
        Kind.ERROR,
        (Step(f"{FACTOR}/codes/new", {}),),
        role=Role.PERSON,
        cookies=True,
    ),
    State(
        "mfa_view_recovery_codes",
        Kind.NORMAL,
        (Step(f"{FACTOR}/codes/new", {}),),
        role=Role.OFFICER,
        prepare=confirmed_just_now,
        cookies=True,
    ),
    State(
        "mfa_view_recovery_codes",
        Kind.EMPTY,
        (Step(f"{FACTOR}/codes/new", {}), Step(f"{FACTOR}/codes")),
        role=Role.OFFICER,
        prepare=confirmed_just_now,
        cookies=True,
    ),
    at("mfa_add_webauthn", f"{FACTOR}/passkeys/new", role=Role.PERSON, cookies=True),
    at("mfa_remove_webauthn", f"{FACTOR}/passkeys/1/remove", role=Role.PERSON, prepare=a_passkey, cookies=True),
    at("mfa_reauthenticate", f"{FACTOR}/confirm?next=/me", role=Role.OFFICER, cookies=True),
    State(
        "mfa_reauthenticate", Kind.ERROR, (Step(f"{FACTOR}/confirm", {"code": ""}),), role=Role.OFFICER, cookies=True
    ),
    at("mfa_reauthenticate_webauthn", f"{FACTOR}/confirm/passkey?next=/me", role=Role.OFFICER, cookies=True),
    at("invitation", "/invitations/a-secret", prepare=an_invitation),
    at("invitation", "/invitations/none", Kind.ERROR, status=410),
    at("people_of_compact", "/hertfordshire/people", role=Role.OFFICER, cookies=True),
    at("people_of_compact", "/hertfordshire/people", role=Role.OFFICER, prepare=invitations, cookies=True),
    State(
        "people_of_compact",
        Kind.ERROR,
        (Step("/hertfordshire/people", {"email": ""}),),
        role=Role.OFFICER,
        cookies=True,
    ),
    State(
        "people_of_compact",
        Kind.LONG,
        (Step("/hertfordshire/people", {"email": f"{'x' * 60}@{'y' * 60}.example.org", "role": "officer"}),),
        role=Role.OFFICER,
        cookies=True,
    ),
    at(
        "people_of_organisation",
        f"/people/{ORGANISATION}",
        role=Role.REPRESENTATIVE,
        prepare=an_invitation_of_an_organisation,
        cookies=True,
    ),
    at("people_of_site", "/people", role=Role.ADMINISTRATOR, cookies=True),
)
