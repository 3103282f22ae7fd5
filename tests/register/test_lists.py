"""An area's own list of who has signed: good lines go in once, bad ones are told by row and cell."""

from datetime import UTC, date, datetime

import pytest

from livecompact.compacts import queries as compacts
from livecompact.files.signatories.area_list import explained, read_area_list, template
from livecompact.register import actions, queries
from livecompact.register.models import Organisation, Signature
from livecompact.web import loading
from tests.harness.compacts import both_compacts
from tests.register.extracts import charity
from tests.register.test_charities import charities_of

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
TODAY = date(2026, 11, 22)
HEAD = "name,org-id,sector,kind,postcode,signed,left,edition,champion,website\n"
GOOD = f"""{HEAD}Hartsmere County Council,GB-LAE-ZZHC,statutory,county,,3 May 2016,,2016,Head of Communities,
Hartsmere Food Bank,9900103,voluntary,charity,ZZ1 1ZZ,04/05/2018,,,Trustee,https://example.org/
Netherfold Orchard,,voluntary,,ZZ2 1ZZ,2019-01-31,2024-02-29,,,
Pellowby Bakery,,business,,,2020-01-01,,,,
"""

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path, monkeypatch):
    both_compacts(monkeypatch)

    def loaded(text, compact="hertfordshire"):
        path = tmp_path / "signed.csv"
        path.write_text(text, encoding="utf-8")
        lines, unread = read_area_list(path, TODAY)
        return loading.load_signatories(lines, unread, compact=compact, at=NOW)

    return loaded


@pytest.fixture
def hertfordshire(load):
    return compacts.compact(None, "hertfordshire", TODAY)


def told(hertfordshire):
    everyone = (*queries.signatories(None, hertfordshire, TODAY), *queries.friends(None, hertfordshire, TODAY))
    return {each.organisation.name: (each.shown.value, each.signature.signed_on) for each in everyone}


def test_a_list_becomes_the_register(load, hertfordshire, capsys):
    assert load(GOOD) == 0

    assert told(hertfordshire) == {
        "Hartsmere County Council": ("renewal-due", date(2016, 5, 3)),
        "Hartsmere Food Bank": ("renewal-due", date(2018, 5, 4)),
        "Netherfold Orchard": ("withdrawn", date(2019, 1, 31)),
        "Pellowby Bakery": ("renewal-due", date(2020, 1, 1)),
    }
    bank = Organisation.objects.get(name="Hartsmere Food Bank")
    assert [str(each) for each in bank.identifiers.all()] == ["GB-CHC-9900103"]
    assert queries.had_signed(Organisation.objects.get(name="Netherfold Orchard"), "hertfordshire", date(2024, 2, 29))
    assert [each.organisation.name for each in queries.friends(None, hertfordshire, TODAY)] == ["Pellowby Bakery"]
    assert capsys.readouterr().out == "4 new, 0 brought up to date, 0 there already, 0 to mend.\n"


def test_the_same_list_again_makes_no_doubles(load, capsys):
    load(GOOD)
    rows = Signature.objects.count()

    assert load(GOOD) == 0
    assert Signature.objects.count() == rows
    assert Organisation.objects.count() == 4
    assert capsys.readouterr().out.endswith("0 new, 0 brought up to date, 4 there already, 0 to mend.\n")


def test_who_has_left_since_is_brought_up_to_date(load, hertfordshire):
    load(GOOD)
    load(GOOD.replace("04/05/2018,", "04/05/2018,30/06/2026"))

    assert told(hertfordshire)["Hartsmere Food Bank"][0] == "withdrawn"


def test_good_rows_are_saved_and_bad_ones_told_by_row_and_cell(load, hertfordshire, capsys):
    bad = f"""{GOOD}No Day,,voluntary,,,,,,,
Odd Day,,voluntary,,,31/02/2020,,,,
Early Leaver,,voluntary,,,2020-01-01,2019-01-01,,,
Odd Number,GB-CHC-12,voluntary,,,2020-01-01,,,,
No Sector,,,,,2020-01-01,,,,
Odd Sector,,galactic,,,2020-01-01,,,,
Odd Kind,,voluntary,county,,2020-01-01,,,,
Odd Edition,,voluntary,,,2020-01-01,,1999,,
Odd Postcode,,voluntary,,SG6,2020-01-01,,,,
,,voluntary,,,2020-01-01,,,,
"""
    assert load(bad) == 1

    said = capsys.readouterr()
    assert said.out == "4 new, 0 brought up to date, 0 there already, 10 to mend.\n"
    assert len(told(hertfordshire)) == 4
    lines = said.err.splitlines()
    assert len(lines) == 10
    for where, says in (
        ("Row 6, cell F6", "it does not say when. Write the day it signed."),
        ("Row 7, cell F7", "31/02/2020"),
        ("Row 8, cell G8", "it left before it signed. Check both days."),
        ("Row 9, cell B9", "“12” is no number of this list"),
        ("Row 10, cell C10", "It has no sector. Write statutory, voluntary or business."),
        ("Row 11, cell C11", "“galactic” is no sector."),
        ("Row 12, cell D12", "“county” is no kind of this sector."),
        ("Row 13, cell H13", "There is no edition “1999”. The editions are 2016."),
        ("Row 14", "Enter a full postcode, like SG6 2JF."),
        ("Row 15", "it names nobody. Write the organisation's name."),
    ):
        assert [line for line in lines if line.startswith(f"{where}") and says in line], (where, says)


def test_a_charity_of_the_list_is_filled_in_from_the_register(load):
    rows = list(charities_of([charity(9900103, charity_contact_postcode="ZZ5 5ZZ", latest_income=5_000)]))
    actions.load_charities(rows=rows, districts=frozenset(), at=NOW)
    load("name,org-id,signed\nHartsmere Food Bank,GB-CHC-9900103,2018-05-04\n")

    bank = Organisation.objects.get()
    assert (bank.postcode, bank.website, bank.size, bank.kind) == (
        "ZZ5 5ZZ",
        "https://www.example.org",
        "micro",
        "charity",
    )


def test_a_compact_that_is_not_here_is_told_of(load, capsys):
    assert load(GOOD, compact="nowhere") == 2
    assert capsys.readouterr().err == "This site has no Compact “nowhere”. Nothing was changed.\n"


def test_the_template_is_a_list_that_can_be_read(load, capsys):
    assert load(template() + "Hartsmere Food Bank,,voluntary,,,2018-05-04,,,,\n") == 0
    assert [line.split(",")[0] for line in explained().splitlines()[1:]] == template().strip().split(",")
