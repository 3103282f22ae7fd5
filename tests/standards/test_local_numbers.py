"""A number that the area has still to agree, and a standard that speaks to one side of a joint promise."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from livecompact.kinds import kind
from livecompact.standards.calendar import newest
from livecompact.standards.judging import judge
from livecompact.standards.language import Dated, Misspelt, Number, read_test
from livecompact.standards.reading import Unreadable, read_standard
from livecompact.standards.standard import Setting, Side, Standard

CONSULTATION = kind("consultation")
NOTICE = {"fact": "closes", "no_earlier_than": "{suggested} after opens"}


def standard(bound: Side = Side.STATUTORY, **said: Any) -> Standard:
    setting = Setting(binds=bound, calendar=newest("england-and-wales"), facts=CONSULTATION.by_name)
    table = {"code": "trial", "undertaking": "1", "of": "consultation", "asks": "…", "basis": "local", **said}
    return read_standard(table, setting, CONSULTATION.read)


def test_without_a_number_a_local_standard_can_tell_the_order_only():
    kept = standard(kept=NOTICE).kept
    assert isinstance(kept, Dated)
    assert str(kept.than) == "opens"


def test_the_number_agreed_counts_before_the_one_suggested():
    kept = standard(kept=NOTICE, suggested="3 months", number="6 months").kept
    assert isinstance(kept, Dated)
    assert str(kept.than) == "6 months after opens"


def test_one_suggested_length_serves_a_number_and_a_date():
    both = {"any_of": [{"fact": "themes", "at_least": "{suggested}"}, NOTICE]}
    months, dates = standard(kept=both, suggested="36 months").kept.parts()
    assert isinstance(months, Number)
    assert isinstance(dates, Dated)
    assert months.than == Decimal(36)
    assert str(dates.than) == "36 months after opens"


def test_a_number_with_an_unknown_unit_is_refused():
    with pytest.raises(Misspelt, match="“36 apples” is not a number"):
        read_test({"fact": "themes", "at_least": "36 apples"})


def test_a_standard_of_a_joint_promise_may_speak_to_public_bodies_only():
    narrow = standard(Side.JOINT, kept=NOTICE, suggested="1 day", binds="statutory")
    facts = CONSULTATION.read({"opens": "2025-03-03", "closes": "2025-05-25"})
    assert judge(narrow, facts, date(2026, 1, 1), side=Side.STATUTORY)
    assert judge(narrow, facts, date(2026, 1, 1), side=Side.VOLUNTARY) is None


@pytest.mark.parametrize(
    ("of_undertaking", "of_standard"),
    [(Side.STATUTORY, "voluntary"), (Side.STATUTORY, "statutory"), (Side.JOINT, "joint"), (Side.JOINT, "council")],
)
def test_a_standard_cannot_bind_more_than_its_promise_does(of_undertaking: Side, of_standard: str):
    with pytest.raises(Unreadable, match="is no part of"):
        standard(of_undertaking, kept=NOTICE, suggested="1 day", binds=of_standard)
