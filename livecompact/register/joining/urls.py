"""The addresses of joining."""

from django.urls import path

from livecompact.register.joining import views

JOIN = "<slug:compact>/join"

urlpatterns = [
    path(JOIN, views.start, name="join"),
    path(f"{JOIN}/not-yet", views.not_yet, name="join_not_yet"),
    path(f"{JOIN}/reminder.ics", views.reminder, name="join_reminder"),
    path(f"{JOIN}/paper", views.paper, name="join_paper"),
    path(f"{JOIN}/new-code", views.new_code, name="join_new_code"),
    path(f"{JOIN}/done/<str:reference>", views.done, name="join_done"),
    path(f"{JOIN}/<slug:page>", views.question, name="join_page"),
]
