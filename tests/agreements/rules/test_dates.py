"""Nothing ends before it begins, and on no day do two editions hold."""

import shutil

import pytest

from tests.agreements.folders import HERE, STANDARDS, TRIAL, Folder, changed

EDITION = "2025/edition.toml"
START = '\nfrom = "not known"\nuntil = "not known"\nreview_by = "not known"'


def dated(folder: Folder, edition: str, start: str, end: str, review: str = '"not known"') -> None:
    folder.change(f"{edition}/edition.toml", START, f"\nfrom = {start}\nuntil = {end}\nreview_by = {review}")


def second_edition(folder: Folder) -> None:
    shutil.copytree(folder.path / "2025", folder.path / "2030")
    folder.change("2030/edition.toml", 'id = "2025"', 'id = "2030"')


def test_an_edition_ends_after_it_began(folder):
    dated(folder, "2025", "2025-04-01", f"2025-03-31 {HERE}")

    assert folder.told() == [
        (
            EDITION,
            folder.line(EDITION, HERE),
            "It ends on 2025-03-31, before it begins on 2025-04-01.",
            "Mend `from` or `until`.",
        )
    ]


def test_an_edition_is_reviewed_after_it_began(folder):
    dated(folder, "2025", "2025-04-01", '"not known"', f"2025-03-31 {HERE}")

    assert folder.told() == [
        (
            EDITION,
            folder.line(EDITION, HERE),
            "It is to be reviewed by 2025-03-31, before it begins on 2025-04-01.",
            "Mend `from` or `review_by`.",
        )
    ]


def test_an_edition_may_hold_for_one_day(folder):
    dated(folder, "2025", "2025-04-01", "2025-04-01")

    assert folder.mistakes() == []


@pytest.mark.parametrize(
    ("start", "end", "wrong"),
    [
        ('"2018"', '"2016"', True),
        ("2018-05-01", '"2017"', True),
        ("2018-05-01", '"2018"', False),
        ('"2018"', "2018-05-01", False),
        ('"2018"', "2017-12-31", True),
        ("2018-05-02", "2018-05-01", True),
        ('"not known"', '"2016"', False),
    ],
)
def test_a_group_ends_after_it_began_as_far_as_the_text_tells(folder, start, end, wrong):
    ending = 'to ask for advice."\nstate = "not known"\n'
    folder.change(
        "agreement.toml",
        f'{ending}from = "not known"\nuntil = "not known"',
        f"{ending}from = {start}\nuntil = {end} {HERE}",
    )

    says = f"It ends on {end.strip('"')}, before it begins on {start.strip('"')}."
    told = [("agreement.toml", folder.line("agreement.toml", HERE), says, "Mend `from` or `until`.")]
    assert folder.told() == (told if wrong else [])


def test_a_standard_ends_after_it_began(folder):
    folder.add(
        STANDARDS,
        changed(TRIAL, ('due = "closes"\n', f'due = "closes"\nsince = 2026-01-01\nuntil = 2025-01-01 {HERE}\n')),
    )

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            "It ends on 2025-01-01, before it begins on 2026-01-01.",
            "Mend `since` or `until`.",
        )
    ]


@pytest.mark.parametrize(("end", "wrong"), [("2030-03-31", False), ("2030-04-01", True), ('"not known"', False)])
def test_an_edition_begins_after_the_one_before_has_ended(folder, end, wrong):
    second_edition(folder)
    dated(folder, "2025", "2025-04-01", end)
    dated(folder, "2030", f"2030-04-01 {HERE}", '"not known"')

    says = "Edition 2030 begins on 2030-04-01, while 2025 holds until 2030-04-01."
    told = [("2030/edition.toml", folder.line("2030/edition.toml", HERE), says, "Let one end before the other begins.")]
    assert folder.told() == (told if wrong else [])


def test_two_editions_do_not_begin_on_one_day(folder):
    second_edition(folder)
    dated(folder, "2025", "2030-04-01", '"not known"')
    dated(folder, "2030", f"2030-04-01 {HERE}", '"not known"')

    says = "Editions 2025 and 2030 both begin on 2030-04-01."
    assert folder.told() == [
        ("2030/edition.toml", folder.line("2030/edition.toml", HERE), says, "Let one begin later.")
    ]


def test_an_edition_whose_start_is_not_known_may_stand_before_another(folder):
    second_edition(folder)
    dated(folder, "2030", "2030-04-01", '"not known"')

    assert folder.mistakes() == []


def test_two_editions_may_both_say_nothing_of_their_start(folder):
    second_edition(folder)

    assert folder.mistakes() == []
