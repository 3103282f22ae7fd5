"""The demonstration shows who stands in, and something that waits for a second person."""

import pytest
from django.utils import timezone

from livecompact.compacts.models import SecondLook
from livecompact.people.roles import Role
from livecompact.register import demo_running
from tests.harness.compacts import both_compacts
from tests.harness.people import enter, holder

pytestmark = pytest.mark.django_db
__all__ = ["enter", "holder"]


def test_whoever_tries_the_demonstration_reads_of_both(client, enter, monkeypatch):
    both_compacts(monkeypatch)

    demo_running.fill(at=timezone.now())

    assert "Somebody stands in for the Compact officer" in client.get("/hertfordshire/groups").text
    look = SecondLook.objects.get()
    page = enter(client, Role.ADMINISTRATOR).get(f"/dacorum/run/second-person/{look.pk}").text
    assert "Bramwell Walking Group" in page
    assert "Yes, make it public" in page
    assert "Bramwell" not in client.get("/dacorum/organisations").text
