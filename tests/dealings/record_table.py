"""The table of who may do what to a record in each of its states; `test_states_of_a_record` holds the site to it.

Whoever a line does not name may not. A charity is the one that the record names, and `ours` act for whose record it is
on the public side; between the sides it is the charity's own, and the body is its partner.
"""

type Who = frozenset[str]
type Table = dict[str, dict[str, Who]]

OURS: Who = frozenset({"body", "body-2"})
OTHER_BODY: Who = frozenset({"other-body"})
CHARITY: Who = frozenset({"charity"})
OTHER_CHARITY: Who = frozenset({"other-charity"})
EITHER_CHARITY = CHARITY | OTHER_CHARITY
OFFICER: Who = frozenset({"officer"})
OTHERS: Who = frozenset({"officer-2", "site"})
"""Who runs the Compact or the site, but for the officer who asked for a second person."""
RUN = OFFICER | OTHERS
CHAIR: Who = frozenset({"chair"})

MAY: Table = {
    "nothing yet": {
        "begin": OURS | OTHER_BODY | RUN,
        "begin out of a check": OURS | OTHER_BODY | RUN,
        "say it is missing": OTHER_BODY | EITHER_CHARITY | RUN,
        "write down funding": CHARITY,
        "change funding": CHARITY,
        "remove funding": CHARITY,
        "make a calendar": CHARITY,
        "open the own record": CHARITY,
    },
    "kept": {
        "write on": OURS | RUN,
        "describe again": OURS | RUN,
        "publish or tell": OURS | RUN,
    },
    "waits for a second person": {
        "write on": OURS | RUN,
        "describe again": OURS | RUN,
        "publish or tell": OURS | OTHERS,
        "say yes": OTHERS | CHAIR,
        "say no": RUN | CHAIR,
    },
    "a change, kept": {
        "describe again": OURS | RUN,
        "publish or tell": OURS | RUN,
    },
    "told once a second person says yes": {
        "describe again": OURS | RUN,
        "publish or tell": OURS | OTHERS,
        "say yes": OTHERS | CHAIR,
        "say no": RUN | CHAIR,
    },
    "told": {
        "show": CHARITY | RUN,
        "show the name": CHARITY | RUN,
        "hold back": OURS | RUN,
        "reply early": CHARITY | RUN,
    },
    "told and public": {
        "show the name": CHARITY | RUN,
        "change": OURS | RUN,
        "reply": EITHER_CHARITY | RUN,
        "withdraw": OURS | RUN,
        "disagree": CHARITY | RUN,
    },
    "public": {
        "change": OURS | RUN,
        "explain": OURS | RUN,
        "reply": EITHER_CHARITY | RUN,
        "say it does not say why": EITHER_CHARITY | RUN,
        "note whom one reached": RUN,
        "withdraw": OURS | RUN,
        "say what changed": OURS | RUN,
        "count answers": OURS | RUN,
        "keep an answer": OURS,
        "write an answer anew": OURS,
        "look an answer over": OURS,
        "delete an answer": OURS,
        "publish answers": OURS,
        "take an answer down": OURS,
        "disagree": EITHER_CHARITY | RUN,
    },
    "public, of a group": {
        "change": OURS | RUN,
        "reply": EITHER_CHARITY | RUN,
        "withdraw": OURS | RUN,
        "disagree": CHARITY | RUN,
    },
    "disputed": {
        "change": OURS | RUN,
        "reply": EITHER_CHARITY | RUN,
        "withdraw": OURS | RUN,
        "accept": OURS | RUN,
        "take it back": CHARITY | RUN,
        "decide for them": RUN | CHAIR,
        "decide for the record": RUN | CHAIR,
    },
    "a decision waits": {
        "say yes": OTHERS | CHAIR,
        "say no": RUN | CHAIR,
        "change": OURS | RUN,
        "reply": EITHER_CHARITY | RUN,
        "withdraw": OURS | RUN,
        "accept": OURS | RUN,
        "take it back": CHARITY | RUN,
        "decide for them": OTHERS | CHAIR,
        "decide for the record": RUN | CHAIR,
    },
    "withdrawn": {},
    "between the sides": {
        "change": CHARITY | RUN,
        "reply": OURS | RUN,
        "withdraw": CHARITY | RUN,
    },
    "between the sides, disputed": {
        "change": CHARITY | RUN,
        "reply": OURS | RUN,
        "withdraw": CHARITY | RUN,
        "decide for them": RUN,
        "decide for the record": RUN,
    },
    "taken back": {},
    "missing": {
        "answer that it is missing": OURS | RUN,
        "note whom one told": RUN,
        "take back that it is missing": CHARITY | RUN,
    },
    "missing, and told": {
        "answer that it is missing": OURS | RUN,
        "take back that it is missing": CHARITY | RUN,
    },
    "missing, and answered": {
        "take back that it is missing": CHARITY | RUN,
    },
}
"""By state and act, whose act is done."""

LET_IN: Table = {
    "nothing yet": {
        "begin": EITHER_CHARITY,
        "begin out of a check": EITHER_CHARITY,
        "say it is missing": OURS,
    },
    "waits for a second person": {
        "publish or tell": OFFICER,
        "say yes": OFFICER,
    },
    "told once a second person says yes": {
        "publish or tell": OFFICER,
        "say yes": OFFICER,
    },
    "told and public": {
        "publish or tell": OURS | RUN,
        "explain": OURS | RUN,
        "say it does not say why": EITHER_CHARITY | RUN,
        "note whom one reached": RUN,
    },
    "public": {
        "publish or tell": OURS | RUN,
    },
    "public, of a group": {
        "publish or tell": OURS | RUN,
        "explain": OURS | RUN,
        "say it does not say why": EITHER_CHARITY | RUN,
        "note whom one reached": RUN,
    },
    "disputed": {
        "publish or tell": OURS | RUN,
        "explain": OURS | RUN,
        "say it does not say why": EITHER_CHARITY | RUN,
        "note whom one reached": RUN,
        "disagree": CHARITY | RUN,
        "accept": CHARITY,
        "take it back": OURS,
    },
    "a decision waits": {
        "publish or tell": OURS | RUN,
        "say yes": OFFICER,
        "explain": OURS | RUN,
        "say it does not say why": EITHER_CHARITY | RUN,
        "note whom one reached": RUN,
        "disagree": CHARITY | RUN,
        "accept": CHARITY,
        "take it back": OURS,
        "decide for them": OFFICER,
    },
    "between the sides": {
        "publish or tell": CHARITY | RUN,
        "explain": CHARITY | RUN,
        "say it does not say why": OURS | RUN,
        "note whom one reached": RUN,
    },
    "between the sides, disputed": {
        "publish or tell": CHARITY | RUN,
        "explain": CHARITY | RUN,
        "say it does not say why": OURS | RUN,
        "note whom one reached": RUN,
    },
}
"""By state and act, who is let in and finds nothing to do: a form is shown again, or leads back to the record.

Whoever writes on a draft that is none, or is not theirs, is let in too: they begin another.
"""
