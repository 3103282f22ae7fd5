"""What a provider says of somebody: fetched for a code, and believed only if it is signed, for us, and of this try."""

import base64
import hmac
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from livecompact.people.elsewhere.asking import asked
from livecompact.people.elsewhere.provider import Places, Provider, keys

SIGNED_WITH = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA")
KINDS = ("RSA", "EC", "OKP")  # of keys that are public; with another kind our secret would do for a signature
LEEWAY = 60  # seconds between two clocks
YES = (True, "true", "1")  # 1 is True; some providers write it as text


class NotTrusted(Exception):
    """What the provider answered is not proved to be its word on this try."""


@dataclass(frozen=True)
class Said:
    """The address that a provider gives, and whether it says that it is the person's own."""

    email: str
    proved: bool


def said_of(code: str, *, verifier: str, nonce: str, back: str, of: Provider, where: Places) -> Said:
    """Whom the code stands for. NotReached where the provider does not answer, NotTrusted where it proves nothing."""
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    if where.basic:
        pair = f"{quote(of.client, safe='')}:{quote(of.secret, safe='')}"  # RFC 6749, 2.3.1
        answer = asked(where.tokens, form=form, authorisation=f"Basic {base64.b64encode(pair.encode()).decode()}")
    else:
        answer = asked(where.tokens, form=form | {"client_id": of.client, "client_secret": of.secret})
    claims = believed(str(answer.get("id_token", "")), nonce=nonce, of=of, where=where)
    if "email" not in claims and where.userinfo:
        more = asked(where.userinfo, authorisation=f"Bearer {answer.get('access_token', '')}")
        if more.get("sub") != claims["sub"]:
            raise NotTrusted("the second answer is of somebody else")
        claims = more
    return Said(str(claims.get("email", "")).strip(), claims.get(of.proves) in YES)


def believed(token: str, *, nonce: str, of: Provider, where: Places) -> dict[str, Any]:
    """The claims of a token, once all of OpenID Connect Core 1.0, 3.1.3.7 holds; NotTrusted where it does not."""
    import jwt  # noqa: PLC0415 (an extra: only where a provider is named)

    try:
        key = _key(jwt.get_unverified_header(token), where)
        claims: dict[str, Any] = jwt.decode(
            token,
            key=jwt.PyJWK(key),
            algorithms=SIGNED_WITH,
            audience=of.client,
            issuer=of.issuer,
            leeway=LEEWAY,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )
    except jwt.PyJWTError as problem:
        raise NotTrusted(f"{type(problem).__name__}: {problem}") from problem
    if not hmac.compare_digest(str(claims.get("nonce", "")).encode(), nonce.encode()):
        raise NotTrusted("the token is of another try")
    several = isinstance(claims["aud"], list) and len(claims["aud"]) > 1
    if claims.get("azp", None if several else of.client) != of.client:
        raise NotTrusted("the token was given to another site")
    return claims


def _key(header: dict[str, Any], where: Places) -> dict[str, Any]:
    wanted = header.get("kid")
    for anew in (False, True):  # a provider changes its keys now and then
        signing = [key for key in keys(where, anew=anew) if key.get("kty") in KINDS and key.get("use", "sig") == "sig"]
        found = [key for key in signing if key.get("kid") == wanted] if wanted else signing
        if len(found) == 1:
            return found[0]
    raise NotTrusted("the provider has no such key")
