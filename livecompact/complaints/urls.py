"""The addresses of this room."""

from django.urls import path

from livecompact.complaints import views

urlpatterns = [
    path("privacy/complain", views.complain, name="data_complaint"),
    path("privacy/complaints", views.complaints, name="data_complaints"),
    path("privacy/complaints/<str:reference>", views.answer, name="data_complaint_answer"),
    path("privacy/complaints/<str:reference>/longer", views.longer, name="data_complaint_longer"),
    path("privacy/complain/<str:key>", views.sent, name="data_complaint_sent"),
]
