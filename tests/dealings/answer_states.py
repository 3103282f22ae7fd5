"""The pages of answers to a consultation, and those on which a dispute is decided, in each state."""

from datetime import date
from typing import Any

import pytest

from livecompact.dealings import actions
from livecompact.dealings.models import Dealing, Dispute
from livecompact.dealings.responding.taking_out import Out
from livecompact.kinds import kind
from livecompact.people.roles import Role
from tests.dealings.making import BY, charity, consultation, council, moment
from tests.dealings.records import HERE, LONG, TOLD_CHANGE, changes, none_yet
from tests.dealings.sides_states import DISPUTE, ENDED, disputed, long_disputed
from tests.harness.compacts import both_compacts
from tests.harness.states import LONG_WORD, Kind, State, Step, at

ANSWERS = f"{HERE}/2026/library-hours/answers"
SAID = "Open on Sundays. Ask Ann Lee.\nShe knows."
AT = moment(date(2026, 6, 1))


def answered(patch: pytest.MonkeyPatch) -> None:
    """A consultation of the body for which somebody signs in, with an answer in each state and its numbers."""
    _answered(patch, "A resident", SAID, "Ann Lee")


def long_answered(patch: pytest.MonkeyPatch) -> None:
    """The same with answers whose every word is long."""
    _answered(patch, LONG_WORD[:100], f"{LONG}\n{LONG} {LONG_WORD[40:90]}", LONG_WORD[40:90])


def unanswered(patch: pytest.MonkeyPatch) -> None:
    """The consultation alone."""
    both_compacts(patch)
    consultation(council("Hartsmere Food Bank"))


def decided(patch: pytest.MonkeyPatch) -> None:
    """Two disputes, of which one was decided."""
    disputed(patch)
    made = Dealing.objects.get(title="Library hours")
    said = actions.dispute(
        dealing=made,
        fact="opens",
        value=date(2026, 3, 4),
        organisation=Dispute.objects.get(pk=DISPUTE).organisation,
        by=BY,
        at=moment(date(2026, 9, 2)),
    )
    day = moment(date(2026, 9, 9))
    actions.decide(dispute=said, as_they_say=False, reason="The poster names the day.", by="Compact group", at=day)


def replied(patch: pytest.MonkeyPatch) -> None:
    """A change that a group was told of, and what the group answered."""
    changes(patch)
    told = Dealing.objects.get(key=TOLD_CHANGE)
    actions.reply_early(dealing=told, text="Forty families lose their lunch.", by=BY, at=moment(date(2026, 11, 3)))


def _answered(patch: pytest.MonkeyPatch, called: str, text: str, out: str) -> None:
    both_compacts(patch)
    charity("Hartsmere Night Shelter")
    made = consultation(council("Hartsmere Food Bank"))
    facts = kind("consultation").read({**made.facts, "answers_online": "1204", "answers_on_paper": "31"})
    made = actions.change_facts(dealing=made, facts=facts, by=BY, at=AT)
    agreed: dict[str, Any] = {"agreed_on": date(2026, 5, 2), "agreed_how": "paper"}
    told: dict[str, Any] = {"way": "paper", "came_on": date(2026, 5, 1), "called": called, "text": text}
    for more in (agreed, agreed, {}):
        row = actions.add_answer(dealing=made, told=actions.Answered(**told, **more), by=BY, at=AT)
        if row.number == 1:
            actions.look_over(response=row, out=[Out(out, "names")], by=BY, at=AT)
            actions.publish_answers(dealing=made, by=BY, at=AT)
        elif row.number == 2:
            actions.look_over(response=row, out=[], by=BY, at=AT)


def _by(
    route: str,
    address: str,
    kind: Kind = Kind.NORMAL,
    fields: dict[str, str] | None = None,
    **rest: Any,
) -> State:
    rest = {"prepare": answered, "role": Role.REPRESENTATIVE, "cookies": True, **rest}
    return State(route, kind, (Step(address, fields),), **rest)


TOLD = f"/hertfordshire/changes/told/{TOLD_CHANGE}"
OFFICER: dict[str, Any] = {"role": Role.OFFICER, "prepare": decided}
STATES = (
    at("dealing", ANSWERS.removesuffix("/answers"), prepare=answered),
    at("dealing_answers", ANSWERS, prepare=answered),
    at("dealing_answers", ANSWERS, Kind.EMPTY, prepare=unanswered),
    at("dealing_answers", ANSWERS, Kind.LONG, prepare=long_answered),
    at("dealing_answers.json", f"{ANSWERS}.json", prepare=answered, html=False),
    at("dealing_answers.csv", f"{ANSWERS}.csv", prepare=answered, html=False),
    _by("dealing_answers_ours", f"{ANSWERS}/ours"),
    _by("dealing_answers_ours", f"{ANSWERS}/ours", Kind.EMPTY, prepare=unanswered),
    _by("dealing_answers_ours", f"{ANSWERS}/ours", Kind.LONG, prepare=long_answered),
    _by("dealing_answers_count", f"{ANSWERS}/count"),
    _by("dealing_answers_count", f"{ANSWERS}/count", Kind.ERROR, {"answers_online": "many"}),
    _by("dealing_answer_new", f"{ANSWERS}/new"),
    _by("dealing_answer_new", f"{ANSWERS}/new", Kind.ERROR, {"agrees": "yes", "came_on-day": "x"}),
    _by("dealing_answer", f"{ANSWERS}/1"),
    _by("dealing_answer", f"{ANSWERS}/2"),
    _by("dealing_answer", f"{ANSWERS}/2", Kind.LONG, prepare=long_answered),
    _by("dealing_answer_delete", f"{ANSWERS}/2/delete"),
    _by("dealing_answer_look_over", f"{ANSWERS}/3/look-over"),
    _by("dealing_answer_look_over", f"{ANSWERS}/3/look-over", Kind.ERROR, {"count": "1", "words_1": "Nobody"}),
    _by("dealing_told", TOLD, **OFFICER | {"prepare": replied}),
    _by("dealing_told_reply", f"{TOLD}/reply", **OFFICER | {"prepare": replied}),
    _by("dealing_told_reply", f"{TOLD}/reply", Kind.ERROR, {"text": "."}, **OFFICER | {"prepare": changes}),
    _by("disputes", "/hertfordshire/disputes", **OFFICER),
    _by("disputes", "/hertfordshire/disputes", Kind.EMPTY, **OFFICER | {"prepare": none_yet}),
    _by("disputes", "/hertfordshire/disputes", Kind.LONG, **OFFICER | {"prepare": long_disputed}),
    _by("dispute_decide", f"/hertfordshire/disputes/{DISPUTE}", **OFFICER),
    _by("dispute_decide", f"/hertfordshire/disputes/{DISPUTE}", Kind.ERROR, {"reason": "."}, **OFFICER),
    _by("dispute_decide", f"/hertfordshire/disputes/{ENDED}", Kind.EMPTY, **OFFICER),
)
