"""Words of the glossary, found and linked in a text."""

from livecompact.agreements.agreement import Term
from livecompact.compacts.terms import Linker, speaks_of

SECTOR = Term(term="Voluntary and community sector", means="…", source="Glossary", also=("VCS", "groups"))
PUBLIC = Term(term="Statutory sector", means="…", source="Glossary", also=("SO", "public bodies"))
COMMUNITY = Term(term="Community", means="…", source="Glossary")


def linked(text, *terms):
    return str(Linker(terms, lambda term: f"/{len(term.also)}")(text))


def test_a_word_is_linked_at_its_first_use_only():
    link = '<a class="govuk-link compacts-term" href="/2">Groups</a>'

    assert linked("Groups and groups.", SECTOR) == f"{link} and groups."


def test_the_other_words_for_a_term_count_as_the_same_use():
    assert linked("The VCS: groups.", SECTOR).count("<a ") == 1


def test_the_longest_words_win():
    found = linked("The voluntary and community sector.", COMMUNITY, SECTOR)

    assert found == 'The <a class="govuk-link compacts-term" href="/2">voluntary and community sector</a>.'


def test_initials_are_not_found_in_small_words():
    assert linked("Not so.", PUBLIC) == "Not so."
    assert "SO</a>" in linked("Each SO.", PUBLIC)


def test_one_and_several_are_the_same_word():
    assert "Groups</a>" in linked("Groups", Term(term="Group", means="…", source="Glossary"))
    assert "COMMUNITYS</a>" in linked("COMMUNITYS", COMMUNITY)


def test_part_of_a_word_is_not_linked():
    assert linked("Communities, regroups.", SECTOR, COMMUNITY) == "Communities, regroups."


def test_the_text_itself_is_escaped():
    assert linked("<b> & groups", SECTOR).startswith("&lt;b&gt; &amp; <a")
    assert linked("<b>") == "&lt;b&gt;"


def test_use_is_known_from_one_text_to_the_next_of_a_page():
    link = Linker((SECTOR,), lambda _: "/sector")

    assert "<a" in link("Groups first.")
    assert link("Then groups.") == "Then groups."


def test_a_text_speaks_of_a_term_by_any_of_its_names():
    assert speaks_of(PUBLIC, "Public bodies will …")
    assert not speaks_of(PUBLIC, "It is so.")
