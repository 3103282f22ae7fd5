"""What is done to dealings: every change to this room's tables is here."""

from livecompact.dealings.actions.answering import AlreadyExplained, AlreadySaid, explain, reply
from livecompact.dealings.actions.changing import NothingChanged, change_facts, record_reached, withdraw
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
from livecompact.dealings.actions.forgetting_uploads import forget_uploads
from livecompact.dealings.actions.judging import rejudge, rejudge_compact
from livecompact.dealings.actions.publishing import NotADraft, publish, publish_dealing

__all__ = [
    "AlreadyDisputed",
    "AlreadyExplained",
    "AlreadySaid",
    "AlreadySettled",
    "NotADraft",
    "NothingChanged",
    "SaysTheSame",
    "Told",
    "accept",
    "change_facts",
    "decide",
    "dispute",
    "draft",
    "explain",
    "forget_drafts",
    "forget_uploads",
    "publish",
    "publish_dealing",
    "record_reached",
    "redraft",
    "rejudge",
    "rejudge_compact",
    "reply",
    "take_back",
    "withdraw",
]
