"""The guides for whoever runs a site name commands, settings and units that are there."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import typer

from livecompact.cli import app
from livecompact.web import settings_shown

GUIDES = [Path("docs/how-to") / name for name in ("what-it-asks.md", "your-compact-online.md")]
FENCED = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
RUN = re.compile(r"(?:^(?:[A-Z_]+=\S+ )*|/bin/)livecompact ([a-z]+)(.*)")
UNIT = re.compile(r"# /etc/systemd/system/(\S+)\n(.*)", re.DOTALL)
OURS = re.compile(r"/opt/livecompact/bin/livecompact \w+.*")

by_guide = pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)


def commands():
    return typer.main.get_command(app).commands  # type: ignore[attr-defined]  # it is a group


def said_in_code(guide):
    text = guide.read_text(encoding="utf-8")
    return [
        *re.findall(r"`([^`\n]+)`", text),
        *(line for _, code in FENCED.findall(text) for line in code.splitlines()),
    ]


@by_guide
def test_a_guide_names_commands_and_options_that_are_there(guide):
    named = [found for line in said_in_code(guide) for found in RUN.findall(line)]

    assert len(named) > 5
    for name, rest in named:
        assert name in commands(), name
        there = [option for each in commands()[name].params for option in [*each.opts, *each.secondary_opts]]
        if not hasattr(commands()[name], "commands"):
            assert set(re.findall(r"--[a-z-]+", rest)) <= set(there), (name, rest)


@by_guide
def test_a_guide_names_settings_that_are_there(guide):
    named = set(re.findall(r"LIVECOMPACT_[A-Z_]+|DATABASE_URL", guide.read_text(encoding="utf-8")))

    assert named <= {each.name for each in settings_shown.settings()}


def test_the_units_of_the_guide_are_whole(tmp_path):
    if not shutil.which("systemd-analyze"):
        pytest.skip("systemd-analyze is not here")
    code = [code for kind, code in FENCED.findall(GUIDES[0].read_text(encoding="utf-8")) if kind == "ini"]
    units = {found[1]: found[2] for text in code if (found := UNIT.fullmatch(text))}
    for name, text in units.items():
        (tmp_path / name).write_text(OURS.sub("/bin/true", text))

    done = subprocess.run(
        ["systemd-analyze", "verify", "--recursive-errors=no", *(tmp_path / name for name in units)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )

    assert set(units) == {
        f"livecompact{rest}" for rest in (".service", "-worker.service", "-backup.service", "-backup.timer")
    }
    complaints = [line for line in done.stderr.splitlines() if "livecompact" in line]
    assert (done.returncode, complaints) == (0, [])
