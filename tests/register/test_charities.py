"""The register of charities: loaded from its public extract, found by number and by words of a name."""

import json
from contextlib import nullcontext
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from livecompact.agreements.bodies import folded_name
from livecompact.register import actions, queries
from livecompact.register.extract import NotTheRegister, charities
from livecompact.register.models import Charity, CharityLoad, Organisation
from livecompact.web import loading
from tests.register.extracts import charity, many, write
from tests.register.some import add, few

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def silent(done: int, total: int) -> None:
    return


def no_bar(says, stream):
    return nullcontext(silent)


@pytest.fixture
def load(tmp_path):
    """Loads an extract with these rows."""

    def loaded(*rows, districts=(), zipped=False):
        path = write(tmp_path / "extract", list(rows), zipped=zipped)
        return loading.load_charities(path, districts=districts, at=NOW, bar=no_bar)

    return loaded


def names(words):
    return [each.name for each in queries.find_charities(words)]


@pytest.mark.parametrize("zipped", [False, True])
def test_a_charity_is_found_by_its_number(load, zipped, capsys):
    assert load(charity(9900103, charity_name="HARTSMERE FOOD BANK"), zipped=zipped) == 0

    for words in ("9900103", " 9900103 ", "GB-CHC-9900103", "charity no. 9900103"):
        assert names(words) == ["HARTSMERE FOOD BANK"], words
    assert capsys.readouterr().out == "1 charity can be found.\n"


@pytest.mark.parametrize(
    "words", ["food bank", "Hartsmere", "the HARTSMERE food-bank", "bank food", "hart foo", "Hartsmere Food Bank Ltd"]
)
def test_a_charity_is_found_by_part_of_its_name(load, words):
    load(charity(9900103, charity_name="The Hartsmere Food Bank"), charity(9900104, charity_name="Tamsley Carers"))

    assert names(words) == ["The Hartsmere Food Bank"]


def test_the_nearest_names_come_first(load):
    load(
        charity(9900101, charity_name="Friends of the Food Bank"),
        charity(9900102, charity_name="Food Bank of Tamsley"),
        charity(9900103, charity_name="Food Bank"),
    )

    assert names("food bank") == ["Food Bank", "Food Bank of Tamsley", "Friends of the Food Bank"]


def test_what_is_read_of_a_charity_is_what_the_register_says(load):
    load(
        charity(
            9900103,
            charity_contact_postcode="zz91zz",
            charity_contact_web="www.example.org/bank",
            latest_income=12345.6,
            charity_is_cio=True,
            charity_contact_email="Office@Example.org",
        )
    )

    found = queries.charity("9900103")
    assert found is not None
    assert (found.postcode, found.district, found.website) == ("ZZ9 1ZZ", "ZZ9", "https://www.example.org/bank")
    assert found.email == "office@example.org"
    assert (found.income, found.is_cio, found.removed_on) == (12346, True, None)
    assert queries.size_band(found.income) == "small"
    in_use = queries.register_in_use()
    assert in_use is not None
    assert (in_use.charities, in_use.extracted_on) == (1, date(2026, 11, 20))


def test_a_part_of_a_charity_is_no_charity(load):
    load(charity(9900103), charity(9900103, linked_charity_number=1, charity_name="Its branch"))

    assert [each.name for each in Charity.objects.all()] == ["Charity 9900103"]


def test_a_removed_charity_is_found_by_its_number_only(load):
    removed = {"charity_registration_status": "Removed", "date_of_removal": "2025-05-04T00:00:00"}
    load(charity(9900103, charity_name="Gone Club", **removed), charity(9900104))

    assert names("gone club") == []
    assert queries.find_charities("9900103")[0].removed_on == date(2025, 5, 4)


def test_loading_again_brings_the_register_up_to_date(load):
    load(charity(9900103, charity_name="Old Name"), charity(9900104))
    load(charity(9900103, charity_name="New Name"), charity(9900105))

    assert names("old name") == []
    assert names("new name") == ["New Name"]
    assert queries.charity("9900104") is None
    assert CharityLoad.objects.count() == 1
    assert Charity.objects.count() == 2


def test_a_district_has_its_own_charities_only(load):
    rows = [charity(9900100 + n, charity_contact_postcode=f"ZZ{n} 1ZZ") for n in range(1, 5)]

    load(*rows, districts=["zz2", "ZZ3"])

    assert set(Charity.objects.values_list("district", flat=True)) == {"ZZ2", "ZZ3"}
    in_use = queries.register_in_use()
    assert in_use is not None
    assert in_use.area == "ZZ2 ZZ3"


def test_a_charity_that_is_removed_is_told_of_where_this_site_has_it(load, monkeypatch, capsys):
    few(monkeypatch)
    add("Removed Before", identifiers=["GB-CHC-9900104"], status="removed", status_on=date(2020, 1, 1))
    removed = {"charity_registration_status": "Removed", "date_of_removal": "2026-05-04T00:00:00"}

    assert load(charity(9900103, **removed), charity(9900104, **removed), charity(9900105, **removed)) == 1

    assert [each.name for each in queries.deregistered(Organisation.objects.all())] == ["Hartsmere Food Bank"]
    assert "Hartsmere Food Bank is no longer a registered charity." in capsys.readouterr().out
    assert Organisation.objects.get(slug="hartsmere-food-bank").status == "active", "nobody is put out by a file"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[]", "has no charity"),
        ('{"a": 1}', "has no charity"),
        ("[1]", "It is no list of charities."),
        ('[{"organisation_number": 1}]', "It has no column registered_charity_number."),
        ("not json", "is not JSON. Load publicextract.charity.json"),
        (
            json.dumps([charity(9900103), charity(9900104)])[:-40],
            "is cut short or damaged after 1 charity. Download it again.",
        ),
    ],
)
def test_what_is_not_the_register_changes_nothing(load, tmp_path, capsys, text, says):
    load(charity(9900101, charity_name="Here Before"))
    path = tmp_path / "other.json"
    path.write_text(text, encoding="utf-8")

    assert loading.load_charities(path, districts=(), at=NOW, bar=no_bar) == 2

    told = capsys.readouterr().err
    assert says in told
    assert told.endswith("Nothing was changed.\n")
    assert names("here before") == ["Here Before"]


def test_a_load_that_broke_off_is_never_seen_and_is_taken_away_by_the_next(load):
    load(charity(9900101, charity_name="Here Before"))

    def breaking():
        yield from charities_of([charity(9900200 + n, charity_name="Half Loaded") for n in range(3000)])
        raise NotTheRegister("broken off")

    with pytest.raises(NotTheRegister):
        actions.load_charities(rows=breaking(), districts=frozenset(), at=NOW)
    assert Charity.objects.filter(name="Half Loaded").exists(), "so that there is something to hide"
    assert names("half loaded") == []
    assert names("9900200") == []
    assert names("here before") == ["Here Before"]

    load(charity(9900101, charity_name="Here After"))
    assert Charity.objects.count() == 1


def charities_of(rows):
    import tempfile  # noqa: PLC0415
    from pathlib import Path  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        yield from charities(write(Path(folder, "some"), rows), silent)


def test_progress_is_told_to_the_last_byte(tmp_path):
    path = write(tmp_path / "extract", many(500))
    told = []

    assert len(list(charities(path, lambda done, total: told.append((done, total))))) == 500
    assert told[-1] == (path.stat().st_size, path.stat().st_size)


NAME = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(folded_name)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=NAME)
def test_any_charity_is_found_by_its_own_name(db, name):
    CharityLoad.objects.all().delete()
    rows = list(charities_of([charity(9900103, charity_name=name)]))
    actions.load_charities(rows=rows, districts=frozenset(), at=NOW)

    assert len(queries.find_charities(name)) == 1


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=60))
def test_any_question_is_answered(db, words):
    if not Charity.objects.exists():
        rows = list(charities_of([charity(9900103, charity_name="Food bank")]))
        actions.load_charities(rows=rows, districts=frozenset(), at=NOW)

    assert len(queries.find_charities(words)) <= 1


@pytest.mark.parametrize("words", ['"', "*", "AND", "NEAR(a b)", "x:y", "^x", "' | !x", "x & y", "\\", "%", "_", ""])
def test_nothing_asked_is_a_command_to_the_database(load, words):
    load(charity(9900103, charity_name="Food bank"))

    assert names(words) == []
