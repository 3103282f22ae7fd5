"""What an organisation shows elsewhere of what it signed is true on the day that somebody looks."""

import re
from datetime import timedelta
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from django.utils import timezone

from livecompact.frame import pdf
from livecompact.register import actions
from livecompact.register.models import Organisation, Signature
from tests.harness.html import read_page
from tests.harness.pdf import needs_pango, opened, words_of, wrong_with
from tests.register.some import LIST, OFFICER, few

pytestmark = pytest.mark.django_db
BANK = f"{LIST}/hartsmere-food-bank"
SVG = "{http://www.w3.org/2000/svg}"
TODAY = timezone.localdate()


@pytest.fixture(autouse=True)
def organisations(monkeypatch):
    few(monkeypatch)


def signature():
    return Signature.objects.get(organisation__slug="hartsmere-food-bank", latest=True)


def by():
    return {"by": OFFICER, "at": timezone.now()}


def lines(client, address=BANK):
    """The lines of the badge."""
    return [each.text for each in ET.fromstring(client.get(f"{address}/badge.svg").content).iter(f"{SVG}text")]  # noqa: S314 (our own)


def leave():
    actions.withdraw(signature=signature(), last_day=TODAY, **by())


def lapse():
    actions.lapse(signature=signature(), last_day=TODAY, reason="No answer.", **by())


def renew():
    actions.renew(signature=signature(), edition="2016", renewed_on=TODAY, **by())


def grow_old():
    Signature.objects.filter(organisation__slug="hartsmere-food-bank").update(signed_on=TODAY - timedelta(days=400))


@pytest.mark.parametrize(
    ("happens", "says"),
    [
        (lambda: None, f"Signed in {TODAY.year}"),
        (renew, f"Signed in {TODAY.year}, renewed in {TODAY.year}"),
        (grow_old, f"Signed in {(TODAY - timedelta(days=400)).year}. Renewal due"),
        (leave, f"Signed in {TODAY.year}. Left {TODAY.year}"),
        (lapse, f"Signed in {TODAY.year}. Not renewed {TODAY.year}"),
    ],
)
def test_the_badge_shows_how_it_stands_with_the_year(client, happens, says):
    happens()

    assert lines(client) == ["Hertfordshire Compact", says]


def test_the_badge_of_a_friend_says_friend(client):
    assert lines(client, f"{LIST}/corner-shop") == ["Hertfordshire Compact", f"Friend since {TODAY.year}"]


def test_another_site_may_show_the_badge_and_nobody_gets_a_cookie(client):
    badge = client.get(f"{BANK}/badge.svg")

    assert badge["Content-Type"] == "image/svg+xml"
    assert badge["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert badge["Cache-Control"] == "public, max-age=3600"
    assert not badge.cookies
    assert "Cookie" not in badge["Vary"]


def test_who_does_not_see_the_badge_is_told_the_same(client):
    Organisation.objects.filter(slug="hartsmere-food-bank").update(name="Bread & <Butter>")
    root = ET.fromstring(client.get(f"{BANK}/badge.svg").content)  # noqa: S314 (our own)

    says = f"Bread & <Butter>: Hertfordshire Compact. Signed in {TODAY.year}."
    assert (root.get("role"), root.get("aria-label"), root.findtext(f"{SVG}title")) == ("img", says, says)


def test_what_is_copied_shows_the_badge_and_leads_to_the_organisation(client, settings):
    area = re.search(r"<textarea[^>]*>(.*?)</textarea>", client.get(f"{BANK}/certificate").text, re.DOTALL)
    assert area
    shown = unescape(area[1])
    copied = read_page(f"<main>{shown}</main>")

    site = settings.SITE.address
    assert [address for address, _ in copied.links] == [f"{site}{BANK}"]
    assert f'src="{site}{BANK}/badge.svg"' in shown
    assert copied.pictures_without_alt == 0


@pytest.mark.parametrize("what", ["certificate", "certificate.pdf", "badge.svg"])
def test_there_is_none_for_an_organisation_that_waits(client, what):
    assert client.get(f"{LIST}/riverside-youth-club/{what}").status_code == 404


def test_who_left_has_no_certificate_and_the_page_says_so(client):
    leave()

    page = client.get(f"{BANK}/certificate").text
    assert "There is no certificate now." in page
    assert f"{BANK}/certificate.pdf" not in page
    assert client.get(f"{BANK}/certificate.pdf").status_code == 404


@needs_pango
def test_the_certificate_is_a_pdf_that_can_be_read_aloud(client):
    renew()
    made = client.get(f"{BANK}/certificate.pdf")

    assert made["Content-Type"] == "application/pdf"
    assert wrong_with(made.content) == []
    with opened(made.content) as file:
        [words] = words_of(file)
    assert "HartsmereFoodBank" in words.replace(" ", "")
    assert "ItsaidsoAgainon".lower() in words.replace(" ", "").lower()


def test_a_site_without_the_extra_offers_no_pdf(client, monkeypatch):
    monkeypatch.setattr(pdf, "is_installed", lambda: False)

    assert f"{BANK}/certificate.pdf" not in client.get(f"{BANK}/certificate").text
    assert client.get(f"{BANK}/certificate.pdf").status_code == 404
