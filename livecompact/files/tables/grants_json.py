"""A JSON record as cells under headings: 360Giving's members by the titles of its spreadsheets, others by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

DATES = {"startDate": "Start Date", "endDate": "End Date", "duration": "Duration (months)"}
ORGANISATION = {
    "id": "Identifier",
    "name": "Name",
    "department": "Department",
    "charityNumber": "Charity Number",
    "companyNumber": "Company Number",
    "streetAddress": "Street Address",
    "addressLocality": "City",
    "addressRegion": "County",
    "addressCountry": "Country",
    "postalCode": "Postal Code",
    "description": "Description",
    "url": "Web Address",
}
TITLES = {
    "id": "Identifier",
    "title": "Title",
    "description": "Description",
    "currency": "Currency",
    "amountAppliedFor": "Amount Applied For",
    "amountAwarded": "Amount Awarded",
    "amountDisbursed": "Amount Disbursed",
    "awardDate": "Award Date",
    "url": "URL",
    "plannedDates": "Planned Dates",
    "actualDates": "Actual Dates",
    "recipientOrganization": "Recipient Org",
    "recipientIndividual": "Recipient Ind",
    "fundingOrganization": "Funding Org",
    "beneficiaryLocation": "Beneficiary Location",
    "grantProgramme": "Grant Programme",
    "fromOpenCall": "From An Open Call?",
    "dateModified": "Last Modified",
    "dataSource": "Data Source",
    "regrantType": "For Regrant Type",
    "locationScope": "Location Scope",
}
"""The titles of the 360Giving schema for the members of a grant, and below for those of its groups."""
GROUPS = {
    "plannedDates": DATES,
    "actualDates": DATES,
    "recipientOrganization": ORGANISATION,
    "recipientIndividual": {"id": "Identifier", "name": "Name"},
    "fundingOrganization": ORGANISATION,
    "beneficiaryLocation": {
        "name": "Name",
        "countryCode": "Country Code",
        "geoCode": "Geographic Code",
        "geoCodeType": "Geographic Code Type",
    },
    "grantProgramme": {"code": "Code", "title": "Title", "description": "Description", "url": "URL"},
}


@dataclass(frozen=True)
class Flat:
    """A record as texts by heading, and the headings of lists with more than one thing, of which the first is read."""

    cells: Mapping[str, str]
    several: tuple[str, ...]


def flat(record: Mapping[str, object]) -> Flat:
    """A record's cells: of a list the first, of what lies deeper than we read its name alone.

    >>> flat({"awardDate": "2025-02-01", "plannedDates": [{"duration": "12"}], "x": {"y": {"z": 1}}}).cells
    {'Award Date': '2025-02-01', 'Planned Dates:Duration (months)': '12', 'x:y': ''}
    """
    cells: dict[str, str] = {}
    several: list[str] = []
    _fill(cells, several, record, None)
    return Flat(cells, tuple(several))


def _fill(cells: dict[str, str], several: list[str], record: Mapping[str, object], group: str | None) -> None:
    """Add a record's cells; `group` is the member of the whole record that it is, None where it is the whole."""
    for key, value in record.items():
        heading = _heading(group, key)
        if isinstance(value, str):
            cells.setdefault(heading, value)
            continue
        if isinstance(value, list):
            if len(value) > 1:
                several.append(heading)
            value = value[0] if value else None  # noqa: PLW2901 (a list stands for its first)
        if isinstance(value, dict) and group is None:
            _fill(cells, several, value, key)
        else:
            cells.setdefault(heading, _text(value))


@lru_cache(maxsize=10_000)
def _heading(group: str | None, key: str) -> str:
    """The heading of a member, of the whole record or of a group in it."""
    if group is None:
        return TITLES.get(key, key)
    return f"{_heading(None, group)}:{GROUPS.get(group, {}).get(key, key)}"


def _text(value: object) -> str:
    if value is None or isinstance(value, dict | list):
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
