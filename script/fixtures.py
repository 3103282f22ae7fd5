"""Takes the official examples of the components that we use out of GOV.UK Frontend, for tests/frame/test_govuk.py.

script/css runs it:  script/fixtures.py FOLDER-OF-COMPONENTS STYLESHEET-SOURCE TO
"""

import gzip
import json
import re
import sys
from pathlib import Path

KEPT = ("name", "options", "html")


def used(sass: str) -> list[str]:
    """The components that our stylesheet holds: no other one may be drawn, since it would have no style."""
    return re.findall(r'@use "govuk/components/([a-z-]+)"', sass)


def examples(components: Path, name: str) -> list[dict[str, object]]:
    """The official examples of one component: the options given, and the HTML that must come of them."""
    said = json.loads((components / name / "fixtures.json").read_text(encoding="utf-8"))
    return [{key: fixture[key] for key in KEPT} for fixture in said["fixtures"]]


def main(components: Path, sass: Path, to: Path) -> None:
    """Write them all as one compressed file, the same bytes each time."""
    found = {name: examples(components, name) for name in used(sass.read_text(encoding="utf-8"))}
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    to.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    print(f"{to}: {sum(map(len, found.values()))} examples of {len(found)} components, {to.stat().st_size} bytes")


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:]))
