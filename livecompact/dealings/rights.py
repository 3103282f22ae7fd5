"""Who may use the pages of this room: the record is for everyone; who acted, or an officer, changes it."""

from livecompact.dealings.models import State
from livecompact.people.roles import ASK, EVERYONE, OFFICERS, REPRESENTATIVES, May, Right, Role

ACTING = OFFICERS | REPRESENTATIVES
DECIDING = OFFICERS | {Role.CO_CHAIR, Role.GROUP_MEMBER}
"""Who decides where two sides disagree; what only the two sides see is for officers alone."""
ANSWERED = REPRESENTATIVES
"""Who reads in full what people answered: the body that asked alone, and not who runs the Compact."""

ROWS = (
    Right("check_when", EVERYONE),
    Right("organisation_due", REPRESENTATIVES),
    Right("organisation_funding", REPRESENTATIVES),
    Right("organisation_funding_add", REPRESENTATIVES, ASK),
    Right("organisation_funding_edit", REPRESENTATIVES, ASK),
    Right("organisation_funding_letter", REPRESENTATIVES),
    Right("organisation_calendar", REPRESENTATIVES, ASK),
    Right("private_calendar", EVERYONE),  # whoever holds the key
    Right("check_publish", ACTING, ASK, any_organisation=True),
    Right("record_something", ACTING, any_organisation=True),
    Right("dealing_new", ACTING, ASK, any_organisation=True),
    Right("dealing_draft", ACTING, ASK, any_organisation=True),
    Right("dealing_published", ACTING, any_organisation=True),
    Right("dealing_letter", ACTING, any_organisation=True),
    Right("dealing_told", ACTING, ASK, any_organisation=True),
    Right("dealing_told_reply", ACTING, ASK, any_organisation=True),
    Right("dealing_change", ACTING, ASK, any_organisation=True),
    Right("dealing_explain", ACTING, ASK, any_organisation=True),
    Right("dealing_reply", ACTING, ASK, any_organisation=True),
    *(Right(route, EVERYONE) for route in ("missing", "missing.json", "missing_one")),
    *(Right(f"missing_{act}", ACTING, ASK, any_organisation=True) for act in ("new", "answer", "take_back")),
    Right("missing_reached", OFFICERS, ASK),
    Right("dealing_feedback", ACTING, ASK, any_organisation=True),
    *(Right(f"dealing_answers{form}", EVERYONE) for form in ("", ".json", ".csv")),
    Right("dealing_answers_count", ACTING, ASK, any_organisation=True),
    *(Right(f"dealing_{act}", ANSWERED, ASK, any_organisation=True) for act in ("answers_ours", "answer_new")),
    *(Right(f"dealing_{act}", ANSWERED, ASK, any_organisation=True) for act in ("answer", "answer_look_over")),
    Right("dealing_answer_delete", ANSWERED, ASK, any_organisation=True),
    Right("disputes", DECIDING),
    Right("dispute_decide", DECIDING, ASK),
    Right("dealing_disagree", ACTING, ASK, any_organisation=True),
    Right("dealing_agree", ACTING, ASK, any_organisation=True),
    Right("organisation_own_record", REPRESENTATIVES, ASK),
    Right("dealing_reached", OFFICERS, ASK),
    Right("dealing_withdraw", ACTING, ASK, any_organisation=True),
    *(Right(f"dealings{form}", EVERYONE) for form in ("", ".json", ".csv", ".atom", ".ics")),
    *(Right(f"dealings_{form}", EVERYONE) for form in ("template.csv", "columns.csv", "schema.json")),
    *(Right(f"dealings_year{form}", EVERYONE) for form in ("", ".json", ".csv")),
    *(Right(f"dealing{form}", EVERYONE) for form in ("", ".json", ".ics")),
)

SEEN = frozenset({State.PUBLIC.value, State.SHARED.value})

MAY = (
    May("dealing.publish", ACTING, SEEN | {State.DRAFT.value}),  # those that are seen: it was just published
    May("dealing.tell", ACTING, frozenset({State.DRAFT.value})),
    May("dealing.see-told", ACTING, frozenset({State.TOLD.value, State.PUBLIC.value})),
    May("dealing.show", ACTING, frozenset({State.TOLD.value})),  # asked of the group that it names
    May("dealing.name", ACTING, frozenset({State.TOLD.value, State.PUBLIC.value})),  # as above
    May("dealing.reply-early", ACTING, frozenset({State.TOLD.value})),  # as above
    May("dealing.hold-back", ACTING, frozenset({State.TOLD.value})),
    May("dealing.change", ACTING, SEEN),
    May("dealing.explain", ACTING, SEEN),
    May("dealing.answers", ANSWERED, frozenset({State.PUBLIC.value})),
    May("dealing.reached", OFFICERS, SEEN),
    May("dispute.decide", DECIDING, frozenset({State.PUBLIC.value})),
    May("dispute.decide", OFFICERS, frozenset({State.SHARED.value})),
    May("dealing.withdraw", ACTING, SEEN),
)
