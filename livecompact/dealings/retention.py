"""What this room keeps that people wrote and nobody else can see, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

RETENTION = (
    Rule(
        model="dealings.FundingEntry",
        fields=("title", "funder", "contact_role"),
        of=_("People whom an organisation notes for its own funding"),
        what=_("What it is for, who gives it, and the role to ask"),
        why=_("So that the organisation has its funding on one page"),
        basis=PUBLIC_TASK,
        how_long=_("A year after the funding has ended, or until the organisation removes it"),
        by="livecompact.dealings.actions.own.forget_funding",
    ),
    Rule(
        model="dealings.CalendarKey",
        fields=("person",),
        of=_("People who read their organisation’s days in a calendar"),
        what=_("That you have such a calendar, and since when"),
        why=_("So that your calendar is told the days"),
        basis=PUBLIC_TASK,
        how_long=_("Until you end it, or as long as the account"),
    ),
    Rule(
        model="dealings.Dealing",
        fields=("title", "about", "url", "facts", "lists", "towards_called"),
        of=_("People who draft a record for an organisation"),
        what=_("What you wrote and have not published"),
        why=_("So that nothing is lost when you come back"),
        basis=PUBLIC_TASK,
        how_long=_("30 days after your last change, or until you publish"),
        by="livecompact.dealings.actions.forget_drafts",
    ),
    Rule(
        model="dealings.Upload",
        fields=("file_name", "person", "columns", "told", "reasons"),
        of=_("People who upload a list of records"),
        what=_("The name of your file, that you sent it, and what we read in it"),
        why=_("To tell you when it is checked, and so that it can be undone"),
        basis=PUBLIC_TASK,
        how_long=_("30 days, or 7 days once it is saved"),
        by="livecompact.dealings.actions.forget_uploads",
    ),
    Rule(
        model="dealings.UploadPart",
        fields=("data",),
        of=_("People named in a list that somebody uploads"),
        what=_("The file, as it was sent"),
        why=_("To give it back with what is wrong in it, and to undo it"),
        basis=PUBLIC_TASK,
        how_long=_("30 days, or 7 days once it is saved"),
        by="livecompact.dealings.actions.forget_uploads",
    ),
)

NOT_PERSONAL = {
    "dealings.FundingEntry.key": "a random key",
    "dealings.FundingEntry.made_by": "a role, never a person",
    "dealings.CalendarKey.key_hash": "a hash",
    "dealings.Dealing.key": "a random key",
    "dealings.Upload.key": "a random key",
    "dealings.Upload.sent_by": "a role, never a person",
    "dealings.Upload.saved_by": "a role, never a person",
    "dealings.Upload.undone_by": "a role, never a person",
    "dealings.Dealing.reason": "why a record was withdrawn, said in public",
    "dealings.Dealing.token": "a hash",
    "dealings.Dealing.source_id": "the publisher's own reference of a record",
    "dealings.Dealing.told_by": "a role, never a person",
    "dealings.Dealing.made_by": "a role, never a person",
    "dealings.Dealing.published_by": "a role, never a person",
    "dealings.Dealing.withdrawn_by": "a role, never a person",
    "dealings.Quarter": "numbers of checks",
    "dealings.OpenRecord": "that an organisation shows its record; `by` and `ended_by` are roles",
    "dealings.Version": "what an organisation published, and when it changed; `by` is a role",
    "dealings.Standing": "what a check says of an organisation",
    "dealings.Explanation": "what an organisation says in public in its own name; `by` is a role",
    "dealings.Theme": "what an organisation says in public of what people said, in sum; `by` is a role",
    "dealings.Dispute": "what an organisation says in public in its own name; `by` is a role",
    "dealings.SaidMissing": "what an organisation says in public in its own name; `by` is a role",
    "dealings.Reply": "what an organisation says in public in its own name; `by` is a role",
}
