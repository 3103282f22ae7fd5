"""How a room says what it keeps of people: the privacy page is made of these rules, and a test asks one for each field.

Each room has `retention.py` with `RETENTION`, a tuple of rules; `livecompact/web/retention.py` joins them.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Words = str | Promise


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is kept of some people, why, and for how long.

    model     the table, such as "people.Person"
    fields    its fields that hold something of a person
    of        whose data it is: "People who sign in"
    what      in words: "Your email address, and your name if you gave it"
    why       what it is for
    basis     the lawful basis (UK GDPR, article 6)
    how_long  "Until you ask us to delete it"
    by        the action that erases it, by its whole name; empty where a person does it on request
    """

    model: str
    fields: tuple[str, ...]
    of: Words
    what: Words
    why: Words
    basis: Words
    how_long: Words
    by: str = ""


PUBLIC_TASK = _("A task in the public interest")

RETENTION = (
    Rule(
        model="people.Person",
        fields=("email", "name"),
        of=_("People who sign in"),
        what=_("Your email address, and your name if you gave it"),
        why=_("To send you a code to sign in, and to tell you what waits for you"),
        basis=PUBLIC_TASK,
        how_long=_("Until you ask us to delete it"),
    ),
    Rule(
        model="people.Seat",
        fields=("person", "given_by", "ended_by", "stands_in_for"),
        of=_("People who sign in"),
        what=_("Which role you had, from when until when, who gave it to you, and for whom you stood in"),
        why=_("To know later who could do what"),
        basis=PUBLIC_TASK,
        how_long=_("As long as the account"),
    ),
    Rule(
        model="people.Invitation",
        fields=("person", "sent_by"),
        of=_("People who are invited to a role"),
        what=_("Which role you were invited to, by whom, and what you answered"),
        why=_("To know later who asked whom"),
        basis=PUBLIC_TASK,
        how_long=_("As long as the account; 30 days if you never sign in"),
        by="livecompact.people.actions.purge",
    ),
    Rule(
        model="people.Session",
        fields=("person",),
        of=_("People who are signed in"),
        what=_("Since when you are signed in, and when you last opened a page; not from where"),
        why=_("So that you can see it, and end it"),
        basis=PUBLIC_TASK,
        how_long=_("Until you sign out, at the latest a day after it ends by itself"),
        by="livecompact.people.actions.purge",
    ),
    Rule(
        model="people.Tie",
        fields=("person", "name"),
        of=_("People with a role who tell us of their ties"),
        what=_("For which organisations you work, or on whose board you sit"),
        why=_("So that nobody judges a case of their own"),
        basis=PUBLIC_TASK,
        how_long=_("Until you take it away, or your account ends"),
    ),
)

NOT_PERSONAL = {
    "people.Person.password": "never one: people sign in by a code or a passkey",
    "people.Invitation.secret": "the hash of what stands in a link",
    "people.Session.session_key": "a random key; the row goes with the session",
    "people.Session.session_data": "what the session holds, signed; the row goes with the session",
}
