"""The addresses of an organisation's own pages."""

from django.urls import path

from livecompact.register.ours import views
from livecompact.register.ours.acts import ACTS

OURS = "<slug:compact>/organisations/<slug:organisation>/ours"

urlpatterns = [
    *[path(f"{OURS}/{name}", views.act, {"name": name}, name=f"organisation_ours_{name}") for name in ACTS],
    path(f"{OURS}/members", views.members, name="organisation_ours_members"),
    path("<slug:compact>/not-right/<str:token>", views.not_right, name="not_right"),
    path("<slug:compact>/still-agree/<str:token>", views.renew_by_link, name="renew_by_link"),
    path(OURS, views.ours, name="organisation_ours"),
]
