"""Keeps what is not for everyone out of every cache."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

type Respond = Callable[[HttpRequest], HttpResponse]


class NothingStored:
    """`Cache-Control: no-store` on whatever a signed-in person sees, and on whatever sets a cookie."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, marked where it must be."""
        response = self.get_response(request)
        user = getattr(request, "user", None)
        if response.cookies or (user is not None and user.is_authenticated):
            response["Cache-Control"] = "no-store, private"
        return response
