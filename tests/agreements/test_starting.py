"""`new` makes a folder that can be used at once, whatever the area is called."""

import stat

import pytest

from livecompact import agreements
from livecompact.agreements.starting import CannotStart, address_of, start
from livecompact.agreements.validating import validate


@pytest.mark.parametrize(
    ("name", "address", "area"),
    [
        ("West Anglia", "west-anglia", "West Anglia"),
        ("  West \n Anglia ", "west-anglia", "West Anglia"),
        ("West Anglia Compact", "west-anglia", "West Anglia"),
        ("Ynys Môn", "ynys-mon", "Ynys Môn"),
        ("Bishop's Stortford & “Villages”", "bishops-stortford-villages", "Bishop's Stortford & “Villages”"),
        ('The "Old" Town\\Borough', "the-old-town-borough", 'The "Old" Town\\Borough'),
        ("St. Mary’s \\1 \\g<0>", "st-marys-1-g-0", "St. Mary’s \\1 \\g<0>"),
        ("Straße = [area]", "strasse-area", "Straße = [area]"),
    ],
)
def test_a_new_folder_has_no_mistake_and_bears_the_area_s_name(tmp_path, name, address, area):
    folder = start(name, tmp_path)

    assert folder == tmp_path / address
    assert validate(folder) == []
    agreement = agreements.load(folder)
    assert (agreement.id, agreement.name, agreement.area.name) == (address, f"{area} Compact", area)
    assert agreement.signed_text.title == f"{area} Compact"


def test_a_new_folder_holds_the_model(tmp_path):
    model, ours = agreements.load("model"), agreements.load(start("West Anglia", tmp_path))

    assert [each.plain for each in ours.newest.undertakings] == [each.plain for each in model.newest.undertakings]
    assert len(ours.newest.standards) == len(model.newest.standards)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["west-anglia"]


def test_its_files_can_be_changed_by_whoever_made_them(tmp_path):
    folder = start("West Anglia", tmp_path)

    for path in folder.rglob("*.toml"):
        assert path.stat().st_mode & stat.S_IWUSR


@pytest.mark.parametrize("name", ["", "123 Streets", "Москва", "…", "A\x07larm", "Bad \udc80 name", "Long" * 20])
def test_a_name_that_makes_no_address_is_refused_in_a_sentence(tmp_path, name):
    with pytest.raises(CannotStart, match=r"makes no address\. Use a name such as “West Anglia”\."):
        start(name, tmp_path)

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_there_is_left_alone(tmp_path):
    (tmp_path / "west-anglia").mkdir()

    with pytest.raises(CannotStart, match=r"^west-anglia is there already\. Choose another name, or move it away\.$"):
        start("West Anglia", tmp_path)

    assert list((tmp_path / "west-anglia").iterdir()) == []


@pytest.mark.parametrize("name", ["Hertfordshire", "model"])
def test_a_name_that_ships_is_refused_since_it_would_hide_the_folder(tmp_path, name):
    with pytest.raises(CannotStart, match=rf"^An agreement called {name.lower()} ships with the program\."):
        start(name, tmp_path)


def test_a_place_that_cannot_be_written_is_told_and_nothing_is_left(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    with pytest.raises(CannotStart, match=r"^west-anglia cannot be written here "):
        start("West Anglia", tmp_path / "file")

    monkeypatch.setattr("pathlib.Path.rename", lambda *_: (tmp_path / "nowhere").stat())
    with pytest.raises(CannotStart, match=r"^west-anglia cannot be written here "):
        start("West Anglia", tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file"]


def test_what_was_left_of_an_earlier_try_is_no_part_of_it(tmp_path):
    (tmp_path / ".west-anglia.part").mkdir()
    (tmp_path / ".west-anglia.part" / "old.toml").write_text("")

    assert not (start("West Anglia", tmp_path) / "old.toml").exists()


def test_an_address_can_be_said_aloud():
    assert address_of("King’s Lynn and West Norfolk") == "kings-lynn-and-west-norfolk"
