"""The addresses of signing in and out, of one's own pages, and of who does what.

The names of the library's own pages are those that it looks for.
"""

from allauth.account import views as account
from allauth.account.decorators import reauthentication_required as proved  # a moment ago, by the second step
from allauth.mfa.base import views as factor
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as app
from allauth.mfa.webauthn import views as passkey
from django.urls import path

from livecompact.people import own_views, views
from livecompact.people.asking import request_login_code
from livecompact.people.elsewhere import views as elsewhere
from livecompact.people.views import changing

FACTOR = "me/second-factor"

urlpatterns = [
    path("sign-in", request_login_code, name="account_login"),
    path("sign-in", request_login_code, name="account_request_login_code"),
    path("sign-in/code", account.confirm_login_code, name="account_confirm_login_code"),
    path("sign-in/elsewhere", elsewhere.begin, name="sign_in_elsewhere"),
    path("sign-in/elsewhere/back", elsewhere.back, name="sign_in_elsewhere_back"),
    path("sign-in/second-step", factor.authenticate, name="mfa_authenticate"),
    path("sign-in/passkey", passkey.login_webauthn, name="mfa_login_webauthn"),
    path("sign-in/closed", account.account_inactive, name="account_inactive"),
    path("sign-out", account.logout, name="account_logout"),
    path(FACTOR, factor.index, name="mfa_index"),
    path(FACTOR, factor.index, name="mfa_list_webauthn"),
    path(f"{FACTOR}/app", changing(app.activate_totp), name="mfa_activate_totp"),
    path(f"{FACTOR}/app/remove", changing(app.deactivate_totp), name="mfa_deactivate_totp"),
    path(f"{FACTOR}/codes", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(f"{FACTOR}/codes/new", changing(codes.generate_recovery_codes), name="mfa_generate_recovery_codes"),
    path(f"{FACTOR}/passkeys/new", changing(passkey.add_webauthn), name="mfa_add_webauthn"),
    path(f"{FACTOR}/passkeys/<int:pk>/remove", changing(passkey.remove_webauthn), name="mfa_remove_webauthn"),
    path(f"{FACTOR}/confirm", factor.reauthenticate, name="mfa_reauthenticate"),
    path(f"{FACTOR}/confirm/passkey", passkey.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("me", views.me, name="me"),
    path("me/email", proved(own_views.email), name="me_email"),
    path("me/email/code", proved(own_views.email_code), name="me_email_code"),
    path("me/roles/<slug:role>/<slug:of>", views.leave, name="me_leave"),
    path("me/organisations", views.ties, name="me_ties"),
    path("me/sessions", views.sessions, name="me_sessions"),
    path("me/data", own_views.own_data, name="my_data"),
    path("me/data.json", own_views.own_data_file, name="my_data_file"),
    path("me/leave", own_views.leave_site, name="leave_site"),
    path("erase-somebody", own_views.erase_somebody, name="erase_somebody"),
    path("invitations/<str:secret>", views.invitation, name="invitation"),
    path("people", views.people_of, name="people_of_site"),
    path("people/<slug:organisation>", views.people_of, name="people_of_organisation"),
    path("<slug:compact>/people", views.people_of, name="people_of_compact"),
]
