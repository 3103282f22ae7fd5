"""What may still be done to an edition that is published, and what is refused."""

import copy
from datetime import date

import pytest

from livecompact.agreements import shipped
from livecompact.agreements.canonical import canonical
from livecompact.agreements.documents import Document, read_documents
from livecompact.agreements.published import alterations
from livecompact.agreements.writing import written, written_documents

ON = date(2027, 3, 1)
MODEL = canonical(read_documents(shipped.folder("model"))[0])
PROMISES = "2025/2-having-a-say.toml"
STANDARDS = "2025/standards.toml"


@pytest.fixture
def before():
    return written_documents(MODEL)


@pytest.fixture
def data(before):
    """The files as data that a test may change."""
    return copy.deepcopy({path: dict(document.data) for path, document in before.items()})


@pytest.fixture
def refused(before, data):
    """What is wrong with the files as they were changed, in a sentence each."""

    def told(on=ON):
        after = {path: Document(path, written(each), each) for path, each in data.items()}
        return [mistake.says for mistake in alterations(before, after, on)]

    return told


def standard(data, code):
    return next(table for table in data[STANDARDS]["standard"] if table["code"] == code)


ADOPTED = {"on": date(2027, 1, 14), "by": "Steering group", "minute": "Minute 4"}
NEW = {"code": "new-one", "undertaking": "2.1", "of": "consultation", "asks": "…", "kept": {"stated": "closes"}}


def test_what_is_the_same_is_not_altered(refused):
    assert refused() == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("wording", "Something else."),
        ("plain", "Something else."),
        ("name", "Another name"),
        ("id", "another-id"),
        ("binds", "joint"),
        ("way_out", []),
        ("section", "1"),
        ("only", ["GB-LAE-DAC"]),
    ],
)
def test_a_published_promise_is_never_altered(refused, data, key, value):
    promise = data[PROMISES]["undertaking"][0]
    promise[key] = value if promise.get(key) != value else ["where possible"]

    assert refused() == [f"Promise 2.1 of 2025 is published: its `{key}` cannot change."]


@pytest.mark.parametrize(("key", "value"), [("checks", ["survey"]), ("shown_by", "A survey."), ("note", "Ours.")])
def test_how_a_promise_is_kept_in_view_may_change(refused, data, key, value):
    data[PROMISES]["undertaking"][0][key] = value

    assert refused() == []


def test_promises_come_and_go_with_a_new_edition_only(refused, data):
    promises = data[PROMISES]["undertaking"]
    gone = promises.pop(0)
    promises.append({**gone, "number": "2.9"})

    assert refused() == [
        "Edition 2025 is published: promise 2.9 cannot be added to it.",
        "Edition 2025 is published: promise 2.1 cannot be taken out.",
    ]


def test_promises_keep_their_order(refused, data):
    data[PROMISES]["undertaking"].reverse()

    assert refused() == ["Edition 2025 is published: its promises cannot change their order."]


def test_a_promise_may_move_to_another_file(refused, data):
    data["2025/2-more.toml"] = {"undertaking": [data[PROMISES]["undertaking"].pop()]}

    assert refused() == []


def test_an_edition_cannot_be_taken_out(refused, data):
    for path in [path for path in data if path.startswith("2025/")]:
        del data[path]
    data["2027/edition.toml"] = {}

    assert refused() == ["Edition 2025 is published, so it cannot be taken out."]


def test_days_may_become_known_and_a_new_edition_may_follow(refused, data):
    data["2025/edition.toml"] |= {"from": date(2025, 4, 1), "until": date(2027, 3, 31), "review_by": date(2027, 1, 1)}
    for path in [path for path in data if path.startswith("2025/")]:
        data[path.replace("2025/", "2027/")] = copy.deepcopy(data[path])
    data["2027/2-having-a-say.toml"]["undertaking"][0]["wording"] = "Other words in another edition."

    assert refused() == []


def test_a_day_that_was_known_stands(before, data, refused):
    before["2025/edition.toml"] = Document("2025/edition.toml", "", {**data["2025/edition.toml"], "from": ON})

    assert refused() == ["Edition 2025 is published: its `from` cannot change."]


@pytest.mark.parametrize("path", ["2025/easy-read.toml", "2025/glossary.toml", "concerns.toml"])
def test_what_helps_to_read_it_is_free(refused, data, path):
    data[path] = {}

    assert refused() == []


def test_contacts_groups_and_the_name_are_free_and_the_calendar_is_not(refused, data):
    data["agreement.toml"] |= {"contact": [], "group": [], "name": "New name", "calendar": "scotland"}

    assert refused() == ["`calendar` was england-and-wales when this was published. Findings rest on it."]


def test_official_words_are_added_and_then_stand(refused, data, before):
    data["2025/wording.toml"] = {"official": {"2.1": "The Words."}}
    assert refused() == []

    before["2025/wording.toml"] = Document("2025/wording.toml", "", {"official": {"2.1": "The  words."}})
    assert refused() == []

    data["2025/wording.toml"] = {"official": {"2.1": "Other words."}}
    assert refused() == ["The official words of promise 2.1 of 2025 are published: they cannot change."]


def test_beside_the_official_words_ours_may_be_mended(refused, data):
    data["2025/wording.toml"] = {"official": {"2.1": "The words."}}
    promise = data[PROMISES]["undertaking"][0]
    promise |= {"wording": "Mended.", "plain": "Mended.", "way_out": ["in other words"]}
    assert refused() == []

    promise["way_out"] = []
    assert refused() == ["Promise 2.1 of 2025 is published: its `way_out` cannot change."]


def test_a_published_check_is_never_edited(refused, data):
    standard(data, "consultation-length")["kept"] = {"stated": "closes"}

    assert refused() == ["The check “consultation-length” is published: its `kept` cannot change."]


def test_a_published_check_ends_but_is_not_taken_out(refused, data):
    check = standard(data, "consultation-length")
    check["until"] = ON
    assert refused() == []

    check["until"] = date(2027, 2, 28)
    assert "Its findings would go." in refused()[0]

    data[STANDARDS]["standard"].remove(check)
    assert refused() == ["The check “consultation-length” of 2025 is published, so it cannot be taken out."]


def test_an_end_that_has_passed_stands(refused, data, before):
    ended = copy.deepcopy(data[STANDARDS])
    for each in ended["standard"]:
        if each["code"] == "consultation-length":
            each["until"] = date(2027, 2, 1)
    before[STANDARDS] = Document(STANDARDS, "", ended)

    assert refused() == ["The check “consultation-length” ended on 2027-02-01. That day has passed, so it stands."]
    assert refused(date(2027, 2, 1)) == []


def test_a_local_number_is_adopted_from_the_day_it_was_agreed(refused, data):
    check = standard(data, "feedback-in-time")
    check |= {"number": "4 weeks", "adopted": ADOPTED, "since": ADOPTED["on"]}
    assert refused() == []

    check["since"] = date(2027, 1, 13)
    assert refused() == ["The check “feedback-in-time” would count for what was done before 2027-01-14."]

    del check["since"]
    assert refused() == ["The check “feedback-in-time” would count for what was done before 2027-01-14."]


def test_an_adopted_number_is_not_changed_afterwards(refused, data, before):
    adopted = copy.deepcopy(data[STANDARDS])
    for each in adopted["standard"]:
        if each["code"] == "feedback-in-time":
            each |= {"number": "4 weeks", "adopted": ADOPTED, "since": ADOPTED["on"]}
    before[STANDARDS] = Document(STANDARDS, "", adopted)
    standard(data, "feedback-in-time").update({"number": "6 weeks", "adopted": ADOPTED, "since": ADOPTED["on"]})

    assert refused() == ["The check “feedback-in-time” is published: its `number` cannot change."]


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"basis": "text"}, True),
        ({"basis": "text", "since": date(2027, 2, 28)}, True),
        ({"basis": "text", "since": ON}, False),
        ({"basis": "prompt"}, False),
        ({"basis": "local"}, False),
    ],
)
def test_a_new_check_judges_only_what_comes_after_it(refused, data, more, wrong):
    data[STANDARDS]["standard"].append({**NEW, **more})

    assert bool(refused()) is wrong
