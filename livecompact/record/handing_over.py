"""How far one mail got at the mail server: whether its words began to go, and whether the server answered.

SMTP has one moment of doubt: the words are there, and the answer is not. Who is in doubt may send again, and a mail
that arrived then arrives twice. So each such moment is noted before it begins, and there are at most two for one mail.
"""

import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.core.mail.backends.smtp import EmailBackend

TAKEN = 250


@dataclass
class HandOver:
    """One mail at the mail server. `begins` is called before the first of its words goes; `code` is the answer."""

    begins: Callable[[], None]
    began: bool = False
    code: int | None = None

    @property
    def taken(self) -> bool:
        """Whether the server said that it has the mail: whatever goes wrong afterwards, it is sent."""
        return self.code == TAKEN

    @property
    def in_doubt(self) -> bool:
        """Whether the mail may have arrived, though nobody said so."""
        return self.began and self.code is None


_NOW: ContextVar[HandOver | None] = ContextVar("hand_over", default=None)


@contextmanager
def watched(held: HandOver) -> Iterator[None]:
    """Let that be told of the mail that is sent meanwhile."""
    token = _NOW.set(held)
    try:
        yield
    finally:
        _NOW.reset(token)


class _Watched(smtplib.SMTP):
    """A connection to a mail server that tells how far a mail got."""

    def data(self, msg: bytes | str) -> tuple[int, bytes]:  # type: ignore[override]  # a str too, as smtplib's own takes
        """Send the words of a mail; the answer."""
        held = _NOW.get()
        if held is None:
            return super().data(msg)
        held.begins()
        held.began = True
        try:
            answer = super().data(msg)
        except smtplib.SMTPDataError as refused:
            held.code = refused.smtp_code
            raise
        held.code = answer[0]
        return answer


class _WatchedEncrypted(_Watched, smtplib.SMTP_SSL):
    """The same, encrypted from the beginning."""


class Backend(EmailBackend):
    """Django's own, by a connection that tells how far a mail got."""

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """What speaks with the server."""
        return _WatchedEncrypted if self.use_ssl else _Watched
