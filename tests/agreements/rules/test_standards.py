"""Standards can be read, their examples come out right, and no reason or silence counts for more than the text says."""

import pytest

from tests.agreements.folders import HERE, LOCAL, STANDARDS, TRIAL, changed

KEPT = 'kept = { open_from = "opens", to = "closes", for_at_least = "12 weeks" }'
UNLESS = 'unless = { stated = "reason_for_shorter_time" }'


def test_a_standard_on_a_promise_that_is_not_there_is_told(folder):
    folder.add(STANDARDS, changed(TRIAL, ('undertaking = "2.1"', f'undertaking = "9.9" {HERE}')))

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            "Standard “trial” tests promise 9.9, which is not in this edition.",
            "Write the number of a promise.",
        )
    ]


def test_an_example_with_the_wrong_verdict_is_told_on_its_own_line(folder):
    folder.add(STANDARDS, changed(TRIAL, ('verdict = "no evidence" },', f'verdict = "not kept" }}, {HERE}')))

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            "“trial”: the example “Nobody knows when it closed.” says not kept, but it is no evidence.",
            "Mend the example or the standard.",
        )
    ]


def test_an_example_of_a_local_number_is_tried_as_if_it_were_adopted(folder):
    folder.add(STANDARDS, changed(LOCAL, ('verdict = "kept" },', f'verdict = "not kept" }}, {HERE}')))

    assert [(mistake.line, mistake.says) for mistake in folder.mistakes()] == [
        (folder.line(STANDARDS, HERE), "“trial”: the example “Twelve full weeks.” says not kept, but it is kept.")
    ]


@pytest.mark.parametrize("excusable", ["", "excusable = false\n"])
def test_a_reason_excuses_only_where_there_is_a_way_out_that_reaches_it(folder, excusable):
    promise = '"2.1"' if excusable else '"2.2"'
    folder.change("2025/2-having-a-say.toml", 'checks = ["record", "local"]', 'checks = ["record", "local", "text"]')
    folder.add(STANDARDS, changed(TRIAL, ('"2.1"', promise), (UNLESS, f"{excusable}{UNLESS} {HERE}")))
    folder.add(STANDARDS, changed(TRIAL, ('"2.1"', '"2.2"'), ('"trial"', '"text-too"'), (UNLESS, "")))

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            f"“trial” lets a reason excuse, but promise {promise[1:-1]} has no way out here.",
            "Take `unless` away, or name the text's own way_out.",
        )
    ]


@pytest.mark.parametrize(
    ("kept", "key"),
    [
        (f'kept = {{ does_not_hold = "formal" }} {HERE}\n{UNLESS}', "kept"),
        (f'kept = {{ any_of = [ {{ stated = "opens" }}, {{ does_not_hold = "formal" }} ] }} {HERE}\n{UNLESS}', "kept"),
        (f'{KEPT}\nunless = {{ does_not_hold = "formal" }} {HERE}', "unless"),
    ],
)
def test_silence_can_keep_or_excuse_nothing(folder, kept, key):
    folder.add(STANDARDS, changed(TRIAL, (KEPT, kept), (f"\n{UNLESS}\n", '\nsilence = "not kept"\n')))

    assert [found for found in folder.told() if "the example" not in found[2]] == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            "“trial”: silence would meet `does_not_hold`, but silence never speaks for anyone.",
            "Take `silence` away, or ask with `holds`.",
        )
    ], key


def test_a_promise_of_groups_is_not_tested_on_an_act_of_public_bodies(folder):
    folder.change("2025/1-independence.toml", 'checks = ["record"]', 'checks = ["record", "text"]')
    folder.add(
        STANDARDS,
        changed(TRIAL, ('"2.1"', '"1.2"'), (UNLESS, ""), ('of = "consultation"', f'of = "consultation" {HERE}'))
        .replace('"kept" }', '"does not speak" }')
        .replace('"no evidence" }', '"does not speak" }'),
    )

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            "“trial”: promise 1.2 binds the voluntary side, but in the kind consultation the statutory side acts.",
            "Test it on another kind of dealing.",
        )
    ]


LAST = 'given = { opens = 2025-03-03 }, verdict = "no evidence" },'

UNREADABLE = {
    "a word that is not in the language": (
        (KEPT, f'kept = {{ said = "opens" }} {HERE}'),
        "Standard “trial”, `kept`: `said` is not a word of the language.",
    ),
    "a word without its companions, deep inside": (
        (
            KEPT,
            f'kept = {{ all_of = [\n{{ stated = "opens" }},\n{{ any_of = [\n{{ at_least = 3 }}, {HERE}\n] }},\n] }}',
        ),
        "Standard “trial”, `kept`: the test names no fact.",
    ),
    "two words at once": (
        (UNLESS, f'unless = {{ stated = "opens", holds = "formal" }} {HERE}'),
        "Standard “trial”, `unless`: a test says the words stated and holds at once.",
    ),
    "a length of time that is none": (
        (KEPT, f'kept = {{ open_from = "opens", to = "closes", for_at_least = "twelve weeks" }} {HERE}'),
        "Standard “trial”, `kept`: “twelve weeks” is not a period; write a whole number and a unit,",
    ),
    "a due day that is none": (
        ('due = "closes"\n', f'due = "3 months closes" {HERE}\n'),
        "`due` of standard {n} is “3 months closes”.",
    ),
    "an example with a fact that is none": (
        (LAST, LAST.replace("opens", "opend") + f" {HERE}"),
        "Standard “trial”, `example`: “Nobody knows when it closed.” gives opend as “2025-03-03”; a consultation",
    ),
    "an example with a date that is none": (
        (LAST, LAST.replace("2025-03-03", '"March"') + f" {HERE}"),
        "Standard “trial”, `example`: “Nobody knows when it closed.” gives opens as “March”; write a date such as",
    ),
    "an example with a list of what are no tables": (
        (LAST, LAST.replace("2025-03-03 }", '2025-03-03, theme_list = ["bus"] }') + f" {HERE}"),
        "Standard “trial”, `example`: “Nobody knows when it closed.” gives theme_list as “bus”; write a list of tables",
    ),
    "an example with a list of other tables": (
        (LAST, LAST.replace("2025-03-03 }", "2025-03-03, theme_list = [ { line = 1 } ] }") + f" {HERE}"),
        "Standard “trial”, `example`: “Nobody knows when it closed.” gives theme_list as “line”; its tables have theme",
    ),
    "a joint standard narrowed on a promise that is not joint": (
        ('of = "consultation"', f'of = "consultation"\nbinds = "voluntary" {HERE}'),
        "Standard “trial”, `binds`: “voluntary” is no part of “statutory”, which the undertaking binds.",
    ),
}


@pytest.mark.parametrize(("change", "says"), UNREADABLE.values(), ids=UNREADABLE)
def test_a_standard_that_cannot_be_read_is_told_on_the_line_of_the_part(folder, change, says):
    folder.add(STANDARDS, changed(TRIAL, change))

    found = folder.only_mistake()

    assert (found.file, found.line) == (STANDARDS, folder.line(STANDARDS, HERE))
    assert found.says.startswith(says.replace("{n}", str(folder.read(STANDARDS).count("[[standard]]"))))


def test_a_misspelt_part_beside_a_number_of_the_area_is_told_on_its_own_line(folder):
    kept = 'kept = { open_from = "opens", to = "closes", for_at_least = "{suggested}" }'
    order = '{ fact = "closes", later_than = "{suggested} after opens" }'
    folder.add(STANDARDS, changed(LOCAL, (kept, f"kept = {{ all_of = [\n{order},\n{{ stated = 3 }}, {HERE}\n] }}")))

    found = folder.only_mistake()

    assert found.line == folder.line(STANDARDS, HERE)
    assert found.says == "Standard “trial”, `kept`: `stated` lists no names."
