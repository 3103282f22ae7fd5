"""The addresses of this room."""

from django.urls import path

from livecompact.opendata import views

urlpatterns = [
    path("<slug:compact>/calendar.ics", views.calendar, name="compact_calendar"),
    path("<slug:compact>/data/awards.json", views.awards, {"form": "json"}, name="grants.json"),
    path("<slug:compact>/data/awards.csv", views.awards, {"form": "csv"}, name="grants.csv"),
    path("<slug:compact>/data/checks.csv", views.checks, name="checks.csv"),
    path("<slug:compact>/data/checks-columns.csv", views.check_columns, name="check_columns.csv"),
    path("<slug:compact>/data", views.data, name="data"),
]
