"""The pages of open data, in each state."""

from dataclasses import replace

import pytest
from django.conf import settings

from tests.dealings.due_states import award
from tests.dealings.making import charity, council
from tests.dealings.records import none_yet, records
from tests.harness.compacts import both_compacts
from tests.harness.states import Kind, at


def one_award(patch: pytest.MonkeyPatch) -> None:
    """A grant that is on record, on a site that names a licence."""
    both_compacts(patch)
    patch.setattr(settings, "SITE", replace(settings.SITE, licence="OGL-UK-3.0"))
    award(council(), charity())


STATES = (
    at("data", "/hertfordshire/data", prepare=one_award),
    at("data", "/hertfordshire/data", Kind.EMPTY, prepare=none_yet),
    at("grants.json", "/hertfordshire/data/awards.json", prepare=one_award, html=False),
    at("grants.csv", "/hertfordshire/data/awards.csv", prepare=one_award, html=False),
    at("check_columns.csv", "/hertfordshire/data/checks-columns.csv", prepare=none_yet, html=False),
    at("checks.csv", "/hertfordshire/data/checks.csv", prepare=records, html=False),
    at("compact_calendar", "/hertfordshire/calendar.ics", prepare=records, html=False),
)
