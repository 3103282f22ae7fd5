"""The locks say what pyproject.toml asks for, all three the same: checked without uv and without a network."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
PUBLIC_INDEX = re.compile(r"https://(pypi\.[o]rg/simple|files\.pyth[o]nhosted\.org/packages/.*)")

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKED = {
    package["name"]: package for package in tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))["package"]
}
PROJECT = LOCKED["livecompact"]


def squeezed(requirement: str) -> tuple[str, frozenset[str]]:
    """A requirement's name and its limits, whatever their order and spaces; for which machines is left out.

    >>> squeezed("rich>=15, <16") == squeezed("rich[all] <16,>=15; sys_platform == 'linux'")
    True
    """
    [(name, limits)] = re.findall(r"^([\w.-]+)(?:\[[\w,-]+\])? *([^;]*)", requirement)
    return name, frozenset(limits.replace(" ", "").split(","))


def written(requirements: list[str]) -> set[tuple[str, frozenset[str]]]:
    return {squeezed(requirement) for requirement in requirements}


def asked(entries: list[dict[str, str]]) -> set[tuple[str, frozenset[str]]]:
    return {squeezed(entry["name"] + entry.get("specifier", "")) for entry in entries}


def listed(name: str) -> dict[str, tuple[str, set[str]]]:
    """The versions and hashes of a requirements file, by package."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = re.findall(r"^([\w.-]+)==(\S+)(.*)$", text, flags=re.MULTILINE)
    return {package: (version, set(re.findall(r"--hash=(\S+)", rest))) for package, version, rest in lines}


def reached(*starts: list[dict[str, Any]]) -> set[str]:
    """Every package that some dependencies bring in, with their extras, and those that they bring in."""
    names: set[str] = set()
    waiting = [entry for start in starts for entry in start]
    while waiting:
        entry = waiting.pop()
        package = LOCKED[entry["name"]]
        for extra in entry.get("extra", []):
            waiting += package["optional-dependencies"][extra]
        if entry["name"] not in names:
            names.add(entry["name"])
            waiting += package.get("dependencies", [])
    return names


def hashes(package: dict[str, Any]) -> set[str]:
    files = [*package.get("wheels", []), *([package["sdist"]] if "sdist" in package else [])]
    return {file["hash"] for file in files}


def test_uv_lock_was_made_for_what_pyproject_asks():
    metadata = PROJECT["metadata"]

    extras = PYPROJECT["project"].get("optional-dependencies", {})
    needed = [*PYPROJECT["project"]["dependencies"], *(line for lines in extras.values() for line in lines)]
    assert asked(metadata["requires-dist"]) == written(needed)
    groups = {name: asked(entries) for name, entries in metadata["requires-dev"].items()}
    assert groups == {name: written(lines) for name, lines in PYPROJECT["dependency-groups"].items()}


GROUPS = PROJECT["dev-dependencies"]


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("requirements.lock", [PROJECT["dependencies"], GROUPS["dev"], GROUPS["docs"]]),
        ("requirements-browser.lock", [GROUPS["browser"]]),
    ],
)
def test_a_list_with_hashes_is_what_uv_lock_says(name, starts):
    expected = {package: (LOCKED[package]["version"], hashes(LOCKED[package])) for package in reached(*starts)}

    assert listed(name) == expected


def test_a_list_with_hashes_names_no_address():
    for name in ("requirements.lock", "requirements-browser.lock"):
        assert not re.search(
            r"https?:|file:|--(extra-)?index-url|--find-links", (ROOT / name).read_text(encoding="utf-8")
        )


def test_uv_lock_names_the_public_index_and_no_other():
    named = re.findall(r'(?:registry|url|path) = "([^"]*)"', (ROOT / "uv.lock").read_text(encoding="utf-8"))

    assert [address for address in named if not PUBLIC_INDEX.fullmatch(address)] == []
    assert len(named) > 100
