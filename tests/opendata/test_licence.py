"""The licence of the data is told wherever the data goes; where none is named, nobody is told that there is one."""

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft4Validator

from livecompact.frame.licences import KNOWN
from livecompact.web import configuration
from livecompact.web.configuration import Misconfigured
from tests.dealings.conftest import compacts, site
from tests.dealings.due_states import award
from tests.dealings.making import charity, council
from tests.opendata.the_standard import PACKAGE

__all__ = ["compacts", "site"]

OGL = KNOWN["OGL-UK-3.0"]
ATOM = "{http://www.w3.org/2005/Atom}"
AS_JSON = (
    *("/hertfordshire/awards.json", "/hertfordshire/board.json", "/hertfordshire/records.json"),
    *("/hertfordshire/organisations.json", "/hertfordshire/record.json", "/hertfordshire/awards/2026/warm-rooms.json"),
)


@pytest.fixture
def named(site, settings):
    """A site whose data has a licence, and one award."""
    settings.SITE = replace(settings.SITE, licence=OGL.id)
    award(council(), charity(), "Warm rooms")
    return site


def test_the_page_of_data_links_to_the_licence(named):
    page = named.get("/hertfordshire/data").text

    assert f'rel="license" href="{OGL.url}"' in page
    assert "No licence is named" not in page


@pytest.mark.parametrize("address", AS_JSON)
def test_json_names_the_licence(named, address):
    assert named.get(address).json()["licence"] == {"id": OGL.id, "name": OGL.name, "url": OGL.url}


@pytest.mark.parametrize("address", ["/hertfordshire/awards.atom", "/hertfordshire/organisations.atom"])
def test_a_feed_has_the_licence_as_its_rights_and_as_a_link(named, address):
    feed = ET.fromstring(named.get(address).content)  # noqa: S314 (our own)

    assert feed.findtext(f"{ATOM}rights") == f"{OGL.name}: {OGL.url}"
    assert [each.get("href") for each in feed.iter(f"{ATOM}link") if each.get("rel") == "license"] == [OGL.url]


def test_a_package_of_awards_names_the_licence_where_the_standard_has_it(named):
    package = json.loads(b"".join(named.get("/hertfordshire/data/awards.json").streaming_content))

    assert package["license"] == OGL.url
    assert not list(Draft4Validator(PACKAGE).iter_errors(package))


def test_without_a_licence_the_page_says_so_and_whom_to_ask(site):
    award(council(), charity(), "Warm rooms")

    page = site.get("/hertfordshire/data").text

    assert "No licence is named for this data. Ask before you use it." in page
    assert 'href="/contact"' in page
    assert site.get("/hertfordshire/awards.json").json()["licence"] is None
    assert b"rights" not in site.get("/hertfordshire/awards.atom").content
    assert b'"license"' not in b"".join(site.get("/hertfordshire/data/awards.json").streaming_content)


def test_a_licence_that_is_not_known_is_refused_at_the_start():
    with pytest.raises(Misconfigured, match=r"LIVECOMPACT_LICENCE is “MIT”\. Write one of these: OGL-UK-3.0, "):
        configuration.read({"LIVECOMPACT_LICENCE": "MIT"})
