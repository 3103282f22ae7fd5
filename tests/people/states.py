"""The pages of signing in, in each state."""

from tests.harness.states import LONG_WORD, Kind, State, Step, at

ASKED = Step("/sign-in", {"email": "nobody@example.org"})

STATES = (
    at("account_request_login_code", "/sign-in", cookies=True),
    at("account_login", "/sign-in?next=/help", cookies=True),
    State("account_request_login_code", Kind.ERROR, (Step("/sign-in", {"email": ""}),), cookies=True),
    State("account_request_login_code", Kind.LONG, (Step("/sign-in", {"email": LONG_WORD}),), cookies=True),
    State("account_confirm_login_code", Kind.NORMAL, (ASKED,), cookies=True),
    State("account_confirm_login_code", Kind.ERROR, (ASKED, Step("/sign-in/code", {"code": "12"})), cookies=True),
    State("account_confirm_login_code", Kind.LONG, (ASKED, Step("/sign-in/code", {"code": LONG_WORD})), cookies=True),
    at("account_inactive", "/sign-in/closed"),
    at("account_logout", "/sign-out", role="officer", cookies=True),
)
