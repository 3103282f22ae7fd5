"""Asking for a code again: the library would lead back to the page of the first code, and nobody could mend a typo."""

from typing import Any

from allauth.account.views import RequestLoginCodeView
from django.http import HttpRequest

from livecompact.people.elsewhere.provider import provider


class AskForCode(RequestLoginCodeView):  # type: ignore[misc]  # it comes without types
    """The library's page, that also answers to who has a code on its way, and offers a council's own accounts."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The library's, with whose accounts sign in here too, if any."""
        of = provider()
        return {**super().get_context_data(**kwargs), "elsewhere": of.name if of else ""}

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: object) -> None:  # noqa: ARG002 (the library's)
        return None


request_login_code = AskForCode.as_view()
