"""The public extract of the register of charities, made up: the real layout, and charities that are not there."""

import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FIRST = (
    *("Ambleford", "Brindlewick", "Hartsmere", "Netherfold", "Osterfold", "Quillmoor", "Tamsley", "Wendlebury"),
    *("Pellowby", "Larchdene", "Marlstow", "Kettlemoor", "Ravensholt", "Upper Sallow", "Eastwick", "Fenbrook"),
)
MIDDLE = ("Community", "Youth", "Carers", "Elders", "Village", "Heritage", "Refugee", "Sports", "Music", "Family")
LAST = ("Association", "Trust", "Fund", "Society", "Hall", "Project", "Group", "Foundation", "Centre", "Almshouses")


def charity(number: int, **told: Any) -> dict[str, Any]:
    """A row of publicextract.charity; the columns and their order are the register's."""
    row = {
        "date_of_extract": "2026-11-20T00:00:00",
        "organisation_number": number,
        "registered_charity_number": number,
        "linked_charity_number": 0,
        "charity_name": f"Charity {number}",
        "charity_type": "Trust",
        "charity_registration_status": "Registered",
        "date_of_registration": "1994-02-01T00:00:00",
        "date_of_removal": None,
        "charity_reporting_status": "Submission Received",
        "latest_acc_fin_period_start_date": "2024-04-01T00:00:00",
        "latest_acc_fin_period_end_date": "2025-03-31T00:00:00",
        "latest_income": 25000.0,
        "latest_expenditure": 24000.0,
        "charity_contact_address1": "1 Example Street",
        "charity_contact_address2": "Hartsmere",
        "charity_contact_address3": None,
        "charity_contact_address4": None,
        "charity_contact_address5": None,
        "charity_contact_postcode": "ZZ1 1ZZ",
        "charity_contact_phone": "01632 960000",
        "charity_contact_email": "office@example.org",
        "charity_contact_web": "www.example.org",
        "charity_company_registration_number": None,
        "charity_insolvent": False,
        "charity_in_administration": False,
        "charity_previously_excepted": False,
        "charity_is_cdf_or_cif": None,
        "charity_is_cio": False,
        "cio_is_dissolved": None,
        "date_cio_dissolution_notice": None,
        "charity_activities": "It helps people.",
        "charity_gift_aid": True,
        "charity_has_land": False,
    }
    return row | told


def many(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """So many charities with names that share their words, as real ones do; two in five were removed."""
    chance = random.Random(seed)  # noqa: S311 (it invents names)
    for number in range(9_000_000, 9_000_000 + count):
        removed = chance.random() < 0.4
        told = {"charity_registration_status": "Removed", "date_of_removal": "2011-05-04T00:00:00"} if removed else {}
        name = f"{chance.choice(FIRST)} {chance.choice(MIDDLE)} {chance.choice(LAST)} {chance.randrange(count)}"
        postcode = f"ZZ{chance.randrange(1, 90)} {chance.randrange(10)}ZZ"
        yield charity(number, charity_name=name.upper(), charity_contact_postcode=postcode, **told)


def write(path: Path, rows: Iterator[dict[str, Any]] | list[dict[str, Any]], *, zipped: bool = False) -> Path:
    """An extract as it is downloaded: one list, with the mark of UTF-8 at its beginning."""
    inside = path.with_suffix(".json")
    with inside.open("w", encoding="utf-8-sig") as out:
        for place, row in enumerate(rows):
            out.write(("[" if not place else ",\n") + json.dumps(row))
        out.write("]")
    if not zipped:
        return inside
    with zipfile.ZipFile(path.with_suffix(".zip"), "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inside, "publicextract.charity.json")
    inside.unlink()
    return path.with_suffix(".zip")
