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
FIRST_YEAR, LAST_YEAR = 1990, 2050
STORE = Path(__file__).parent.parent / "livecompact" / "standards" / "calendars"


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
        published = [(date.fromisoformat(e["date"]), e["title"].replace("’", "'")) for e in division["events"]]
        with (folder / f"{nation}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["day", "name", "certainty"])
            writer.writerows(rows(nation, published))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
