"""A mail server of the tests' own: it keeps what arrives, and misbehaves when it is told to."""

import asyncio
import socket
import ssl
from asyncio import Transport
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP
from cryptography import x509  # it is here with the passkeys of signing in
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HERE = "localhost"
OK, TRY_LATER, REFUSE, DROP, HANG = "ok", "4xx", "5xx", "drop before 250", "hang after the dot"
LONG = 30  # seconds for which it hangs: longer than anybody waits

type Mood = Callable[[int, str], str]


@dataclass
class Sink:
    """Keeps every mail that it was sent whole; `mood` says how it answers the n-th, of that Message-ID."""

    mood: Mood = lambda *_: OK
    mails: list[EmailMessage] = field(default_factory=list)
    recipients: list[str] = field(default_factory=list)
    answered: Counter[str] = field(default_factory=Counter)

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: ARG002, N802 (the library's)
        """What it says when a mail is there."""
        mail = message_from_bytes(envelope.content, policy=policy.default)
        mood = self.mood(self.answered.total(), str(mail["Message-ID"]))
        self.answered[mood] += 1
        if mood == TRY_LATER:
            return "451 4.3.0 Try again later"
        if mood == REFUSE:
            return "550 5.1.1 There is no such mailbox"
        self.mails.append(mail)
        self.recipients += envelope.rcpt_tos
        if mood == HANG:
            await asyncio.sleep(LONG)
        if mood == DROP:
            cast(Transport, server.transport).abort()
        return "250 OK"

    def copies(self) -> Counter[str]:
        """How often each Message-ID arrived."""
        return Counter(str(mail["Message-ID"]) for mail in self.mails)


@contextmanager
def sink(folder: Path, mood: Mood = lambda *_: OK, *, tls: bool = True, name: str = HERE) -> Iterator[tuple[Sink, int]]:
    """A mail server on this machine and its port; its certificate, for `name`, lies in the folder as cert.pem."""
    held = Sink(mood)
    context = _certified(folder, name) if tls else None
    port = free_port()
    server = Controller(
        held, hostname="127.0.0.1", port=port, tls_context=context, require_starttls=tls, server_hostname=HERE
    )
    server.start()
    try:
        yield held, port
    finally:
        server.stop()


def free_port() -> int:
    """A port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _certified(folder: Path, name: str) -> ssl.SSLContext:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    cert = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(cert.public_bytes(serialization.Encoding.PEM))
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    (folder / "key.pem").write_bytes(private)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context
