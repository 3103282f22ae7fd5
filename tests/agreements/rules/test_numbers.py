"""An area's number counts only once the area has agreed it."""

import pytest

from tests.agreements.folders import HERE, LOCAL, STANDARDS, TRIAL, Folder, changed

SUGGESTED = 'suggested = "12 weeks"\n'
ADOPTED = 'adopted = { on = 2026-04-01, by = "Forum", minute = "Minute 4" }'
KEPT = 'for_at_least = "12 weeks"'


def only(folder: Folder, text: str) -> tuple[str, str]:
    folder.add(STANDARDS, text)
    [(file, line, says, mend)] = folder.told()
    assert (file, line) == (STANDARDS, folder.line(STANDARDS, HERE))
    return says, mend


def test_a_suggestion_is_no_number(folder):
    folder.add(STANDARDS, LOCAL)

    assert folder.mistakes() == []


def test_a_number_with_its_decision_is_right(folder):
    folder.add(STANDARDS, changed(LOCAL, (SUGGESTED, f'{SUGGESTED}number = "12 weeks"\n{ADOPTED}\n')))

    assert folder.mistakes() == []


def test_a_number_that_nobody_adopted_is_told(folder):
    assert only(folder, changed(LOCAL, (SUGGESTED, f'{SUGGESTED}number = "12 weeks" {HERE}\n'))) == (
        "“trial” has a local number, but nobody has adopted it.",
        'Add adopted = { on = 2026-04-01, by = "…", minute = "…" }, or call the number `suggested`.',
    )


def test_a_decision_that_names_no_number_does_not_adopt_the_suggestion(folder):
    assert only(folder, changed(LOCAL, (SUGGESTED, f"{SUGGESTED}{ADOPTED} {HERE}\n"))) == (
        "“trial” is adopted, but does not say with which number.",
        'Add number = "12 weeks", or what else was agreed.',
    )


def test_a_local_order_is_adopted_without_a_number(folder):
    order = (
        (SUGGESTED, f"{ADOPTED}\n"),
        ('for_at_least = "{suggested}"', KEPT),
        ("for {suggested}.", "for 12 weeks."),
    )
    folder.add(STANDARDS, changed(LOCAL, *order))

    assert folder.mistakes() == []


@pytest.mark.parametrize("line", ['number = "12 weeks"', 'suggested = "12 weeks"'])
def test_a_number_that_no_test_uses_is_told(folder, line):
    text = changed(
        LOCAL,
        (SUGGESTED, f"{line} {HERE}\n{ADOPTED if line.startswith('number') else ''}\n"),
        ('for_at_least = "{suggested}"', KEPT),
    )

    says, mend = only(folder, text)

    assert says == f"“trial” gives a `{line.split()[0]}` that none of its tests uses."
    assert mend == "Write {suggested} in a test, or take the number away."


@pytest.mark.parametrize("basis", ["text", "prompt"])
@pytest.mark.parametrize("line", ['number = "12 weeks"', SUGGESTED.strip(), ADOPTED])
def test_only_a_local_standard_has_a_number_apart_from_its_test(folder, basis, line):
    text = changed(TRIAL, ('basis = "text"', f'basis = "{basis}"\n{line} {HERE}'))
    folder.add(STANDARDS, text)

    assert (
        STANDARDS,
        folder.line(STANDARDS, HERE),
        f"“trial” is not local, so it has no `{line.split()[0]}`.",
        'Write basis = "local", or take it away.',
    ) in folder.told()


def test_a_standard_out_of_the_text_names_its_number(folder):
    order = ('due = "closes"\n', 'due = "{suggested} after closes"\n')

    assert only(folder, changed(TRIAL, ('basis = "text"', f'basis = "text" {HERE}'), order)) == (
        "“trial” leaves its number to the area with {suggested}, but is not local.",
        'Write basis = "local", or the number itself.',
    )
