"""Asking for a code again: the library would lead back to the page of the first code, and nobody could mend a typo."""

from allauth.account.views import RequestLoginCodeView
from django.http import HttpRequest


class AskForCode(RequestLoginCodeView):  # type: ignore[misc]  # it comes without types
    """The library's page, that also answers to who has a code on its way."""

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: object) -> None:  # noqa: ARG002 (the library's)
        return None


request_login_code = AskForCode.as_view()
