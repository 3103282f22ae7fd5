"""A list can be begun from its page: its template, its columns explained, its schema; and its upload."""

import csv
import io
import json

import pytest
from django.test import Client

from livecompact.dealings.naming import ON_SITE
from livecompact.kinds.schema import schema
from livecompact.people.roles import Role
from tests.dealings.making import charity, council
from tests.harness.people import holder

__all__ = ["holder"]

pytestmark = pytest.mark.usefixtures("compacts")
UPLOAD = 'href="/hertfordshire/upload/awards"'


@pytest.mark.parametrize("part", ["awards", "consultations", "exit-plans"])
def test_each_list_hands_over_its_template_its_columns_and_its_schema(part):
    here, of = f"/hertfordshire/{part}", ON_SITE[part]
    page = Client().get(here).text
    assert all(f'href="{here}/{each}"' in page for each in ("template.csv", "columns.csv", "schema.json"))

    template = Client().get(f"{here}/template.csv").content.decode("utf-8-sig")
    columns = Client().get(f"{here}/columns.csv").content.decode("utf-8-sig")
    [header] = csv.reader(io.StringIO(template))
    assert header[:2] == ["identifier", "title"]
    assert [row["column"] for row in csv.DictReader(io.StringIO(columns))] == header
    assert json.loads(Client().get(f"{here}/schema.json").content) == schema(of)


@pytest.mark.parametrize(("who", "may"), [(council, True), (charity, False)])
def test_only_who_may_upload_a_list_is_led_there(client, holder, who, may):
    client.force_login(holder(Role.REPRESENTATIVE, organisation=who().slug))

    assert (UPLOAD in client.get("/hertfordshire/awards").text) is may
    assert "/hertfordshire/upload/" not in client.get("/hertfordshire/surveys").text
    assert UPLOAD not in Client().get("/hertfordshire/awards").text
