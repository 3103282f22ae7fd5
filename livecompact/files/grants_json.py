"""A JSON record as cells under headings: 360Giving's members by the titles of its spreadsheets, others by name."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

type Titles = Mapping[str, str | tuple[str, Titles]]

DATES: Titles = {"startDate": "Start Date", "endDate": "End Date", "duration": "Duration (months)"}
ORGANISATION: Titles = {
    "id": "Identifier",
    "name": "Name",
    "department": "Department",
    "charityNumber": "Charity Number",
    "companyNumber": "Company Number",
    "postalCode": "Postal Code",
}
PROGRAMME: Titles = {"code": "Code", "title": "Title", "description": "Description", "url": "URL"}
TITLES: Titles = {
    "id": "Identifier",
    "title": "Title",
    "description": "Description",
    "currency": "Currency",
    "amountAppliedFor": "Amount Applied For",
    "amountAwarded": "Amount Awarded",
    "amountDisbursed": "Amount Disbursed",
    "awardDate": "Award Date",
    "url": "URL",
    "plannedDates": ("Planned Dates", DATES),
    "actualDates": ("Actual Dates", DATES),
    "recipientOrganization": ("Recipient Org", ORGANISATION),
    "recipientIndividual": ("Recipient Ind", {"id": "Identifier", "name": "Name"}),
    "fundingOrganization": ("Funding Org", ORGANISATION),
    "grantProgramme": ("Grant Programme", PROGRAMME),
    "fromOpenCall": "From An Open Call?",
    "dateModified": "Last Modified",
    "dataSource": "Data Source",
    "regrantType": "For Regrant Type",
    "locationScope": "Location Scope",
}
"""The titles of the 360Giving schema, for the members that people may want to see told."""


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
    for heading, value in _leaves(record, TITLES, "", several):
        cells.setdefault(heading, value)
    return Flat(cells, tuple(several))


def _leaves(record: Mapping[str, object], titles: Titles, before: str, several: list[str]) -> Iterator[tuple[str, str]]:
    for key, value in record.items():
        title, inner = _title(titles, str(key))
        heading = before + title
        if isinstance(value, list):
            if len(value) > 1:
                several.append(heading)
            value = value[0] if value else None  # noqa: PLW2901
        if isinstance(value, dict) and not before:
            yield from _leaves(value, inner, f"{heading}:", several)
        else:
            yield heading, "" if isinstance(value, dict | list) else _text(value)


def _title(titles: Titles, key: str) -> tuple[str, Titles]:
    found = titles.get(key, key)
    return (found, {}) if isinstance(found, str) else found


def _text(value: object) -> str:
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
