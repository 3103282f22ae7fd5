"""Mistakes in the shape of a file: unknown and missing keys, wrong types, words that are none of the choices."""

from datetime import date

import pytest

from livecompact import agreements, kinds
from livecompact.agreements.schema import PICTURES
from tests.agreements.folders import HERE, PROMISES, STANDARDS, TRIAL, changed

HEAD = "agreement.toml"
EDITION = "2025/edition.toml"
EASY = "2025/easy-read.toml"
BINDS = 'section = "2"\nbinds = "statutory"\nway_out = ["public reason"]'
PARTIES = "Write one of statutory, voluntary, joint."
TEXT = "Write some words in quotation marks."
SLUG = "Write lower-case words joined by hyphens, such as time-to-answer."
DATE = "Write a date of the calendar, such as 2026-04-01."
MAYBE_DATE = 'Write a date of the calendar, such as 2026-04-01, or "not known".'
MAYBE_YEAR = 'Write a date such as 2026-04-01, a year such as "2026", or "not known".'
IDENTIFIER = "Write an identifier of the org-id list, such as GB-CHC-1234567 for a charity or GB-LAE-DAC for a council."


def case(name: str, where: tuple[str, str, str], says: str, mend: str) -> object:
    return pytest.param(where, says, mend, id=name)


PROMISES_WRONG = [
    case(
        "a party that is misspelt",
        (PROMISES, BINDS, f'section = "2"\nbinds = "statuary" {HERE}\nway_out = []'),
        "`binds` of undertaking 1 is “statuary”.",
        f"Perhaps “statutory” is meant. {PARTIES}",
    ),
    case(
        "a party that is unknown",
        (PROMISES, BINDS, f'# a\n\n# b\nsection = "2"\nbinds = "council" {HERE}\nway_out = []'),
        "`binds` of undertaking 1 is “council”.",
        PARTIES,
    ),
    case(
        "a party that is missing",
        (
            PROMISES,
            f'[[undertaking]]\nnumber = "2.1"\nid = "time-to-answer"\nname = "Time to answer consultations"\n{BINDS}',
            f'[[undertaking]] {HERE}\nnumber = "2.1"\nid = "time-to-answer"\nname = "A"\nsection = "2"\nway_out = []',
        ),
        "Undertaking 1 has no `binds`.",
        "Write it as one of statutory, voluntary, joint.",
    ),
    case(
        "a text where a list belongs",
        (PROMISES, 'way_out = ["public reason"]', f'way_out = "public reason" {HERE}'),
        "`way_out` of undertaking 1 is “public reason”.",
        'Write a list of texts, ["…", "…"], or an empty one, [].',
    ),
    case(
        "a blank inside a list over several lines",
        (PROMISES, 'way_out = ["public reason"]', f'way_out = [\n  "public reason", # ]\n  "  ", {HERE}\n]'),
        "Item 2 of `way_out` of undertaking 1 is empty.",
        TEXT,
    ),
    case(
        "a way of checking that is unknown",
        (PROMISES, 'checks = ["text"]', f'checks = [ "text",\n"figures" {HERE}\n ]'),
        "Item 2 of `checks` of undertaking 1 is “figures”.",
        "Perhaps “figure” is meant. Write one of text, local, record, figure, tip, evidence, survey, signing.",
    ),
    case(
        "an empty list",
        (PROMISES, 'checks = ["text"]', f"checks = [] {HERE}"),
        "`checks` of undertaking 1 holds nothing.",
        "Write a list of text, local, record, figure, tip, evidence, survey, signing, those that hold.",
    ),
    case(
        "an id that cannot be an address",
        (PROMISES, 'id = "time-to-answer"', f'id = "2nd-time" {HERE}'),
        "`id` of undertaking 1 is “2nd-time”.",
        SLUG,
    ),
    case(
        "an id that ends in a line break",
        (PROMISES, 'id = "time-to-answer"', f'id = "time-to-answer\\n" {HERE}'),
        "`id` of undertaking 1 is “time-to-answer”.",
        SLUG,
    ),
    case(
        "a number without quotation marks",
        (PROMISES, 'number = "2.1"', f"number = 2.1 {HERE}"),
        "`number` of undertaking 1 is the number 2.1.",
        TEXT,
    ),
    case(
        "a key that is unknown, after a text of several lines that looks like keys",
        (
            PROMISES,
            'note = "Both days are counted."',
            f'note = """\nbinds = "x"\n[[undertaking]]\n"""\nnmae = "?" {HERE}',
        ),
        "`nmae` is not a key of undertaking 1.",
        "Perhaps “name” is meant. The keys are number, id, name, section, binds, way_out, wording, plain, checks, "
        "shown_by, only, note, part_of.",
    ),
    case(
        "an organisation that is no org-id",
        (
            PROMISES,
            'way_out = ["public reason"]',
            f'way_out = []\nonly = [\n  "GB-LAE-DAC",\n  "Dacorum Council", {HERE}\n]',
        ),
        "Item 2 of `only` of undertaking 1 is “Dacorum Council”.",
        IDENTIFIER,
    ),
    case(
        "an org-id in small letters",
        (PROMISES, 'way_out = ["public reason"]', f'way_out = []\nonly = ["gb-lae-DAC"] {HERE}'),
        "Item 1 of `only` of undertaking 1 is “gb-lae-DAC”.",
        IDENTIFIER,
    ),
]
OTHERS_WRONG = [
    case(
        "a date for a name",
        (EDITION, 'name = "The 2025 model"', f"name = 2025-01-01 {HERE}"),
        "`name` is the date 2025-01-01.",
        TEXT,
    ),
    case(
        "a key that is unknown in a table",
        (HEAD, 'gss = ""', f'gss = ""\norg_id = "GB-LAE-HRT" {HERE}'),
        "`org_id` is not a key of `area`.",
        "The keys are name, gss.",
    ),
    case(
        "a key that is unknown at the top",
        (HEAD, "format = 1", f'format = 1\ntitle = "A Compact" {HERE}'),
        "`title` is not a key of this file.",
        "The keys are format, id, name, called, calendar, area, signed_text, parent, reply_window, other_form_window, "
        "who_may_sign, group, about, contact, form.",
    ),
    case(
        "a table that is missing",
        (HEAD, '[area]\nname = "Your area"\ngss = ""', ""),
        "This file has no `area`.",
        "Write it as a table with name.",
    ),
    case(
        "a format of another program",
        (HEAD, "format = 1", f"format = 2 {HERE}"),
        "`format` is the number 2.",
        "Write 1, the format that this program reads.",
    ),
    case(
        "a calendar that is unknown",
        (HEAD, 'calendar = "england-and-wales"', f'calendar = "england" {HERE}'),
        "`calendar` is “england”.",
        "Write one of england-and-wales, scotland, northern-ireland.",
    ),
    case(
        "a reply window without a number",
        (HEAD, 'reply_window = "10 working days"', f'reply_window = "ten days" {HERE}'),
        "`reply_window` is “ten days”.",
        "Write a whole number and a unit, such as 10 working days.",
    ),
    case(
        "a date in words",
        (EDITION, '\nfrom = "not known"', f'\nfrom = "May 2025" {HERE}'),
        "`from` is “May 2025”.",
        MAYBE_DATE,
    ),
    case(
        "a date that no calendar has",
        (EDITION, '\nfrom = "not known"', f'\nfrom = "2025-02-30" {HERE}'),
        "`from` is “2025-02-30”.",
        MAYBE_DATE,
    ),
    case(
        "a time where a date belongs",
        (EDITION, '\nfrom = "not known"', f"\nfrom = 2025-02-03T10:00:00 {HERE}"),
        "`from` is the date 2025-02-03T10:00:00.",
        MAYBE_DATE,
    ),
    case(
        "a year where a date belongs",
        (EDITION, 'review_by = "not known"', f"review_by = 2026 {HERE}"),
        "`review_by` is the number 2026.",
        MAYBE_DATE,
    ),
    case(
        "a group that began in a month",
        (
            HEAD,
            'to ask for advice."\nstate = "not known"\nfrom = "not known"',
            f'to ask."\nstate = "ended"\nfrom = "May" {HERE}',
        ),
        "`from` of group 2 is “May”.",
        MAYBE_YEAR,
    ),
    case(
        "an edition that is not called as its folder",
        (EDITION, 'id = "2025"', f'id = "2026" {HERE}'),
        "This edition is called “2026”, but its folder is 2025.",
        "Give both the same name.",
    ),
    case(
        "a picture that is not there, in the third statement",
        (
            EASY,
            'picture = "people"\nhard_word = "public bodies"',
            f'picture = "dragon" {HERE}\nhard_word = "public bodies"',
        ),
        "`picture` of statement 3 of booklet 1 is “dragon”.",
        f"Write one of {', '.join(PICTURES)}.",
    ),
    case(
        "a statement without its text",
        (EASY, '[[booklet.statement]]\ntext = "A Compact is a list of promises."', f"[[booklet.statement]] {HERE}"),
        "Statement 2 of booklet 1 has no `text`.",
        "Write it as some words in quotation marks.",
    ),
    case(
        "an official text whose number has no quotation marks",
        ("2025/wording.toml", "", f'[official]\n"1.1" = "Words."\n2.1 = "Words." {HERE}\n'),
        "`2` of `official` is a table.",
        'Put the number in quotation marks: "2.4" = "…".',
    ),
    case(
        "a code of practice in no known state",
        (
            "codes/giving.toml",
            "",
            f'id = "giving"\nname = "Giving"\nstate = "made" {HERE}\nsince = "not known"\nsays = "A."',
        ),
        "`state` is “made”.",
        "Write one of in force, planned.",
    ),
]


@pytest.mark.parametrize(("where", "says", "mend"), PROMISES_WRONG + OTHERS_WRONG)
def test_a_mistake_is_told_with_its_line_and_its_mend(folder, where, says, mend):
    file, old, new = where
    if old:
        folder.change(file, old, new)
    else:
        folder.write(file, new)

    assert folder.told() == [(file, folder.line(file, HERE) if HERE in new else 1, says, mend)]


DUE = 'due = "closes"\n'
LAST = 'verdict = "no evidence" },'
SECOND = '  { say = "Nobody knows when it closed.", given = { opens = 2025-03-03 }, verdict = "no evidence" },\n'
EXAMPLES = "two worked examples or more: [ { say = …, given = { … }, verdict = … }, … ]."


def wrong(name: str, *changes: tuple[str, str], says: str, mend: str) -> object:
    return pytest.param(changed(TRIAL, *changes), says, mend, id=name)


STANDARDS_WRONG = [
    wrong(
        "without examples",
        ("[[standard]]", f"[[standard]] {HERE}"),
        (TRIAL[TRIAL.index("example") :], ""),
        says="Standard {n} has no `example`.",
        mend=f"Write it as {EXAMPLES}",
    ),
    wrong(
        "with one example",
        (SECOND, ""),
        ("example = [", f"example = [ {HERE}"),
        says="`example` of standard {n} holds only 1.",
        mend=f"Write {EXAMPLES}",
    ),
    wrong(
        "with a verdict that there is not",
        (LAST, f'verdict = "unknown" }}, {HERE}'),
        says="`verdict` of example 2 of standard {n} is “unknown”.",
        mend="Write one of kept, explained, not kept, not yet due, no evidence, does not speak.",
    ),
    wrong(
        "with an unknown key in an example",
        (LAST, f'verdict = "no evidence", as = 1 }}, {HERE}'),
        says="`as` is not a key of example 2 of standard {n}.",
        mend="The keys are say, given, verdict, on, here.",
    ),
    wrong(
        "with a day in an example that is none",
        (LAST, f'verdict = "no evidence", on = "May" }}, {HERE}'),
        says="`on` of example 2 of standard {n} is “May”.",
        mend=DATE,
    ),
    wrong(
        "with true in quotation marks",
        (DUE, f'{DUE}excusable = "true" {HERE}\n'),
        says="`excusable` of standard {n} is “true”.",
        mend="Write true or false, without quotation marks.",
    ),
    wrong(
        "with a silence that would keep",
        (DUE, f'{DUE}silence = "kept" {HERE}\n'),
        says="`silence` of standard {n} is “kept”.",
        mend="Perhaps “not kept” is meant. Write one of not kept.",
    ),
    wrong(
        "with a text for a test",
        ('unless = { stated = "reason_for_shorter_time" }', f'unless = "a reason" {HERE}'),
        says="`unless` of standard {n} is “a reason”.",
        mend='Write a test, such as { stated = "rationale" }.',
    ),
    wrong(
        "with a decision that has no minute",
        (DUE, f'{DUE}adopted = {{ on = 2026-04-01, by = "Forum" }} {HERE}\n'),
        says="`adopted` of standard {n} has no `minute`.",
        mend="Write it as some words in quotation marks.",
    ),
    wrong(
        "of a kind that is unknown",
        ('of = "consultation"', f'of = "consultations" {HERE}'),
        says="`of` of standard {n} is “consultations”.",
        mend=f"Perhaps “consultation” is meant. Write one of {', '.join(kinds.KINDS)}.",
    ),
    wrong(
        "on a basis that is unknown",
        ('basis = "text"', f'basis = "law" {HERE}'),
        says="`basis` of standard {n} is “law”.",
        mend="Write one of text, local, prompt.",
    ),
]


@pytest.mark.parametrize(("text", "says", "mend"), STANDARDS_WRONG)
def test_a_standard_is_told_with_its_line_and_its_mend(folder, text, says, mend):
    folder.add(STANDARDS, text)
    n = folder.read(STANDARDS).count("[[standard]]")

    assert folder.told() == [(STANDARDS, folder.line(STANDARDS, HERE), says.replace("{n}", str(n)), mend)]


def test_dates_may_stand_in_quotation_marks(folder):
    folder.change(EDITION, '\nfrom = "not known"', '\nfrom = "2025-04-01"')
    folder.add(
        STANDARDS, changed(TRIAL, (DUE, f'{DUE}since = "2025-04-01"\n'), ('kept" }', 'kept", on = "2025-06-01" }'))
    )

    assert folder.mistakes() == []
    assert agreements.load(folder.path).newest.standards[-1].since == date(2025, 4, 1)


def test_a_date_in_quotation_marks_that_no_calendar_has_is_told(folder):
    folder.add(STANDARDS, changed(TRIAL, (DUE, f'{DUE}since = "2025-04-31" {HERE}\n')))

    [(_, line, says, mend)] = folder.told()
    assert (line, mend) == (folder.line(STANDARDS, HERE), DATE)
    assert says.startswith("`since` of standard ")
