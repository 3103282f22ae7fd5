"""Standards speak of facts that their kind of dealing has, as the type that they are."""

import pytest

from livecompact import kinds
from tests.agreements.folders import HERE, STANDARDS, TRIAL, Folder, changed

FACTS = f"Its facts are {', '.join(kinds.kind('consultation').by_name)}."
KEPT = 'kept = { open_from = "opens", to = "closes", for_at_least = "12 weeks" }'
LAST = TRIAL[TRIAL.index("example") :]


def told(folder: Folder, *changes: tuple[str, str]) -> list[tuple[str, int, str, str]]:
    folder.add(STANDARDS, changed(TRIAL, *changes))
    return [found for found in folder.told() if "the example" not in found[2]]


def test_a_fact_that_is_unknown_is_told_on_its_own_line(folder):
    found = told(
        folder,
        (KEPT, f'kept = {{ any_of = [\n  {{ stated = "themes" }},\n  {{ stated = ["themes", "opend"] }}, {HERE}\n] }}'),
    )

    says = "“trial” speaks of “opend”, which no consultation has."
    assert found == [(STANDARDS, folder.line(STANDARDS, HERE), says, f"Perhaps “opens” is meant. {FACTS}")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('unless = { stated = "reason_for_shorter_time" }', f'unless = {{ stated = "why" }} {HERE}'),
        (KEPT, f'{KEPT}\nwhen = {{ holds = ["formal", "why"] }} {HERE}'),
        ('due = "closes"\n', f'due = [ "closes",\n"2 weeks after why" ] {HERE}\n'),
    ],
)
def test_each_part_of_a_standard_is_looked_at(folder, old, new):
    [(_, line, says, mend)] = told(folder, (old, new))

    assert says == "“trial” speaks of “why”, which no consultation has."
    assert mend == FACTS
    assert line in {folder.line(STANDARDS, HERE), folder.line(STANDARDS, HERE) - 1}


@pytest.mark.parametrize(
    ("test", "says"),
    [
        ('holds = "opens"', "“trial” takes “opens” for a flag, but it is a date."),
        ('does_not_hold = "themes"', "“trial” takes “themes” for a flag, but it is a number."),
        ('fact = "opens", at_least = 3', "“trial” takes “opens” for a number, but it is a date."),
        ('fact = "formal", later_than = "opens"', "“trial” takes “formal” for a date, but it is a flag."),
        ('fact = "opens", later_than = "1 day after themes"', "“trial” takes “themes” for a date, but it is a number."),
        ('fact = "opens", one_of = ["soon"]', "“trial” takes “opens” for a choice, but it is a date."),
        (
            'open_from = "opens", to = "formal", for_at_least = "1 day"',
            "“trial” takes “formal” for a date, but it is a flag.",
        ),
    ],
)
def test_a_fact_of_another_type_is_told(folder, test, says):
    found = told(folder, ('stated = "reason_for_shorter_time" }', f"{test} }} {HERE}"))

    assert (STANDARDS, folder.line(STANDARDS, HERE), says, "Use a word that suits it.") in found


def test_a_choice_that_a_fact_never_has_is_told(folder):
    folder.add(
        STANDARDS,
        changed(
            TRIAL,
            ('of = "consultation"', 'of = "funding-change"'),
            ('"2.1"', '"4.2"'),
            (KEPT, f'kept = {{ fact = "change", one_of = ["reducd", "ended"] }} {HERE}'),
            ('unless = { stated = "reason_for_shorter_time" }\n', ""),
            ('due = "closes"\n', ""),
            ("given = { opens = 2025-03-03, closes = 2025-05-25 }", 'given = { change = "ended" }'),
            ("given = { opens = 2025-03-03 }", "given = { }"),
        ),
    )

    found = folder.only_mistake()
    assert found.line == folder.line(STANDARDS, HERE)
    assert found.says == "“trial” speaks of “reducd”, which `change` never is."
    assert found.mend.startswith("Perhaps “reduced” is meant. Its choices are ")
