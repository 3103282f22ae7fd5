"""The agreements that ship: whole, without a mistake, in plain words, and true to the texts that were signed."""

import json
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from importlib.resources import as_file
from typing import Any

import pytest

from livecompact import agreements
from livecompact.agreements import shipped
from livecompact.agreements.documents import read_documents
from livecompact.agreements.plainness import folded, periods_in, qualifiers_in, sentences, word_count
from livecompact.agreements.validating import validate
from livecompact.standards.standard import Basis
from tests.agreements import official

EVERY = pytest.mark.parametrize("name", agreements.bundled())
OFFICIAL = pytest.mark.skipif(not official.TEXTS.is_dir(), reason="the signed texts are not beside the checkout")
PRINTED = {"hertfordshire": official.hertfordshire, "dacorum": official.dacorum}
OURS = re.compile(r"[\w’'-]+")
LONGEST_RUN = 7
"""So many words of ours in a row may be those of the signed text; it is not ours to ship."""


def sides(name: str) -> dict[str, int]:
    return dict(Counter(each.binds.value for each in agreements.load(name).newest.undertakings))


def texts_in(data: Any) -> Iterator[str]:
    """Every text in the data of a file but headings: a section bears the title that the signed text gives it."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, list):
        for part in data:
            yield from texts_in(part)
    elif isinstance(data, dict):
        for key, part in data.items():
            if key != "title":
                yield from texts_in(part)


def test_three_agreements_ship():
    assert agreements.bundled() == ("dacorum", "hertfordshire", "model")


@EVERY
def test_an_agreement_that_ships_has_no_mistake(name):
    assert validate(shipped.folder(name)) == []


def test_hertfordshire_has_56_promises():
    assert sides("hertfordshire") == {"statutory": 28, "voluntary": 17, "joint": 11}


def test_dacorum_has_33_promises_in_its_own_parts():
    edition = agreements.load("dacorum").newest

    assert sides("dacorum") == {"statutory": 24, "voluntary": 9}
    assert (len(edition.undertakings), len(edition.principles), len(edition.challenges)) == (33, 11, 5)


def test_the_model_is_short_and_has_all_three_parties():
    assert sides("model") == {"statutory": 7, "voluntary": 3, "joint": 2}


def test_every_story_of_the_texts_is_told():
    assert len(agreements.load("hertfordshire").stories) == 4
    assert len(agreements.load("dacorum").stories) == 15
    assert agreements.load("model").stories == ()


@EVERY
def test_what_a_reader_looks_for_is_there(name):
    agreement = agreements.load(name)

    assert {"purpose", "aims", "legal-force", "works-with", "history"} <= {about.id for about in agreement.about}
    assert {"statutory", "voluntary", "community"} <= {who.id for who in agreement.who_may_sign}
    assert {"document", "easy-read", "on-request"} <= {form.id for form in agreement.formats}
    assert len(agreement.doors) == 2
    assert agreement.groups
    assert agreement.newest.terms
    assert agreement.newest.booklets
    assert [contact for contact in agreement.contacts if contact.who or contact.email or contact.phone] == []


def test_no_agreement_that_ships_says_when_it_began():
    for name in agreements.bundled():
        agreement = agreements.load(name)
        assert agreement.newest.starts is None
        assert agreement.calendar.nation == "england-and-wales"


@EVERY
def test_plain_words_are_plain(name):
    for each in agreements.load(name).newest.undertakings:
        assert max(map(word_count, sentences(each.plain))) <= 25, each.number


@EVERY
def test_plain_words_are_about_twelve_to_the_sentence(name):
    plain = [s for each in agreements.load(name).newest.undertakings for s in sentences(each.plain)]

    assert sum(map(word_count, plain)) / len(plain) <= 14


@EVERY
def test_easy_words_are_easy(name):
    said = [
        s
        for booklet in agreements.load(name).newest.booklets
        for each in booklet.statements
        for s in sentences(each.text)
    ]

    assert max(map(word_count, said)) <= 15
    assert sum(map(word_count, said)) / len(said) <= 9
    assert not [sentence for sentence in said if "%" in sentence or re.search(r"\b[A-Z]{2,}\b", sentence)]


@EVERY
def test_a_number_in_the_formal_words_is_in_the_plain_ones(name):
    for each in agreements.load(name).newest.undertakings:
        assert set(periods_in(each.plain)) == set(periods_in(each.wording)), each.number


@EVERY
def test_a_way_out_can_be_found_in_our_own_words(name):
    for each in agreements.load(name).newest.undertakings:
        for words in each.way_out:
            keys = {word for word in folded(words).split() if len(word) > 4}
            assert any(word[:6] in folded(each.wording) for word in keys or {folded(words)}), (each.number, words)


@EVERY
def test_a_local_number_ships_empty(name):
    for standard in agreements.load(name).newest.standards:
        if standard.basis is Basis.LOCAL:
            assert standard.adopted is None, standard.code
            assert not standard.gives_verdicts, standard.code


@EVERY
def test_a_standard_has_two_examples_or_more_one_of_them_without_evidence(name):
    for standard in agreements.load(name).newest.standards:
        assert len(standard.examples) >= 2, standard.code
        assert "no evidence" in {example.verdict for example in standard.examples}, standard.code


def test_the_two_agreements_ask_for_their_own_numbers_out_of_one_rule():
    def asked(name: str) -> str:
        [standard] = [s for s in agreements.load(name).newest.standards if s.code == "consultation-length"]
        return str(standard.kept.at_least)  # type: ignore[attr-defined]

    assert (asked("hertfordshire"), asked("dacorum")) == ("12 weeks", "8 weeks")


def test_a_promise_of_the_council_binds_the_council_only():
    edition = agreements.load("dacorum").newest

    assert {each.number: each.only for each in edition.undertakings if each.only} == {
        f"D-S-GOV-{number}": ("GB-LAE-DAC",) for number in (1, 2, 3, 4)
    }


@OFFICIAL
@pytest.mark.parametrize("name", PRINTED)
def test_every_number_of_the_signed_text_is_here_and_binds_the_same_party(name):
    printed = {number: side for number, (side, _) in PRINTED[name]().items()}

    assert {each.number: each.binds for each in agreements.load(name).newest.undertakings} == printed


@OFFICIAL
@pytest.mark.parametrize("name", PRINTED)
def test_every_qualifier_of_the_signed_text_is_kept_and_none_is_added(name):
    printed = PRINTED[name]()

    for each in agreements.load(name).newest.undertakings:
        said = printed[each.number][1]
        assert qualifiers_in(each.wording) == qualifiers_in(said), each.number
        assert [words for words in each.way_out if folded(words) not in folded(said)] == [], each.number


@OFFICIAL
@pytest.mark.parametrize("name", PRINTED)
def test_every_length_of_time_of_the_signed_text_is_kept(name):
    printed = PRINTED[name]()
    told = {number: periods_in(said.replace("12week", "12-week")) for number, (_, said) in printed.items()}

    assert {each.number: periods_in(each.wording) for each in agreements.load(name).newest.undertakings} == told
    assert sum(map(len, told.values())) > 0


@OFFICIAL
@pytest.mark.parametrize("name", PRINTED)
def test_the_signed_text_can_be_loaded_and_agrees(name, tmp_path):
    with as_file(shipped.folder(name)) as folder:
        shutil.copytree(folder, tmp_path / name)
    edition = agreements.load(name).newest.id
    wording = [f"{json.dumps(number)} = {json.dumps(said)}" for number, (_, said) in PRINTED[name]().items()]
    (tmp_path / name / edition / "wording.toml").write_text("\n".join(["[official]", *wording]), encoding="utf-8")

    assert validate(tmp_path / name) == []
    first = agreements.load(tmp_path / name).newest.undertakings[0]
    assert first.official == PRINTED[name]()[first.number][1]


@OFFICIAL
def test_principles_challenges_and_stories_are_as_many_as_the_signed_text_has():
    assert official.bullets_of("dacorum", "Shared Principles", "Undertakings") == 11
    assert official.bullets_of("dacorum", "Challenges", "Shared Principles") == 5
    assert official.bullets_of("dacorum", "Annex A", "Annex B") == 15
    assert official.text_of("hertfordshire").count("Case Study") == 4


@OFFICIAL
@pytest.mark.parametrize("name", PRINTED)
def test_no_sentence_is_taken_over_from_the_signed_text(name):
    run = LONGEST_RUN + 1
    theirs = OURS.findall(folded(official.text_of(name)))
    runs = {tuple(theirs[at : at + run]) for at in range(len(theirs) - run + 1)}
    taken = [
        " ".join(words[at : at + run])
        for document in read_documents(shipped.folder(name))[0].values()
        for words in map(OURS.findall, map(folded, texts_in(document.data)))
        for at in range(len(words) - run + 1)
        if tuple(words[at : at + run]) in runs
    ]

    assert taken == []
