"""Who may use the pages of this room, and who may give which role."""

from livecompact.people.roles import (
    ASK,
    EVERYONE,
    OFFICERS,
    PEOPLE,
    REPRESENTATIVES,
    SEATED,
    May,
    Reach,
    Right,
    Role,
    reaching,
)

ADMINISTRATOR = frozenset({Role.ADMINISTRATOR})

ROWS = (
    Right("account_login", EVERYONE, ASK),
    Right("account_request_login_code", EVERYONE, ASK),
    Right("account_confirm_login_code", EVERYONE, ASK),
    Right("sign_in_elsewhere", EVERYONE),
    Right("sign_in_elsewhere_back", EVERYONE),  # what comes back is held against what this browser went with
    Right("account_logout", EVERYONE, ASK),
    Right("account_inactive", EVERYONE),
    Right("mfa_authenticate", EVERYONE, ASK),  # the second step: nobody is signed in before it
    Right("mfa_login_webauthn", EVERYONE, ASK),
    Right("mfa_index", PEOPLE),
    Right("mfa_list_webauthn", PEOPLE),
    Right("mfa_activate_totp", PEOPLE, ASK),
    Right("mfa_deactivate_totp", PEOPLE, ASK),
    Right("mfa_view_recovery_codes", PEOPLE),
    Right("mfa_generate_recovery_codes", PEOPLE, ASK),
    Right("mfa_add_webauthn", PEOPLE, ASK),
    Right("mfa_remove_webauthn", PEOPLE, ASK),
    Right("mfa_reauthenticate", PEOPLE, ASK),
    Right("mfa_reauthenticate_webauthn", PEOPLE, ASK),
    Right("me", PEOPLE),
    Right("me_email", PEOPLE, ASK),
    Right("me_email_code", PEOPLE, ASK),
    Right("me_leave", PEOPLE, ASK),
    Right("me_ties", PEOPLE, ASK),
    Right("me_sessions", PEOPLE, ASK),
    Right("my_data", PEOPLE),
    Right("my_data_file", PEOPLE),
    Right("leave_site", PEOPLE, ASK),
    Right("erase_somebody", ADMINISTRATOR, ASK),
    Right("invitation", EVERYONE, ASK),  # who holds the link; it is answered by the person whom it names alone
    Right("people_of_compact", OFFICERS, ASK),
    Right("people_of_organisation", REPRESENTATIVES | ADMINISTRATOR, ASK),
    Right("people_of_site", ADMINISTRATOR, ASK),
)

MAY = (
    May("seat.give", ADMINISTRATOR, fields=frozenset(SEATED)),
    May("seat.give", frozenset({Role.OFFICER}), fields=reaching(Reach.COMPACT)),
    May("seat.give", REPRESENTATIVES, fields=reaching(Reach.ORGANISATION)),
)
"""The field of an act on a seat is its role."""
