"""The addresses of this room."""

from django.urls import path

from livecompact.record import views

RECORD = "<slug:compact>/record"

urlpatterns = [
    path(f"{RECORD}.json", views.record, {"form": "json"}, name="record.json"),
    path(f"{RECORD}.atom", views.record_feed, name="record.atom"),
    path(f"{RECORD}/<int:number>.json", views.entry, {"form": "json"}, name="entry.json"),
    path(f"{RECORD}/<int:number>", views.entry, name="entry"),
    path(RECORD, views.record, name="record"),
]
