"""Lets nobody through who has no right in the table: a route without a row answers to no one."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from livecompact.people.queries import ask_once, roles_of, waits_for_second_factor
from livecompact.people.roles import Role
from livecompact.web.rights import TABLE
from livecompact.web.typed import signed_out, typed

READING = ("GET", "HEAD")


class Guard(LoginRequiredMiddleware):
    """Django's own "everybody signs in", where the table of rights says who need not, and what a role may do."""

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],  # noqa: ARG002 (Django's)
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        """None lets the request through; else a refusal, or the way to the sign-in page."""
        right = TABLE.get(request.resolver_match.view_name) if request.resolver_match else None
        if right is None:
            raise PermissionDenied
        method = request.method or ""
        if not right.takes(method):
            return HttpResponseNotAllowed(sorted(right.methods))
        if method in READING and settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated:
            ask_once(request.user)
        if Role.VISITOR in right.roles:
            return None
        if not request.user.is_authenticated:
            return signed_out(request) if typed(request) else self.handle_no_permission(request, view_func)
        roles = roles_of(
            request.user,
            at=timezone.now(),
            compact=view_kwargs.get("compact", ""),
            organisation=view_kwargs.get("organisation", ""),
            any_organisation=right.any_organisation,
        )
        if right.allows(method, roles):
            return None
        if waits_for_second_factor(request.user, at=timezone.now()):
            return redirect("mfa_index")  # where it is set up: their role works only with it
        raise PermissionDenied
