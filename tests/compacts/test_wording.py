"""How the pages read: short sentences, outside official wording, names and the glossary."""

import pytest

from livecompact import agreements
from livecompact.agreements.plainness import sentences, word_count
from livecompact.compacts.pages.promise import shown_standard
from livecompact.compacts.sitemap import addresses
from tests.compacts.wording import mean_words, sentences_of

TELLS_OF_ITSELF = ("about", "stories", "groups", "joining", "concerns", "codes", "topics", "editions", "sections")
"""Pages that hold what an agreement tells of itself in its own folder: guidance, which may be a little longer."""


@pytest.fixture
def said(client, compacts):
    return {address: sentences_of(client.get(address).text) for address in addresses()}


@pytest.fixture(scope="module")
def ground_floor():
    """The sentences of standards and findings, which are made on the ground floor and held to their length there."""
    found: set[str] = set()
    for name in agreements.bundled():
        for standard in map(shown_standard, agreements.load(name).newest.standards):
            texts = [standard.asks, *standard.says, *(example.working for example in standard.examples)]
            found |= {sentence for text in texts for sentence in sentences(" ".join(text.split()))}
    return found


def test_no_sentence_has_more_than_25_words(said, ground_floor):
    every = {sentence: address for address, all_of_them in said.items() for sentence in all_of_them}

    assert {s: at for s, at in every.items() if word_count(s) > 25 and s not in ground_floor} == {}


def test_sentences_have_twelve_words_on_average(said):
    assert mean_words([sentence for all_of_them in said.values() for sentence in all_of_them]) <= 12


def test_no_page_is_far_from_that(said):
    limits = {
        address: 15.5 if address.split("/")[2:3] and address.split("/")[2] in TELLS_OF_ITSELF else 13
        for address in said
    }

    assert {at: mean for at in said if (mean := round(mean_words(said[at]), 1)) > limits[at]} == {}


def test_pages_say_nothing_in_words_we_do_not_use(said):
    banned = ("please", "sorry", "invalid", "oops", "click here", "e.g.", "i.e.")
    found = {(word, s) for all_of_them in said.values() for s in all_of_them for word in banned if word in s.lower()}

    assert found == set()
