"""The addresses of this room."""

from django.urls import path

from livecompact.record import follow_views, views

RECORD = "<slug:compact>/record"

urlpatterns = [
    path(f"{RECORD}.json", views.record, {"form": "json"}, name="record.json"),
    path(f"{RECORD}.atom", views.record_feed, name="record.atom"),
    path(f"{RECORD}/unsent", views.unsent, name="unsent"),
    path(f"{RECORD}/<int:number>.json", views.entry, {"form": "json"}, name="entry.json"),
    path(f"{RECORD}/<int:number>/erase", views.erase, name="entry_erase"),
    path(f"{RECORD}/<int:number>", views.entry, name="entry"),
    path(RECORD, views.record, name="record"),
    path("<slug:compact>/follow", follow_views.follow, name="follow"),
    path("<slug:compact>/follow/<slug:key>", follow_views.follow_code, name="follow_code"),
    path("me/news", follow_views.my_news, name="my_news"),
    path("news/stop/<str:token>", follow_views.stop, name="news_stop"),
]
