"""One line in the log for each request: which route, how it ended, how long it took; never who, or what was typed."""

import logging
import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from livecompact.web.logs import milliseconds_since

log = logging.getLogger("livecompact.access")


class AccessLog:
    """Writes the pattern of the address (`<compact>/promises/<number>`), since an address itself may be secret."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The response, with its line written."""
        start = time.perf_counter()
        response = self.get_response(request)
        match = request.resolver_match
        about = {
            "method": request.method,
            "route": match.route if match else None,
            "status": response.status_code,
            "ms": milliseconds_since(start),
        }
        log.info("request", extra={"about": about})
        return response
