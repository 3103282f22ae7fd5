from datetime import date
from pathlib import Path

import pytest

from livecompact.agreements.bodies import folded_name
from livecompact.files.signatories.binding import mark_signed
from livecompact.files.signatories.signatory import Signatories, Signatory
from livecompact.files.signatories.signed_list import read_bound
from livecompact.files.unreadable import CannotRead
from tests.files.published import read_text, write

HEAD = "org-id,name,signed,left\n"
LIST = "title,organisation,organisation_id,opens\n"


def listed(folder: Path, text: str) -> tuple[Signatory, ...]:
    return read_bound(write(folder, text, "signed.csv"))


def marked(folder: Path, rows: str, signed: str) -> dict[str, tuple[date | None, date | None]]:
    """Each row's title with when its organisation signed, and its last day."""
    found = read_text(folder, LIST + rows, kind="consultation")
    mark_signed(found.connection, found.loaded.tables["consultation"], listed(folder, HEAD + signed), "opens")
    return dict(
        zip(found.column("title"), zip(found.column("signed"), found.column("left_on"), strict=True), strict=True)
    )


def test_a_list_of_who_had_signed_is_read(tmp_path):
    assert listed(tmp_path, HEAD + "GB-LAE-OAK,Oakley Council,1/4/2016,\n,Elm Trust,2017-05-02,31 March 2020\n") == (
        Signatory(org_id="GB-LAE-OAK", name="Oakley Council", signed=date(2016, 4, 1)),
        Signatory(org_id="", name="Elm Trust", signed=date(2017, 5, 2), left_on=date(2020, 3, 31)),
    )


@pytest.mark.parametrize("head", ["Name,Date signed", "Organisation;Signed on;Last day", "organisation_id,joined"])
def test_its_columns_are_known_by_other_names_too(tmp_path, head):
    mark = ";" if ";" in head else ","

    (signed,) = listed(tmp_path, f"{head}\nX{mark}2016-04-01\n")

    assert (signed.org_id or signed.name, signed.signed) == ("X", date(2016, 4, 1))


def test_an_organisation_is_found_by_its_org_id_whatever_its_name(tmp_path):
    rows = "a,OCC,gb-lae-oak,2020-01-01\nb,Oakley Council,GB-LAE-ELM,2020-01-01\n"

    found = marked(tmp_path, rows, "GB-LAE-OAK,Oakley Council,2016-04-01,\n")

    assert found == {"a": (date(2016, 4, 1), None), "b": (None, None)}


@pytest.mark.parametrize(
    "name", ["oakley-council", "OAKLEY COUNCIL ", "The Oakley Council", "Oakley Council Ltd.", "Óakley  Council"]
)
def test_an_organisation_without_org_id_is_found_by_its_name(tmp_path, name):
    found = marked(tmp_path, f"a,{name},,2020-01-01\n", "GB-LAE-OAK,Oakley Council,2016-04-01,\n")

    assert found == {"a": (date(2016, 4, 1), None)}


def test_a_name_in_the_list_without_org_id_binds_a_row_that_has_one(tmp_path):
    found = marked(tmp_path, "a,Elm Trust,GB-CHC-1,2020-01-01\n", ",Elm Trust,2016-04-01,\n")

    assert found == {"a": (date(2016, 4, 1), None)}


def test_a_name_that_two_organisations_share_binds_nobody(tmp_path):
    signed = "GB-CHC-1,Friends of the Park,2016-04-01,\nGB-CHC-2,Friends of the Park,2017-04-01,\n"

    assert marked(tmp_path, "a,Friends of the Park,,2020-01-01\n", signed) == {"a": (None, None)}


def test_a_row_without_an_organisation_is_bound_by_nothing(tmp_path):
    assert marked(tmp_path, "a,,,2020-01-01\n", "GB-LAE-OAK,Oakley Council,2016-04-01,\n") == {"a": (None, None)}


def test_of_several_signatures_the_one_of_the_rows_day_counts(tmp_path):
    signed = "GB-LAE-OAK,Oakley,2020-01-01,\nGB-LAE-OAK,Oakley,2010-01-01,2015-12-31\n"
    rows = "".join(
        f"{day or 'none'},Oakley,GB-LAE-OAK,{day}\n"
        for day in ("2009-06-01", "2012-06-01", "2017-06-01", "2020-01-01", "")
    )

    found = marked(tmp_path, rows, signed)

    first, second = (date(2010, 1, 1), date(2015, 12, 31)), (date(2020, 1, 1), None)
    assert found == {"2009-06-01": first, "2012-06-01": first, "2017-06-01": first, "2020-01-01": second, "none": first}


def test_rows_keep_their_facts_and_their_number(tmp_path):
    rows = "".join(f"{n},Oakley,GB-LAE-OAK,2020-01-{n:02}\n" for n in range(1, 29)) + "x,Other,,2020-02-01\n"
    found = read_text(tmp_path, LIST + rows, kind="consultation")
    before = found.column("opens")

    mark_signed(
        found.connection,
        found.loaded.tables["consultation"],
        listed(tmp_path, HEAD + "GB-LAE-OAK,,2016-01-01,\n"),
        None,
    )

    assert found.column("opens") == before
    assert found.column("signed") == [date(2016, 1, 1)] * 28 + [None]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "colour,smell\nred,x\n",
            "signed.csv is no list of who has signed: it needs a column signed, and org-id or name.",
        ),
        (
            "name,left\nElm,2020-01-01\n",
            "signed.csv is no list of who has signed: it needs a column signed, and org-id or",
        ),
        (HEAD, "signed.csv has headings and no rows. Its columns are org-id, name, signed, left;"),
        (
            HEAD + ",,2016-04-01,\n",
            "signed.csv has 1 row that we cannot read. Row 2: it names nobody. Write an org-id or a name.",
        ),
        (
            HEAD + "\nX,Oakley,31/02/2016,\nY,Elm,,\nZ,Ash,2016-01-02,2016-01-01\n",
            (
                "signed.csv has 3 rows that we cannot read."
                " Row 3, cell C3, “31/02/2016”: There is no such day."
                " Check the date; write it such as 2025-03-31 or 31/03/2025."
                " Row 4, cell C4: it does not say when. Write the day it signed."
                " Row 5, cell D5: it left before it signed. Check both days."
            ),
        ),
        (
            "name,organisation,signed\nA,B,2016-01-01\n",
            "signed.csv has two columns for name, “name” and “organisation”. Keep",
        ),
    ],
)
def test_a_mistake_in_the_list_is_told_by_row_and_cell(tmp_path, text, says):
    with pytest.raises(CannotRead) as told:
        listed(tmp_path, text)

    assert str(told.value).startswith(says)


def test_names_are_compared_without_what_people_write_in_different_ways():
    assert (
        folded_name("The Friends' Café & Co., Limited")
        == folded_name("friends cafe and co limited")
        == "friends cafe and co"
    )
    assert folded_name("Theatre Trust") == "theatre trust"


def test_nobody_is_found_in_an_empty_list():
    assert Signatories([]).of("GB-LAE-OAK", "Oakley") == []
