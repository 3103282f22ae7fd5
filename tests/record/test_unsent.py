"""What could not be sent is shown to the officers of that Compact, and to nobody else."""

import pytest

from livecompact.compacts import actions as compacts
from livecompact.people.roles import Role
from livecompact.record import actions
from livecompact.record.models import Notice
from tests.record.conftest import NOW

UNSENT = "/hertfordshire/record/unsent"


@pytest.fixture
def failed(ann):
    """One mail of each Compact that failed."""
    for name in ("hertfordshire", "dacorum"):
        compacts.add_compact(source=name, by="Compact officer", at=NOW)
        actions.notify(to=ann, reason="welcome", subject=f"about/{name}", occurrence="1", compact=name, at=NOW)
        leased = actions.claim(worker="one", at=NOW, only_urgent=False)
        assert leased
        actions.failed(notice=leased, at=NOW, problem=f"{name} was refused (550).")
    return Notice.objects.get(compact="hertfordshire")


def test_an_officer_sees_what_failed_but_not_the_whole_address(client, enter, failed):
    page = enter(client, Role.OFFICER).get(UNSENT).text

    assert "hertfordshire was refused (550)." in page
    assert "a…@example.org" in page
    assert "ann@example.org" not in page
    assert "dacorum was refused" not in page
    assert "&lt;" not in page


@pytest.mark.parametrize("role", [None, Role.REPRESENTATIVE])
def test_nobody_else_sees_it(client, enter, failed, role):
    page = enter(client, role).get(UNSENT)

    assert page.status_code in (302, 403)


def test_an_officer_lets_it_be_tried_again(client, enter, failed):
    enter(client, Role.OFFICER).post(UNSENT, {"again": failed.pk})

    failed.refresh_from_db()
    assert (failed.state, failed.tries, failed.problem) == ("waiting", 0, "")


def test_an_officer_cannot_touch_another_compacts_mail(client, enter, failed):
    other = Notice.objects.get(compact="dacorum")

    assert enter(client, Role.OFFICER).post(UNSENT, {"again": other.pk}).status_code == 404
    other.refresh_from_db()
    assert other.state == "failed"


@pytest.mark.parametrize("pk", ["", "x", "-1", "99999999999999999999"])
def test_what_there_is_not_cannot_be_tried_again(client, enter, failed, pk):
    assert enter(client, Role.OFFICER).post(UNSENT, {"again": pk}).status_code == 404
