"""The addresses of this room."""

from django.urls import path

from livecompact.formats import views

urlpatterns = [
    path("another-way", views.of_site, name="another_way_of_site"),
    path("<slug:compact>/another-way", views.which, name="another_way"),
    path("<slug:compact>/another-way/requests", views.requests, name="another_way_requests"),
    path("<slug:compact>/another-way/requests/<str:reference>", views.request_page, name="another_way_request"),
    path("<slug:compact>/another-way/asked/<str:reference>", views.asked, name="another_way_asked"),
    path("<slug:compact>/another-way/<slug:wanted>", views.form, name="another_way_form"),
]
