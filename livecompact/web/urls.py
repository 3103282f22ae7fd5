"""The addresses: lower case, with hyphens, without a slash at the end. What a Compact has stands under its name."""

from django.urls import include, path

from livecompact.web import errors, health, views

urlpatterns = [
    path("help", views.page, {"name": "help"}, name="help"),
    path("accessibility", views.statement, name="accessibility"),
    path("privacy", views.privacy, name="privacy"),
    path("contact", views.contact, name="contact"),
    path("health", health.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path(".well-known/security.txt", views.security, name="security"),
    path("sitemap.xml", views.site_map, name="sitemap"),
    path("", include("livecompact.people.urls")),  # before those under a Compact's name: /me/data is no Compact's
    path("", include("livecompact.complaints.urls")),
    path("", include("livecompact.record.urls")),
    path("", include("livecompact.opendata.urls")),
    path("", include("livecompact.board.urls")),
    path("", include("livecompact.uploads.urls")),
    path("", include("livecompact.dealings.urls")),
    path("", include("livecompact.checks.urls")),
    path("", include("livecompact.register.urls")),
    path("", include("livecompact.formats.urls")),
    path("", include("livecompact.compacts.urls")),  # last: a Compact's name may be any word
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broken
