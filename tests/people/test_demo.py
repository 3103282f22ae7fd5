"""The demonstration has an invitation in each state."""

from django.core import mail
from django.utils import timezone

from livecompact.people import demo, queries


def test_the_demonstration_shows_each_state_of_an_invitation_and_sends_no_mail(db, django_capture_on_commit_callbacks):
    now, of = timezone.now(), {"compact": "hertfordshire"}
    with django_capture_on_commit_callbacks(execute=True):
        demo.fill(at=now, **of)

    found = [queries.open_invitations(at=now, **of), queries.unanswered(at=now, **of), queries.answered(**of)]
    assert [each.count() for each in found] == [1, 1, 1]
    assert mail.outbox == []
