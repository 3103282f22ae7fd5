"""Reads a mail that came back: a report of delivery (RFC 3464), and which mail of ours it is about.

A mail is known by its Message-ID, a random key that only its own recipient and the servers on the way have seen: so
nobody makes another person unreachable.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import Message

FAILED, DELAYED = "failed", "delayed"
LONGEST = 160  # characters of what a server said
KEY = re.compile(r"<([0-9a-f]{32})@([^<>@\s]+)>")
STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
NOT_THE_ADDRESS = ("5.2.2", "5.2.3", "5.2.4", "5.3.", "5.4.", "5.6.", "5.7.")
"""What is wrong with the box just now, the mail, a server or a rule, and not with the address (RFC 3463)."""


@dataclass(frozen=True)
class Bounce:
    """What a report says of one mail of ours.

    key     of the notice that the mail was
    action  "failed" or "delayed"
    status  such as "5.1.1"; empty where it says none
    said    what the server said, in one line, without any address
    """

    key: str
    action: str
    status: str
    said: str

    @property
    def is_hard(self) -> bool:
        """Whether the address itself does not work, so that the next mail would come back too."""
        return self.action == FAILED and self.status.startswith("5.") and not self.status.startswith(NOT_THE_ADDRESS)


def read(raw: bytes, host: str) -> Bounce | None:
    """What a mail says of one that this host sent; None where it is no report, or about another's mail."""
    try:
        mail = message_from_bytes(raw, policy=policy.compat32)
        parts = list(mail.walk())
        key = _key(parts, host)
        return _told(parts, key) if key else None
    except (MessageError, ValueError, LookupError, TypeError, AttributeError):
        return None  # it is nothing that a mail server made


def _told(parts: "list[Message[str, str]]", key: str) -> Bounce | None:
    for block in _reports(parts):
        action = str(block.get("Action", "")).strip().lower()
        if action in (FAILED, DELAYED):
            found = STATUS.search(str(block.get("Status", "")))
            said = _plain(str(block.get("Diagnostic-Code", "")).partition(";")[2])
            return Bounce(key, action, found[0] if found else "", said)
    return None


def _reports(parts: "list[Message[str, str]]") -> "Iterator[Message[str, str]]":
    """The blocks of each report; the first tells of the whole, those after it of one recipient each."""
    for part in parts:
        payload = part.get_payload()
        if part.get_content_type() == "message/delivery-status" and isinstance(payload, list):
            yield from (block for block in payload if isinstance(block, Message))


def _key(parts: "list[Message[str, str]]", host: str) -> str:
    """The key of the mail that came back: from the copy of it, or of its head, at the end of the report."""
    for part in parts[1:]:
        found = KEY.fullmatch(_message_id(part).strip())
        if found and found[2].lower() == host.lower():
            return found[1]
    return ""


def _message_id(part: "Message[str, str]") -> str:
    if part.get_content_type() != "text/rfc822-headers":
        return str(part.get("Message-ID", ""))
    held = part.get_payload(decode=True)
    if not isinstance(held, bytes):
        return ""
    return str(message_from_bytes(held, policy=policy.compat32).get("Message-ID", ""))


def _plain(said: str) -> str:
    r"""One short line of what can be printed, in which no address stands.

    >>> _plain(" 550 5.1.1 <ann@example.org>:\n  no such user\x1b[2J")
    '550 5.1.1 …: no such user[2J'
    """
    line = "".join(each for each in " ".join(said.split()) if each.isprintable())
    return re.sub(r"<?[^\s<>]+@[^\s<>:;,]+>?", "…", line)[:LONGEST]
