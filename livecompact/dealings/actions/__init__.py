"""What is done to dealings: every change to this room's tables is here."""

from livecompact.dealings.actions.answering import AlreadyExplained, AlreadySaid, explain, reply
from livecompact.dealings.actions.answering_early import NotTold, reply_early, take_reply_back
from livecompact.dealings.actions.answers import (
    Answered,
    IsPublic,
    add_answer,
    change_answer,
    delete_answer,
    look_over,
    publish_answers,
    take_down,
)
from livecompact.dealings.actions.changing import NothingChanged, change_facts, record_reached, withdraw
from livecompact.dealings.actions.counting import count_quarters
from livecompact.dealings.actions.disputing import (
    AlreadyDisputed,
    AlreadySettled,
    SaysTheSame,
    accept,
    decide,
    dispute,
    take_back,
)
from livecompact.dealings.actions.drafting import Told, draft, forget_drafts, redraft
from livecompact.dealings.actions.feeding_back import Heard, say_what_changed, themes_of
from livecompact.dealings.actions.judging import rejudge, rejudge_compact, rejudge_organisation
from livecompact.dealings.actions.missing import (
    AlreadyAnswered,
    here_it_is,
    let_it_stand,
    note_told,
    say_missing,
    say_why_not,
    take_missing_back,
)
from livecompact.dealings.actions.opening import close_record, open_record
from livecompact.dealings.actions.opening_yearly import open_yearly
from livecompact.dealings.actions.publishing import NotADraft, publish, publish_dealing
from livecompact.dealings.actions.telling_first import (
    days_for,
    hold_back,
    publish_due,
    show_name,
    show_now,
    tell_and_publish_due,
    tell_first,
)
from livecompact.dealings.actions.telling_who_answered import forget_answers, tell_who_answered

__all__ = [
    "AlreadyAnswered",
    "AlreadyDisputed",
    "AlreadyExplained",
    "AlreadySaid",
    "AlreadySettled",
    "Answered",
    "Heard",
    "IsPublic",
    "NotADraft",
    "NotTold",
    "NothingChanged",
    "SaysTheSame",
    "Told",
    "accept",
    "add_answer",
    "change_answer",
    "change_facts",
    "close_record",
    "count_quarters",
    "days_for",
    "decide",
    "delete_answer",
    "dispute",
    "draft",
    "explain",
    "forget_answers",
    "forget_drafts",
    "here_it_is",
    "hold_back",
    "let_it_stand",
    "look_over",
    "note_told",
    "open_record",
    "open_yearly",
    "publish",
    "publish_answers",
    "publish_dealing",
    "publish_due",
    "record_reached",
    "redraft",
    "rejudge",
    "rejudge_compact",
    "rejudge_organisation",
    "reply",
    "reply_early",
    "say_missing",
    "say_what_changed",
    "say_why_not",
    "show_name",
    "show_now",
    "take_back",
    "take_down",
    "take_missing_back",
    "take_reply_back",
    "tell_and_publish_due",
    "tell_first",
    "tell_who_answered",
    "themes_of",
    "withdraw",
]
