"""The site's addresses, a hello that goes through all that stands before a page, and the queries that a page makes."""

from django.conf import settings
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import path

from benchmarks.serving.bare import hello
from livecompact.web.urls import urlpatterns as of_the_site


def queries(request: HttpRequest) -> HttpResponse:
    """How often the page at an address asks the database, once it was opened before."""
    visitor = Client(headers={"host": settings.SITE.host})
    visitor.get(request.GET["of"])
    with CaptureQueriesContext(connection) as asked:
        visitor.get(request.GET["of"])
    return HttpResponse(str(len(asked)), content_type="text/plain")


# Both go by the name of a page that is open to everyone: a route that the table of rights does not know answers nobody.
urlpatterns = [path("hello", hello, name="robots"), path("queries", queries, name="robots"), *of_the_site]
