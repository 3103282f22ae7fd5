"""Make a new version of the bank-holiday lists from the government's published file.

    .venv/bin/python script/calendars.py bank-holidays.json 2026-11

The file is the one published at https://www.gov.uk/bank-holidays.json. Its days are marked published; the years
before it are computed (holidays, a library of public holidays) and marked so; the years after it are marked expected,
since a government can add or move a day. A version that exists is never written again.
"""

import csv
import json
import sys
from datetime import date
from pathlib import Path

import holidays

SUBDIVISIONS = {"england-and-wales": "ENG", "scotland": "SCT", "northern-ireland": "NIR"}
NAMES = {
    "new_year": "New Year's Day",
    "2nd_january": "2nd January",
    "st_patrick": "St Patrick's Day",
    "good_friday": "Good Friday",
    "easter_monday": "Easter Monday",
    "early_may": "Early May bank holiday",
    "early_may_ve": "Early May bank holiday (VE day)",
    "spring": "Spring bank holiday",
    "battle_boyne": "Battle of the Boyne (Orangemen's Day)",
    "summer": "Summer bank holiday",
    "late_august": "Summer bank holiday",
    "st_andrew": "St Andrew's Day",
    "christmas": "Christmas Day",
    "boxing_day": "Boxing Day",
    "queen_platinum": "Platinum Jubilee bank holiday",
    "queens_bank_holiday": "Bank Holiday for the State Funeral of Queen Elizabeth II",
    "kings_coronation": "Bank holiday for the coronation of King Charles III",
    "world_cup": "Bank holiday for the World Cup",
}
"""The names behind the keys that stand in some published files, such as bank_holidays.good_friday."""
FIRST_YEAR, LAST_YEAR = 1990, 2050
STORE = Path(__file__).parent.parent / "livecompact" / "standards" / "calendars"


def named(title: str) -> str:
    """A holiday's name in words; KeyError where the file has a key that is not known here."""
    key = title.removeprefix("bank_holidays.")
    return title.replace("’", "'") if key == title else NAMES[key]


def rows(nation: str, published: list[tuple[date, str]]) -> list[tuple[date, str, str]]:
    """Every weekday bank holiday of a nation with its name and how it is known, in order of day."""
    years = {day.year for day, _ in published}
    computed = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=range(FIRST_YEAR, LAST_YEAR + 1))
    known = [(day, name, "published") for day, name in published]
    for day, name in computed.items():
        if day.year not in years:
            known.append((day, name, "computed" if day.year < min(years) else "expected"))
    return sorted({day: (day, name, how) for day, name, how in known if day.weekday() < 5}.values())


def main(published_file: str, version: str) -> None:
    """Write one list a nation into the folder of the version."""
    folder = STORE / version
    if folder.exists():
        sys.exit(f"{folder} exists: a published version is never changed; give the new one another name")
    folder.mkdir(parents=True)
    for nation, division in json.loads(Path(published_file).read_text(encoding="utf-8")).items():
        published = [(date.fromisoformat(e["date"]), named(e["title"])) for e in division["events"]]
        with (folder / f"{nation}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["day", "name", "certainty"])
            writer.writerows(rows(nation, published))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
