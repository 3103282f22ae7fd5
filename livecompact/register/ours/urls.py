"""The addresses of an organisation's own pages."""

from django.urls import path

from livecompact.register.ours import views
from livecompact.register.ours.acts import ACTS

OURS = "<slug:compact>/organisations/<slug:organisation>/ours"

urlpatterns = [
    *[path(f"{OURS}/{name}", views.act, {"name": name}, name=f"organisation_ours_{name}") for name in ACTS],
    path(OURS, views.ours, name="organisation_ours"),
]
