"""A council's own sign-in, on this machine: an OpenID Connect provider, which lies when told to."""

import base64
import hashlib
import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import ec, rsa

CLIENT, SECRET = "livecompact", "between the two: 100%"
RSA = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)
CURVE = ec.generate_private_key(ec.SECP256R1())
USED_FOR = 300  # seconds


@dataclass
class Provider:
    """What it knows of who signs in, and how it answers.

    issuer    what it calls itself, and where it listens
    person    the claims of who signs in there
    tells     claims that are put into the token over the right ones; None leaves one out
    key, alg  with what the token is signed
    published the keys that it publishes
    userinfo  what the second question gets; None where the token tells it all
    basic     whether our secret comes in a header
    asked     each question that it was asked: its path and its form
    """

    issuer: str
    person: dict[str, Any] = field(default_factory=dict)
    tells: dict[str, Any] = field(default_factory=dict)
    key: Any = RSA
    alg: str = "RS256"
    kid: str | None = "one"
    published: list[dict[str, Any]] = field(default_factory=lambda: [public(RSA, "one")])
    userinfo: dict[str, Any] | None = None
    basic: bool = True
    document: dict[str, Any] = field(default_factory=dict)
    refuses: str = ""
    moves: str = ""
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    given: dict[str, dict[str, str]] = field(default_factory=dict)
    tokens: list[str] = field(default_factory=list)

    def discovery(self) -> dict[str, Any]:
        """What it says of itself."""
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorise",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/keys",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "token_endpoint_auth_methods_supported": ["client_secret_basic" if self.basic else "client_secret_post"],
        } | self.document

    def token(self, asked: dict[str, str]) -> dict[str, Any]:
        """The tokens for a code; AssertionError where the question is not as the protocol has it."""
        begun = self.given.pop(asked["code"])
        challenge = base64.urlsafe_b64encode(hashlib.sha256(asked["code_verifier"].encode()).digest()).rstrip(b"=")
        assert challenge.decode() == begun["code_challenge"]
        assert asked["redirect_uri"] == begun["redirect_uri"]
        now = int(time.time())
        claims = {"iss": self.issuer, "sub": "subject-of-ann", "aud": CLIENT, "iat": now, "exp": now + USED_FOR}
        claims |= {"nonce": begun["nonce"]} | ({} if self.userinfo is not None else self.person) | self.tells
        claims = {name: value for name, value in claims.items() if value is not None}
        headers = {"kid": self.kid} if self.kid else {}
        signed = jwt.encode(claims, self.key, algorithm=self.alg, headers=headers)
        access = secrets.token_urlsafe(20)
        self.tokens += [signed, access]
        return {"access_token": access, "token_type": "Bearer", "id_token": signed}

    def visit(self, address: str) -> str:
        """Sign in there as a person does: where it sends the browser back to, without the name of our site."""
        parts = urlsplit(address)
        assert f"{parts.scheme}://{parts.netloc}{parts.path}" == f"{self.issuer}/authorise"
        begun = {name: value for name, [value] in parse_qs(parts.query).items()}
        assert (begun["client_id"], begun["response_type"], begun["code_challenge_method"]) == (CLIENT, "code", "S256")
        code = secrets.token_urlsafe(10)
        self.given[code] = begun
        back = {"error": self.refuses} if self.refuses else {"code": code}
        return f"{urlsplit(begun['redirect_uri']).path}?{urlencode(back | {'state': begun['state']})}"


def public(key: Any, kid: str) -> dict[str, Any]:
    """A key as the provider publishes it."""
    kind = jwt.algorithms.RSAAlgorithm if isinstance(key, rsa.RSAPrivateKey) else jwt.algorithms.ECAlgorithm
    return json.loads(kind.to_jwk(key.public_key())) | {"kid": kid, "use": "sig"}  # type: ignore[no-any-return]


@contextmanager
def running() -> Iterator[Provider]:
    """A provider that listens on this machine until the end of the block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Answers)
    server.provider = Provider(f"http://127.0.0.1:{server.server_address[1]}")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server.provider  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Answers(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        of = self._of()
        match urlsplit(self.path).path:
            case "/.well-known/openid-configuration":
                self._say(of.discovery())
            case "/keys":
                self._say({"keys": of.published})
            case "/userinfo":
                known = self.headers["Authorization"] == f"Bearer {of.tokens[-1]}"
                self._say(of.userinfo or {}, 200 if known else 401)

    def do_POST(self) -> None:
        of = self._of()
        sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
        asked = {name: value for name, [value] in parse_qs(sent).items()}
        of.asked.append((self.path, asked))
        if of.moves:
            self.send_response(302)
            self.send_header("Location", of.moves)
            self.end_headers()
        elif self._knows(asked):
            self._say(of.token(asked))
        else:
            self._say({"error": "invalid_client"}, 401)

    def _knows(self, asked: dict[str, str]) -> bool:
        if not self._of().basic:
            return (asked["client_id"], asked["client_secret"]) == (CLIENT, SECRET)
        pair = base64.b64encode(f"{CLIENT}:between%20the%20two%3A%20100%25".encode()).decode()
        return self.headers["Authorization"] == f"Basic {pair}" and "client_secret" not in asked

    def log_message(self, *_args: Any) -> None:
        """Nothing: the tests ask what it was asked."""

    def _of(self) -> Provider:
        return self.server.provider  # type: ignore[attr-defined, no-any-return]

    def _say(self, said: dict[str, Any], status: int = 200) -> None:
        body = json.dumps(said).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
