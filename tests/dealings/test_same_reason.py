"""A reason that one body gives again and again in the same words is shown as that."""

from datetime import date

import pytest

from livecompact.dealings import actions
from livecompact.dealings.actions.answering import Parts
from tests.dealings.making import BY, SHORT, consultation, council, moment
from tests.dealings.reading import words
from tests.dealings.records import HERE

BODY = "/hertfordshire/organisations/hartsmere-county-council"


def explained(body, number, reason):
    made = consultation(body, f"Consultation {number}", **SHORT)
    parts = Parts(context=f"Case {number}.", reason=reason, instead="Two meetings.")
    actions.explain(
        dealing=made, compact=made.home, standard="consultation-length", parts=parts, by=BY, at=moment(date(2026, 5, 1))
    )


@pytest.mark.parametrize("times", [2, 3])
def test_the_same_words_three_times_are_said_to_be_the_same_reason(client, compacts, times):
    body = council()
    for n, reason in enumerate(["The grant ends.", "the grant ends", "The grant  ends!"][:times]):
        explained(body, n, reason)
    explained(body, 9, "The hall burnt down.")
    explained(council("Hartsmere Borough Council"), 10, "The grant ends.")

    page, organisation = words(client.get(f"{HERE}/2026/consultation-0")), words(client.get(BODY))

    often = times == 3
    assert ("The same reason, 3 times, in the same words." in page) is often
    assert ("The same reason, 3 times: “" in organisation) is often
    assert "The hall burnt down" not in organisation
