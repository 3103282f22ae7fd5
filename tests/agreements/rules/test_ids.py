"""What things are found by is given once."""

from tests.agreements.folders import HERE, PROMISES, STANDARDS, TRIAL

OWN = "Give each promise its own."


def test_a_number_is_given_once_in_all_files_of_an_edition(folder):
    folder.change("2025/5-working-together.toml", 'number = "5.2"', f'number = "2.1" {HERE}')
    first = folder.line(PROMISES, 'number = "2.1"')

    assert (
        "2025/5-working-together.toml",
        folder.line("2025/5-working-together.toml", HERE),
        f"The number 2.1 is given twice: first in {PROMISES}, line {first}.",
        OWN,
    ) in folder.told()


def test_an_id_is_given_once_in_one_file(folder):
    folder.change(PROMISES, 'id = "what-changed"', f'id = "time-to-answer" {HERE}')
    first = folder.read(PROMISES).splitlines().index('id = "time-to-answer"') + 1

    assert folder.told() == [
        (
            PROMISES,
            folder.line(PROMISES, HERE),
            f"The id time-to-answer is given twice: first in {PROMISES}, line {first}.",
            OWN,
        )
    ]


def test_a_number_that_differs_only_in_its_letters_is_the_same(folder):
    folder.change(PROMISES, 'number = "2.1"', 'number = "S-2"')
    folder.change(PROMISES, 'number = "2.2"', f'number = "s-2" {HERE}')

    first = folder.line(PROMISES, 'number = "S-2"')
    says = f"The number s-2 is given twice: first in {PROMISES}, line {first}."
    assert (PROMISES, folder.line(PROMISES, HERE), says, OWN) in folder.told()


def test_a_code_is_given_once(folder):
    folder.add(STANDARDS, TRIAL)
    folder.add(STANDARDS, TRIAL.replace('code = "trial"', f'code = "trial" {HERE}'))
    first = folder.read(STANDARDS).splitlines().index('code = "trial"') + 1

    assert folder.told() == [
        (
            STANDARDS,
            folder.line(STANDARDS, HERE),
            f"The code “trial” is given twice: first on line {first}.",
            "Give each standard its own.",
        )
    ]


def test_a_section_is_given_once(folder):
    folder.add(
        "2025/edition.toml",
        f'[[section]]\nid = "5" {HERE}\ntitle = "A"\ntopic = "independence"\ntopic_name = "A"\nsays = "A."\n',
    )

    found = folder.only_mistake()
    assert found.line == folder.line("2025/edition.toml", HERE)
    assert found.says.startswith("The id “5” is given twice: first on line ")
    assert found.mend == "Give each section its own."


def test_a_term_is_given_once_however_it_is_written(folder):
    folder.add("2025/glossary.toml", f'[[term]]\nterm = "COMPACT" {HERE}\nmeans = "A."\nsource = "Ours"\n')

    found = folder.only_mistake()
    assert found.line == folder.line("2025/glossary.toml", HERE)
    assert found.says.startswith("The term “COMPACT” is given twice: first on line ")


def test_a_contact_is_given_once(folder):
    folder.change("agreement.toml", 'role = "Contact for concerns"', f'role = "Compact officer" {HERE}')

    found = folder.only_mistake()
    assert found.line == folder.line("agreement.toml", HERE)
    assert found.mend == "Give each contact its own."


def test_a_code_of_practice_is_given_once(folder):
    code = 'id = "giving" # here\nname = "Giving"\nstate = "planned"\nsince = "not known"\nsays = "A."\n'
    folder.write("codes/a.toml", code)
    folder.write("codes/b.toml", code)

    assert folder.told() == [
        (
            "codes/b.toml",
            1,
            "The id giving is given twice: first in codes/a.toml.",
            "Give each code of practice its own.",
        )
    ]
