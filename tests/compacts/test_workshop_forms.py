"""Every question of the workshop: what it says where nothing, or something that will not do, is answered."""

import re
from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from livecompact.compacts.models import Logo
from livecompact.compacts.workshop import editing
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from tests.compacts.pictures import png_bytes
from tests.compacts.workshop import Officer, boxes
from tests.compacts.workshop_states import drafted
from tests.harness.clock import stop_the_clock
from tests.harness.html import read_page
from tests.harness.people import enter, holder

__all__ = ["enter", "holder"]

NEW = "/editions/2027"
BANNED = ("please", "sorry", "valid", "invalid", "forbidden", "you forgot", "oops")
PROMISE = {
    "number": "2.4",
    "name": "Time to answer",
    "id": "time-to-answer",
    "section": "2",
    "binds": "statutory",
    "wording": "A consultation is open for long enough.",
    "plain": "It is open for long enough.",
    "way_out": "",
    "shown_by": "Its days.",
    "note": "",
}
EDITION = {"edition": "2030", "name": "The 2030 edition", "note": "", **boxes("starts", date(2030, 1, 1))}
CHECK = {
    "asks": "It is open for 10 weeks.",
    "code": "open-ten-weeks",
    "basis": "text",
    "fact": "opens",
    "other": "closes",
    "length": "10 weeks",
}
AGREED = {"number": "6 weeks", "by": "Steering group", "minute": "Minute 4", **boxes("on", date(2026, 10, 1))}
LOOK = {"brand_colour": "#1d4e89", "promise_word": "commitment"}


@pytest.fixture
def officer(client, db, enter, monkeypatch):
    stop_the_clock(monkeypatch)  # the draft's new edition begins with 2027, and what is in force hangs on the day
    drafted(monkeypatch)
    return Officer(enter(client, Role.OFFICER))


def told(page):
    """What the page says is wrong, the same above and beside the boxes."""
    seen = read_page(page.text)
    assert seen.title.startswith("Error: ")
    assert not [word for _, text in seen.summary for word in BANNED if re.search(rf"\b{word}\b", text.lower())]
    return [text for _, text in seen.summary]


FORMS = {
    "/new-edition": EDITION,
    f"{NEW}/promises/time-to-answer": PROMISE,
    f"{NEW}/new-check/2.4/consultation/open": CHECK,
    f"{NEW}/checks/told-beforehand/agree": AGREED,
    "/look": LOOK,
}
WRONG = [
    ("/new-edition", "edition", "", "Enter the short name"),
    ("/new-edition", "edition", "Next Year", "Enter the short name in small letters, numbers and hyphens, like 2027"),
    ("/new-edition", "edition", "../x", "Enter the short name in small letters, numbers and hyphens, like 2027"),
    ("/new-edition", "edition", "2016", "Enter another short name: there is an edition of this one"),
    ("/new-edition", "name", "", "Enter its name"),
    ("/new-edition", "name", "x" * 201, "Shorten its name to 200 characters or fewer"),
    ("/new-edition", "starts-day", "", "The day it begins must include a day"),
    ("/new-edition", "starts-year", "30", "The day it begins must have a year of 4 numbers"),
    ("/new-edition", "note", "x" * 4001, "Shorten the note to 4000 characters or fewer"),
    (f"{NEW}/promises/time-to-answer", "number", "", "Enter the number"),
    (f"{NEW}/promises/time-to-answer", "number", "2.5", "Enter another number: a promise has this one"),
    (f"{NEW}/promises/time-to-answer", "name", "", "Enter the name"),
    (f"{NEW}/promises/time-to-answer", "name", "One two three four five six", "Shorten the name to 5 words or fewer"),
    (f"{NEW}/promises/time-to-answer", "id", "", "Enter the name in its address"),
    (
        f"{NEW}/promises/time-to-answer",
        "id",
        "Time To Answer",
        "Enter the name in its address in small letters and hyphens, like time-to-answer",
    ),
    (f"{NEW}/promises/time-to-answer", "section", "", "Select the section"),
    (f"{NEW}/promises/time-to-answer", "section", "99", "Select the section from the list"),
    (f"{NEW}/promises/time-to-answer", "binds", "", "Select who it binds"),
    (f"{NEW}/promises/time-to-answer", "binds", "nobody", "Select who it binds from the list"),
    (f"{NEW}/promises/time-to-answer", "wording", " ", "Enter the promise"),
    (f"{NEW}/promises/time-to-answer", "plain", "", "Enter the plain words"),
    (f"{NEW}/promises/time-to-answer", "shown_by", "", "Enter what is recorded"),
    (f"{NEW}/new-check/2.4/consultation/open", "asks", "", "Enter what it asks"),
    (f"{NEW}/new-check/2.4/consultation/open", "code", "", "Enter the short name"),
    (
        f"{NEW}/new-check/2.4/consultation/open",
        "code",
        "9 weeks",
        "Enter the short name in small letters and hyphens, like time-to-answer",
    ),
    (
        f"{NEW}/new-check/2.4/consultation/open",
        "code",
        "consultation-length",
        "Enter another short name: a check has this one",
    ),
    (f"{NEW}/new-check/2.4/consultation/open", "basis", "", "Select who says so"),
    (f"{NEW}/new-check/2.4/consultation/open", "fact", "", "Select what is looked at"),
    (f"{NEW}/new-check/2.4/consultation/open", "fact", "formal", "Select what is looked at from the list"),
    (f"{NEW}/new-check/2.4/consultation/open", "other", "", "Select the other day"),
    (f"{NEW}/new-check/2.4/consultation/open", "other", "opens", "Select another day than the first"),
    (f"{NEW}/new-check/2.4/consultation/open", "length", "", "Enter how long"),
    (
        f"{NEW}/new-check/2.4/consultation/open",
        "length",
        "a while",
        "Enter how long as a number and a unit, like 12 weeks or 10 working days",
    ),
    (
        f"{NEW}/new-check/2.4/consultation/open",
        "length",
        "0 weeks",
        "Enter how long as a number and a unit, like 12 weeks or 10 working days",
    ),
    (f"{NEW}/checks/told-beforehand/agree", "number", "", "Enter the number"),
    (
        f"{NEW}/checks/told-beforehand/agree",
        "number",
        "soon",
        "Enter how long as a number and a unit, like 12 weeks or 10 working days",
    ),
    (f"{NEW}/checks/told-beforehand/agree", "on-month", "13", "The day it was agreed must be a day in the calendar"),
    (f"{NEW}/checks/told-beforehand/agree", "by", "", "Enter who agreed it"),
    (f"{NEW}/checks/told-beforehand/agree", "minute", "", "Enter where it can be read"),
    ("/look", "brand_colour", "green", "Enter the colour as six letters and numbers after a #, like #1f5c4d"),
    ("/look", "promise_word", "", "Select the word"),
    ("/look", "promise_word", "vow", "Select the word from the list"),
]


@pytest.mark.parametrize(("address", "field", "typed", "says"), WRONG)
def test_what_will_not_do_is_told_and_what_was_typed_stays(officer, address, field, typed, says):
    before = officer.bench().sha256
    answers = {**FORMS[address], field: typed}

    page = officer.send(address, **answers)

    assert [text.replace("Enter a colour", "Enter the colour") for text in told(page)] == [says]
    assert officer.bench().sha256 == before
    if typed.strip() and len(typed) < 60 and field not in ("section", "binds", "fact", "other", "promise_word"):
        assert typed in page.text


@pytest.mark.parametrize("address", FORMS)
def test_the_answers_that_the_others_start_from_are_taken(officer, address):
    page = officer.send(address, **FORMS[address])

    assert page.status_code == 302 or "What it says" in page.text


def test_nothing_counts_before_it_was_agreed(officer):
    days = boxes("since", date(2026, 9, 30))

    page = officer.send(f"{NEW}/checks/told-beforehand/agree", **AGREED, **days)

    assert told(page) == ["The day from which it counts must be the day it was agreed, or later"]


def test_an_edition_ends_after_it_began(officer):
    days = boxes("starts", date(2027, 1, 1)) | boxes("until", date(2026, 1, 1)) | boxes("review_by", date(2026, 1, 1))

    page = officer.send(NEW, **days)

    assert told(page) == [
        "The day it ends must be after the day it began",
        "The day of the review must be after the day it began",
    ]


def test_days_that_nobody_knows_stay_empty(officer):
    officer.send(NEW, note="It began one day.")

    found = editing.folder_of(officer.bench().folder)["2027/edition.toml"]
    assert (found["from"], found["until"], found["note"]) == ("not known", "not known", "It began one day.")


def test_a_contact_is_kept_under_its_role_and_an_emptied_one_goes(officer):
    rows = editing.folder_of(officer.bench().folder)["agreement.toml"]["contact"]
    fields = {f"role-{at}": row["role"] for at, row in enumerate(rows)} | {"role-0": "", f"role-{len(rows)}": "Clerk"}
    more = {f"who-{len(rows)}": "Kim", f"email-{len(rows)}": "clerk@example.org", f"phone-{len(rows)}": "01234 567890"}

    assert officer.send("/contacts", **fields, **more).status_code == 302

    kept = editing.folder_of(officer.bench().folder)["agreement.toml"]["contact"]
    assert [row["role"] for row in kept] == [*(row["role"] for row in rows[1:]), "Clerk"]
    assert kept[-1] == {"role": "Clerk", "who": "Kim", "email": "clerk@example.org", "phone": "01234 567890"}


def test_a_contact_needs_a_role_of_its_own(officer):
    fields = {"role-0": "Clerk", "role-1": "clerk", "role-2": "", "who-2": "Kim", "email-0": "nobody"}

    assert told(officer.send("/contacts", **fields)) == [
        "Enter an email address like name@example.org",
        "Enter another role: this one stands above",
        "Enter the role",
    ]


def test_a_colour_that_is_too_light_is_told_with_its_contrast(officer):
    page = officer.send("/look", brand_colour="#4caf50", promise_word="promise")

    assert told(page) == ["Choose a darker colour: its contrast with white is 2.8, and must be 4.5 or more"]


def test_the_look_is_public_at_once_and_on_the_record(officer):
    officer.send("/look", **LOOK)

    assert officer.client.get("/hertfordshire/brand.css").text == ":root{--govuk-brand-colour:#1d4e89}"
    assert "commitments" in officer.client.get("/hertfordshire").text
    assert Entry.objects.filter(what="look-changed", role="Compact officer").count() == 1


def upload(raw, name="logo.png"):
    return SimpleUploadedFile(name, raw, "image/png")


def test_a_logo_is_at_the_head_of_each_page_with_its_words(officer):
    assert officer.send("/logo", picture=upload(png_bytes()), says="A white hart").status_code == 302

    page = officer.client.get("/hertfordshire")
    [address] = re.findall(
        r'src="(/hertfordshire/logo.png\?v=\w+)" alt="A white hart" width="120" height="40"', page.text
    )
    served = officer.client.get(address)
    assert (served.content, served["Content-Type"]) == (png_bytes(), "image/png")
    assert served["X-Content-Type-Options"] == "nosniff"
    assert "logo.png" not in officer.client.get("/dacorum").text


def test_the_words_of_a_logo_change_without_it_and_it_is_taken_away(officer):
    officer.send("/logo", picture=upload(png_bytes()), says="A white hart")
    officer.send("/logo", says="A hart")
    assert Logo.objects.get().says == "A hart"
    assert bytes(Logo.objects.get().picture) == png_bytes()

    officer.send("/logo/take-away")
    assert not Logo.objects.exists()
    assert officer.client.get("/hertfordshire/logo.png").status_code == 404


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"says": "A hart"}, ["Choose the logo"]),
        ({"picture": upload(png_bytes())}, ["Enter what the logo shows"]),
        ({"picture": upload(b"<svg/>", "logo.svg"), "says": "A hart"}, ["The logo must end in .png"]),
        (
            {"picture": upload(b"<svg/>"), "says": "A hart"},
            ["The logo must be a PNG picture. Save it as PNG and choose it again"],
        ),
        ({"picture": upload(b""), "says": "A hart"}, ["The logo is empty. Choose one with something in it"]),
    ],
)
def test_what_is_no_logo_is_refused(officer, fields, says):
    for file in fields.values():
        if not isinstance(file, str):
            file.seek(0)

    assert told(officer.send("/logo", **fields)) == says
    assert not Logo.objects.exists()


def test_a_check_that_ends_in_the_past_cannot_be_published(officer):
    day = localdate() - timedelta(days=1)
    officer.send("/editions/2016/checks/consultation-length/end", **boxes("last_day", day))

    assert "Its findings would go." in officer.get("/publish").text
    assert officer.send("/publish").status_code == 200


def test_the_last_day_of_a_check_is_asked(officer):
    page = officer.send("/editions/2016/checks/consultation-length/end")

    assert told(page) == ["Enter the last day"]


def test_a_file_that_is_no_toml_is_told_with_its_line(officer):
    page = officer.send("/files/2027/glossary.toml", text="a = 1\nb = \n")

    [says] = told(page)
    assert says.startswith("2027/glossary.toml, line 2: This value is written in no way that TOML has.")
    assert "b = " in page.text


def test_a_file_of_another_shape_is_not_kept(officer):
    before = officer.bench().sha256

    page = officer.send("/files/2027/glossary.toml", text='[[term]]\nterm = "Compact"\n')

    assert told(page) == [
        "Term 1 has no `means`. Write it as some words in quotation marks",
        "Term 1 has no `source`. Write it as some words in quotation marks",
    ]
    assert officer.bench().sha256 == before


def test_a_file_written_by_hand_is_kept(officer):
    text = '[[term]]\r\nterm = "Hart"\r\nmeans = "A deer."\r\nsource = "Ours."\r\n'

    assert officer.send("/files/2027/glossary.toml", text=text).status_code == 302

    kept = editing.folder_of(officer.bench().folder)["2027/glossary.toml"]
    assert kept == {"term": [{"term": "Hart", "means": "A deer.", "source": "Ours."}]}


WORDS = '[official]\n"2.4" = """\nThe official words,\nwhere possible."""\n"2.5" = ""\n'


def test_official_words_are_read_from_a_file(officer):
    file = SimpleUploadedFile("words.toml", WORDS.replace("\n", "\r\n").encode(), "application/toml")

    assert officer.send(f"{NEW}/wording", file=file).status_code == 302

    kept = editing.folder_of(officer.bench().folder)["2027/wording.toml"]
    assert kept == {"official": {"2.4": "The official words,\nwhere possible."}}


@pytest.mark.parametrize(
    ("file", "says"),
    [
        (None, "Choose the file"),
        (SimpleUploadedFile("words.docx", b"PK"), "The file must end in .toml, .txt"),
        (SimpleUploadedFile("words.toml", b'[official]\n"9.9" = "x"'), "words.toml, line 2: There is no promise 9.9."),
        (SimpleUploadedFile("words.toml", b'[official]\n"2.4" = ""'), "The file has no official words yet."),
        (SimpleUploadedFile("words.toml", b'[official]\n"2.4" = "na\xefve"'), "A character is not written in UTF-8."),
    ],
)
def test_a_file_of_official_words_that_will_not_do_is_told(officer, file, says):
    if file:
        file.seek(0)

    [first] = told(officer.send(f"{NEW}/wording", **({"file": file} if file else {})))

    assert says in first


def test_the_template_holds_what_is_there_already(officer):
    officer.send(f"{NEW}/wording/2.4", words="The official words, where possible.")

    template = officer.get(f"{NEW}/wording.toml")

    assert '"2.4" = "The official words, where possible."' in template.text
    assert '"2.5" = ""' in template.text


def test_official_words_stand_beside_ours_once_published(officer):
    edition = "/editions/2016"
    ours = editing.promise(editing.folder_of(officer.bench().folder), "2016", "time-to-answer")
    official = " ".join([ours["wording"], *ours["way_out"], "So it was signed."])
    officer.send(f"{edition}/wording/2.4", words=official)
    footer = "The promises here are in our own words."
    assert footer in officer.client.get("/hertfordshire/promises/2.4").text

    published = officer.send("/publish")
    assert published.status_code == 302, told(published)

    page = officer.client.get("/hertfordshire/promises/2.4")
    assert "So it was signed." in page.text
    assert page.text.index("The promise in full") < page.text.index("In our words")
    assert footer not in page.text
    assert "Some promises here are in our own words." in page.text
