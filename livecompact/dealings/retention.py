"""What this room keeps that people wrote and nobody else can see, why, and for how long."""

from django.utils.translation import gettext_lazy as _

from livecompact.people.retention import PUBLIC_TASK, Rule

RETENTION = (
    Rule(
        model="dealings.Dealing",
        fields=("title", "about", "url", "facts"),
        of=_("People who draft a record for an organisation"),
        what=_("What you wrote and have not published"),
        why=_("So that nothing is lost when you come back"),
        basis=PUBLIC_TASK,
        how_long=_("30 days after your last change, or until you publish"),
        by="livecompact.dealings.actions.forget_drafts",
    ),
)
