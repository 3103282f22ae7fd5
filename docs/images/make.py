"""Makes the pictures that the README shows: of a report on the samples, and of the board of a demonstration.

CHROMIUM=$(script/chromium) .venv/bin/python docs/images/make.py [ADDRESS], once script/python-env browser has been run.
ADDRESS is that of a running `livecompact demo`; without it only the report is taken.
"""

import os
import sys
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from livecompact.files import check_command

ROOT = Path(__file__).parents[2]
REPORT = (900, 1330)
BOARD = (1060, 960)


def main() -> None:
    """Check the sample consultations and take the head of the report; then the board, where a site is named."""
    samples = ROOT / "samples"
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as driver:
        report = Path(folder) / "report.html"
        check_command.run(
            [samples / "consultations.csv"],
            compact="hertfordshire",
            today=date(2026, 11, 22),
            bound=samples / "signed.csv",
            to=report,
            quiet=True,
        )
        browser = driver.chromium.launch(executable_path=os.environ["CHROMIUM"], args=["--no-sandbox"])
        take(browser, report.as_uri(), "report.png", REPORT)
        for site in sys.argv[1:]:
            take(browser, f"{site.rstrip('/')}/hertfordshire/board", "board.png", BOARD)


def take(browser: Browser, address: str, name: str, size: tuple[int, int]) -> None:
    """Take the head of a page as a picture of that name and size."""
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    page.goto(address)
    page.screenshot(path=ROOT / "docs/images" / name)


if __name__ == "__main__":
    main()
