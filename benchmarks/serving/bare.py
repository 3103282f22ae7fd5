"""A Django that does nothing but say hello, on the server that the site has: the least that a page could cost."""

import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

if not settings.configured:
    settings.configure(ALLOWED_HOSTS=["127.0.0.1"], LOGGING_CONFIG=None, ROOT_URLCONF=__name__)


def hello(_request: HttpRequest) -> HttpResponse:
    """Hello."""
    return HttpResponse("Hello", content_type="text/plain")


urlpatterns = [path("hello", hello)]
application = get_wsgi_application()


def serve(port: int) -> None:
    """Serve it as livecompact/web/commands.py serves the site."""
    from granian import Granian  # noqa: PLC0415 (it starts threads when imported)
    from granian.constants import Interfaces  # noqa: PLC0415

    target = "benchmarks.serving.bare:application"
    Granian(target, port=port, interface=Interfaces.WSGI, workers=1, blocking_threads=1, log_access=False).serve()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
