"""The addresses of this room."""

from django.urls import path

from livecompact.board.over_time.views import records
from livecompact.board.views import board

FORMS = ("json", "csv")

urlpatterns = [
    *[path(f"<slug:compact>/board.{form}", board, {"form": form}, name=f"board.{form}") for form in FORMS],
    path("<slug:compact>/board", board, name="board"),
    *[path(f"<slug:compact>/records.{form}", records, {"form": form}, name=f"records.{form}") for form in FORMS],
    path("<slug:compact>/records", records, name="records"),
]
