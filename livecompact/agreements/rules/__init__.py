"""What must hold in an agreement beyond its shape: each rule names its mistakes with file, line and mend."""

from livecompact.agreements.rules import dates, official, promises, standards
from livecompact.agreements.rules.checked import Checked, Rule

__all__ = ["RULES", "Checked", "Rule"]

RULES: tuple[Rule, ...] = (
    promises.numbers_and_ids_are_given_once,
    promises.undertakings_lie_in_sections,
    promises.names_are_short,
    promises.plain_words_are_plain,
    promises.numbers_in_words_are_the_standards,
    standards.standards_have_their_own_codes,
    standards.standards_speak_of_known_facts,
    standards.examples_come_out_as_they_say,
    standards.reasons_excuse_only_where_the_text_lets_them,
    standards.local_numbers_are_adopted,
    standards.silence_can_break_a_promise,
    standards.binds_of_kinds_can_speak,
    standards.checks_have_standards,
    dates.dates_are_in_order,
    official.official_words_belong_to_promises,
)
