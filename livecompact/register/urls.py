"""The addresses of this room."""

from django.urls import path

from livecompact.register import views
from livecompact.register.joining.urls import urlpatterns as joining
from livecompact.register.office import ACTS
from livecompact.register.ours.urls import urlpatterns as ours

LIST = "<slug:compact>/organisations"
ONE = f"{LIST}/<slug:organisation>"
FRIENDS = "<slug:compact>/friends"

urlpatterns = [
    *joining,
    *ours,
    path(f"{LIST}.json", views.organisations, {"form": "json"}, name="organisations.json"),
    path(f"{LIST}.csv", views.organisations, {"form": "csv"}, name="organisations.csv"),
    path(f"{LIST}.atom", views.feed, name="organisations.atom"),
    path(LIST, views.organisations, name="organisations"),
    path(f"{FRIENDS}.json", views.friends, {"form": "json"}, name="friends.json"),
    path(f"{FRIENDS}.csv", views.friends, {"form": "csv"}, name="friends.csv"),
    path(FRIENDS, views.friends, name="friends"),
    path(f"{LIST}/waiting", views.waiting, name="organisations_waiting"),
    path(f"{LIST}/add", views.add, name="organisation_add"),
    *[path(f"{ONE}/edit/{name}", views.act, {"name": name}, name=f"organisation_{name}") for name in ACTS],
    path(f"{ONE}/edit", views.edit, name="organisation_edit"),
    path(f"{ONE}/certificate.pdf", views.certificate_pdf, name="organisation_certificate.pdf"),
    path(f"{ONE}/certificate", views.certificate, name="organisation_certificate"),
    path(f"{ONE}/badge.svg", views.badge, name="organisation_badge"),
    path(f"{ONE}.json", views.organisation, {"form": "json"}, name="organisation.json"),
    path(ONE, views.organisation, name="organisation"),
]
