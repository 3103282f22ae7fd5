"""Makes the picture of a report that the README shows, from the samples.

CHROMIUM=$(script/chromium) .venv/bin/python docs/images/make.py, once script/python-env browser has been run.
"""

import os
import tempfile
from datetime import date
from pathlib import Path

from playwright.sync_api import sync_playwright

from livecompact.files import check_command

ROOT = Path(__file__).parents[2]
WIDTH, HEIGHT = 900, 1330


def main() -> None:
    """Check the sample consultations and take the head of the report."""
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
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.goto(report.as_uri())
        page.screenshot(path=ROOT / "docs/images/report.png")


if __name__ == "__main__":
    main()
