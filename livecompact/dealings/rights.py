"""Who may use the pages of this room: a check and the record are for everyone; who acted, or an officer, changes it."""

from livecompact.dealings.models import State
from livecompact.people.roles import ASK, EVERYONE, OFFICERS, REPRESENTATIVES, May, Right

ACTING = OFFICERS | REPRESENTATIVES

ROWS = (
    Right("check", EVERYONE),
    Right("check_journey", EVERYONE),
    Right("check_question", EVERYONE),
    Right("check_result", EVERYONE),
    Right("check_file", EVERYONE, ASK),
    *(Right(f"board{form}", EVERYONE) for form in ("", ".json", ".csv")),
    *(Right(f"records{form}", EVERYONE) for form in ("", ".json", ".csv")),
    Right("check_publish", ACTING, ASK, any_organisation=True),
    Right("dealing_draft", ACTING, ASK, any_organisation=True),
    Right("dealing_published", ACTING, any_organisation=True),
    Right("dealing_change", ACTING, ASK, any_organisation=True),
    Right("dealing_explain", ACTING, ASK, any_organisation=True),
    Right("dealing_reply", ACTING, ASK, any_organisation=True),
    *(Right(route, EVERYONE) for route in ("missing", "missing.json", "missing_one")),
    *(Right(f"missing_{act}", ACTING, ASK, any_organisation=True) for act in ("new", "answer", "take_back")),
    Right("missing_reached", OFFICERS, ASK),
    Right("dealing_disagree", ACTING, ASK, any_organisation=True),
    Right("dealing_agree", ACTING, ASK, any_organisation=True),
    Right("dealing_reached", OFFICERS, ASK),
    Right("dealing_withdraw", ACTING, ASK, any_organisation=True),
    *(Right(f"dealings{form}", EVERYONE) for form in ("", ".json", ".csv", ".atom", ".ics")),
    *(Right(f"dealings_year{form}", EVERYONE) for form in ("", ".json", ".csv")),
    *(Right(f"dealing{form}", EVERYONE) for form in ("", ".json", ".ics")),
)

PUBLIC = frozenset({State.PUBLIC.value})

MAY = (
    May("dealing.publish", ACTING, frozenset({State.DRAFT.value, State.PUBLIC.value})),  # public: it was just published
    May("dealing.change", ACTING, PUBLIC),
    May("dealing.explain", ACTING, PUBLIC),
    May("dealing.reached", OFFICERS, PUBLIC),
    May("dealing.withdraw", ACTING, PUBLIC),
)
