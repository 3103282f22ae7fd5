from datetime import date

from tests.files.published import GOVUK, read_text


def opening(*dates: str) -> str:
    return GOVUK + "".join(f"https://example.org/{n},Oakley,Parks,{day},,,\n" for n, day in enumerate(dates))


def test_a_column_of_dates_is_british_where_nothing_tells(tmp_path):
    found = read_text(tmp_path, opening("03/04/2025", "05/06/2025"))

    assert found.column("opens") == [date(2025, 4, 3), date(2025, 6, 5)]
    assert found.source.notes == ()


def test_a_column_is_month_first_where_one_date_can_only_be_so_and_all_others_may(tmp_path):
    found = read_text(tmp_path, opening("03/04/2025", "03/25/2025", "12/01/2025"))

    assert found.column("opens") == [date(2025, 3, 4), date(2025, 3, 25), date(2025, 12, 1)]
    assert found.source.notes == (
        "“opening_date” has its dates month first, such as 03/25/2025; they were all read so.",
    )


def test_a_day_that_never_was_does_not_decide_the_order(tmp_path):
    found = read_text(tmp_path, opening("03/25/2025", "02/31/2025"))

    assert found.column("opens") == [date(2025, 3, 25)]
    (problem,) = found.problems()
    assert (problem["value"], problem["says"]) == ("02/31/2025", "There is no such day.")


def test_dates_both_ways_round_are_read_day_first_and_the_others_are_reported(tmp_path):
    found = read_text(tmp_path, opening("25/03/2025", "03/25/2025", "03/04/2025", "04/04/2025"))

    assert found.column("opens") == [date(2025, 3, 25), date(2025, 4, 3), date(2025, 4, 4)]
    (problem,) = found.problems()
    assert problem["value"] == "03/25/2025"
    assert problem["says"] == "The month is first here; the rest of the column has the day first."
    assert found.source.notes == (
        (
            "“opening_date” has dates both ways round. 1 row with the month first is reported;"
            " 2 rows that could be either were read with the day first."
        ),
    )


def test_each_column_has_an_order_of_its_own(tmp_path):
    text = GOVUK + "https://example.org/1,Oakley,Parks,03/25/2025,25/04/2025,,\n"

    found = read_text(tmp_path, text)

    assert (found.column("opens"), found.column("closes")) == ([date(2025, 3, 25)], [date(2025, 4, 25)])


def test_a_mapping_file_settles_the_order(tmp_path):
    told = tmp_path / "map.toml"
    told.write_text('date_order = "month first"\n', encoding="utf-8")

    found = read_text(tmp_path, opening("03/04/2025", "25/03/2025"), columns=told)

    assert found.column("opens") == [date(2025, 3, 4)]
    (problem,) = found.problems()
    assert problem["says"] == "The day is first here; the rest of the column has the month first."
