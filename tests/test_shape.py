"""The shape of the project: what stands where, and what must stand nowhere."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

import livecompact

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "livecompact"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted(path for path in (ROOT / "script").iterdir() if path.is_file())
MADE = {"build", "__pycache__"}  # by the scripts; so are the hidden folders, but one

JUNK_DRAWERS = {"utils", "helpers", "common", "core", "services"}
# Written so that this file does not name what it looks for.
MACHINE = re.compile(r"(?<![\w.-])/(r[o]ot|w[o]rk|t[m]p|home/\w+|Users/\w+)/")
REGISTRY = re.compile(r"pypi\.[o]rg|pyth[o]nhosted|registry\.[n]pmjs|deb\.[d]ebian")


def texts_of_the_project() -> Iterator[tuple[str, str]]:
    """Every text file that git has or would take, by its path from the root."""
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name == ".ci" or not (name in MADE or name.startswith("."))]
        for name in names:
            path = Path(folder, name)
            try:
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue  # a picture, or a sample in another encoding


def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_no_room_is_a_junk_drawer():
    named = {part.removesuffix(".py") for module in MODULES for part in module.relative_to(ROOT).parts}

    assert not named & JUNK_DRAWERS


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_module_tells_its_duty_and_is_not_swollen(module):
    source = module.read_text(encoding="utf-8")

    assert ast.get_docstring(ast.parse(source)), "say in one sentence what the module is for"
    if module.parent.name != "migrations":  # Django writes those
        assert len(source.splitlines()) <= 400, "a file that grows too big becomes a folder of the same name"


def test_nothing_names_a_machine():
    named = {path: found[0] for path, text in texts_of_the_project() if (found := MACHINE.search(text))}

    assert named == {}


def test_nothing_names_a_registry_but_the_lock():
    named = {path for path, text in texts_of_the_project() if REGISTRY.search(text)}

    assert named == {"uv.lock"}


def test_no_python_version_is_fixed_for_pyenv():
    assert not list(ROOT.glob(".python-version*"))  # it hides Pythons that would do, and uv (docs/how-to/set-up.md)


def test_the_version_is_one():
    assert pyproject()["project"]["version"] == livecompact.__version__


def test_every_dependency_says_why_it_is_there():
    project = pyproject()
    wanted = [
        *project["project"]["dependencies"],
        *(line for group in project["dependency-groups"].values() for line in group),
    ]
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()

    for dependency in wanted:
        assert any(re.match(rf'  "{re.escape(dependency)}", *# \w', line) for line in lines), dependency


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_described(script):
    assert f"\n## script/{script.name}\n" in (ROOT / "docs/reference/scripts.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("script", [path for path in SCRIPTS if not path.suffix], ids=lambda path: path.name)
def test_a_script_runs_in_any_posix_shell_and_stops_at_a_fault(script):
    lines = script.read_text(encoding="utf-8").splitlines()

    assert lines[0] == "#!/bin/sh"
    assert "set -eu" in lines
    assert os.access(script, os.X_OK)
    subprocess.run(["sh", "-n", script], check=True)


def test_a_wheel_carries_everything_that_is_in_the_package(tmp_path):
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", tmp_path]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)

    [wheel] = tmp_path.glob("*.whl")
    carried = {name for name in ZipFile(wheel).namelist() if name.startswith("livecompact/")}

    in_package = (path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    assert carried == {path.relative_to(ROOT).as_posix() for path in in_package}
    assert "livecompact/py.typed" in carried
    assert "livecompact/agreements/data/hertfordshire/agreement.toml" in carried
