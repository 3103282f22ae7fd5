"""Every setting is told: its value here, its meaning, what holds where it is left out; a password never."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from livecompact.web import settings_shown
from livecompact.web.configuration import Configuration

READ = re.compile(r'"(LIVECOMPACT_[A-Z_]+|DATABASE_URL)"')


def shown(capsys, **environment):
    code = settings_shown.show(environment)
    return code, capsys.readouterr()


def test_each_setting_is_told_with_its_value_its_meaning_and_its_default(capsys):
    code, told = shown(capsys, LIVECOMPACT_WORKERS="4")

    assert code == 0
    assert "LIVECOMPACT_WORKERS=4\n    How many processes serve.\n    If left out: 2\n" in told.out
    assert "LIVECOMPACT_NAME is not set" in told.out
    assert told.out.count("If left out: ") == len(fields(Configuration))


def test_no_password_is_shown(capsys):
    _, told = shown(
        capsys,
        DATABASE_URL="postgresql://ann:hush@db.example.org/compact?password=hush&sslmode=require",
        LIVECOMPACT_MAIL="smtp://name:hush@mail.example.org:587",
    )

    assert "hush" not in told.out
    assert "DATABASE_URL=postgresql://ann:•••@db.example.org/compact?password=•••&sslmode=require" in told.out


def test_a_setting_that_cannot_be_used_is_told(capsys):
    code, told = shown(capsys, LIVECOMPACT_SPARE="much")

    assert (code, told.err) == (2, "LIVECOMPACT_SPARE is “much”. Write a whole number, such as 0.\n")


def test_whatever_is_read_from_the_environment_is_declared():
    read = READ.findall(Path("livecompact/web/configuration.py").read_text(encoding="utf-8"))

    assert set(read) == {each.name for each in settings_shown.settings()}
    assert all(read.count(name) >= 2 for name in read)  # declared, and read


@pytest.mark.parametrize("each", tuple(settings_shown.settings()), ids=lambda each: each.name)
def test_a_setting_with_a_password_in_it_is_marked(each):
    assert each.secret == ("password" in each.says)
