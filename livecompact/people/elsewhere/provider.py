"""The provider that the settings name, and what it says of itself (OpenID Connect Discovery 1.0)."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings

from livecompact.people.elsewhere.asking import NotReached, is_private, kept

DISCOVERY = "/.well-known/openid-configuration"


@dataclass(frozen=True, kw_only=True)
class Provider:
    """Whose accounts sign in here: where it is, what it knows us as, what the button says, whose addresses count.

    `proves` is the claim that says that an address is the person's own.
    """

    issuer: str
    client: str
    secret: str
    name: str
    domains: frozenset[str]
    proves: str


@dataclass(frozen=True, kw_only=True)
class Places:
    """Where a provider takes people, tokens and questions."""

    authorisation: str
    tokens: str
    keys: str
    userinfo: str
    basic: bool  # our secret goes into a header, not into the form


def provider() -> Provider | None:
    """The provider of this site; None where there is none."""
    site = settings.SITE
    if not site.oidc_issuer:
        return None
    return Provider(
        issuer=site.oidc_issuer,
        client=site.oidc_client,
        secret=site.oidc_secret,
        name=site.oidc_name,
        domains=frozenset(site.oidc_domains),
        proves=site.oidc_verified,
    )


def places(of: Provider) -> Places:
    """What the provider says of itself, asked once an hour; NotReached where it says it of another or not at all."""
    said = kept(of.issuer.rstrip("/") + DISCOVERY)
    if said.get("issuer") != of.issuer:
        raise NotReached("the provider gives itself another name than the settings")
    methods = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    try:
        where = Places(
            authorisation=str(said["authorization_endpoint"]),
            tokens=str(said["token_endpoint"]),
            keys=str(said["jwks_uri"]),
            userinfo=str(said.get("userinfo_endpoint", "")),
            basic="client_secret_basic" in methods,
        )
    except KeyError as missing:
        raise NotReached(f"the provider does not say its {missing}") from None
    used = (where.authorisation, where.tokens, where.keys, where.userinfo or of.issuer)
    if not all(map(is_private, used)):
        raise NotReached("the provider leads to an address without https")
    return where


def keys(where: Places, *, anew: bool = False) -> list[dict[str, Any]]:
    """The keys with which the provider signs; `anew` asks for them again, at most once a minute."""
    found = kept(where.keys, at_most=60 if anew else 3600).get("keys")
    return [key for key in found if isinstance(key, dict)] if isinstance(found, list) else []
