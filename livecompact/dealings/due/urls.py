"""The addresses of an organisation's own days; they stand before those of the organisation itself."""

from django.urls import path

from livecompact.dealings.due import views

OURS = "<slug:compact>/organisations/<slug:organisation>"

urlpatterns = [
    path("my-calendar/<str:key>.ics", views.private_calendar, name="private_calendar"),
    path(f"{OURS}/due", views.due, name="organisation_due"),
    path(f"{OURS}/funding", views.funding, name="organisation_funding"),
    path(f"{OURS}/funding/add", views.add, name="organisation_funding_add"),
    path(f"{OURS}/funding/<slug:key>", views.edit, name="organisation_funding_edit"),
    path(f"{OURS}/funding/<slug:key>/letter", views.letter, name="organisation_funding_letter"),
    path(f"{OURS}/calendar", views.calendar, name="organisation_calendar"),
]
