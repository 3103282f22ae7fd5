"""The addresses of the checks. What a check leads to stands above, and before these: a page's name may be any word."""

from typing import Any

from django.urls import path, register_converter

from livecompact.checks import views
from livecompact.checks.journeys import JOURNEYS
from livecompact.checks.journeys.journey import Journey


class OneOfTheChecks:
    """A check in an address: one of those that there are."""

    regex = "|".join(JOURNEYS)

    def to_python(self, value: str) -> Journey:
        """The check of that name."""
        return JOURNEYS[value]

    def to_url(self, value: Any) -> str:
        """Its name, out of the check or as it is."""
        return value.id if isinstance(value, Journey) else str(value)


register_converter(OneOfTheChecks, "journey")

IN_COMPACT = "<slug:compact>/check"

urlpatterns = [
    path(IN_COMPACT, views.checks, name="check"),
    path(f"{IN_COMPACT}/file", views.file, name="check_file"),
    path(f"{IN_COMPACT}/<journey:journey>", views.start, name="check_journey"),
    path(f"{IN_COMPACT}/<journey:journey>/result", views.result, name="check_result"),
    *[
        path(f"{IN_COMPACT}/<journey:journey>/result.{form}", views.result, {"form": form}, name=f"check_result.{form}")
        for form in ("pdf", "docx")
    ],
    path(f"{IN_COMPACT}/<journey:journey>/<slug:page>", views.question, name="check_question"),
]
