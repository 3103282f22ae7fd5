"""What must hold in an agreement beyond its shape: each rule names its mistakes with file, line and mend."""

from livecompact.agreements.rules import (
    dates,
    easy_read,
    facts,
    ids,
    lengths,
    numbers,
    official,
    promises,
    references,
    standards,
)
from livecompact.agreements.rules.checked import Checked, Rule

__all__ = ["RULES", "Checked", "Rule"]

RULES: tuple[Rule, ...] = (
    ids.numbers_and_ids_of_promises_are_given_once,
    ids.names_in_a_list_are_given_once,
    ids.codes_of_practice_are_given_once,
    promises.editions_hold_promises,
    promises.undertakings_lie_in_sections,
    promises.names_are_short,
    promises.plain_words_are_plain,
    promises.checks_have_standards,
    lengths.words_of_promises_say_what_standards_ask,
    lengths.standards_say_what_they_ask,
    facts.standards_speak_of_known_facts,
    facts.standards_speak_of_known_choices,
    standards.examples_come_out_as_they_say,
    standards.reasons_excuse_only_where_the_text_lets_them,
    numbers.only_local_standards_leave_their_number_to_the_area,
    numbers.local_numbers_are_adopted,
    numbers.numbers_are_used,
    standards.silence_cannot_keep_a_promise,
    standards.kinds_act_for_the_side_that_is_bound,
    dates.dates_are_in_order,
    dates.editions_follow_each_other,
    references.the_parent_is_known,
    references.booklets_tell_of_known_topics,
    references.stories_tell_of_known_promises,
    easy_read.easy_sentences_are_short,
    easy_read.hard_words_are_told,
    official.official_words_belong_to_promises,
    official.renderings_keep_the_qualifiers,
)
