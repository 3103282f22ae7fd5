"""The addresses of a Compact's pages. This room's come last in the site's list: a Compact's name may be any word."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from livecompact.compacts import views
from livecompact.compacts.answers import FORMS
from livecompact.compacts.holidays import views as holidays
from livecompact.compacts.running import views as running
from livecompact.compacts.second import views as second
from livecompact.compacts.workshop import urls as workshop

IN_COMPACT = "<slug:compact>"


def page(address: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    """A page and its other forms, which come first, since the number of a promise may hold dots."""
    others = [path(f"{address}.{form}", view, {"form": form}, name=f"{name}.{form}") for form in FORMS]
    return [*others, path(address, view, name=name)]


urlpatterns = [
    path("compacts.json", views.compacts, {"form": "json"}, name="home.json"),
    path("", views.compacts, name="home"),
    path(f"{IN_COMPACT}/agreement.json", views.agreement, name="agreement.json"),
    path(f"{IN_COMPACT}/agreement.pdf", views.agreement_pdf, name="agreement.pdf"),
    path(f"{IN_COMPACT}/agreement", views.forms, name="agreement"),
    path(f"{IN_COMPACT}/editions/<str:edition>.pdf", views.agreement_pdf, name="edition.pdf"),
    path(f"{IN_COMPACT}/easy-read/<slug:booklet>.pdf", views.booklet_pdf, name="booklet.pdf"),
    path(f"{IN_COMPACT}/brand.css", views.brand, name="brand"),
    path(f"{IN_COMPACT}/run", running.run, name="run"),
    path(f"{IN_COMPACT}/run/stand-in", running.hand_over, name="hand_over"),
    path(f"{IN_COMPACT}/run/school-holidays", holidays.school_holidays, name="school_holidays"),
    path(f"{IN_COMPACT}/run/second-person", second.second_person, name="second_person"),
    path(f"{IN_COMPACT}/run/second-person/<int:look>", second.second_look, name="second_look"),
    *workshop.urlpatterns,
    *page(f"{IN_COMPACT}/promises", views.promises, "promises"),
    *page(f"{IN_COMPACT}/promises/<str:promise>", views.promise, "promise"),
    *page(f"{IN_COMPACT}/topics", views.topics, "topics"),
    *page(f"{IN_COMPACT}/topics/<slug:topic>", views.topic, "topic"),
    *page(f"{IN_COMPACT}/sections", views.sections, "sections"),
    *page(f"{IN_COMPACT}/sections/<str:section>", views.section, "section"),
    *page(f"{IN_COMPACT}/editions", views.editions, "editions"),
    *page(f"{IN_COMPACT}/editions/<str:before>..<str:after>", views.changes, "changes"),
    *page(f"{IN_COMPACT}/editions/<str:edition>/promises/<str:promise>", views.edition_promise, "edition_promise"),
    *page(f"{IN_COMPACT}/editions/<str:edition>", views.edition, "edition"),
    *page(f"{IN_COMPACT}/principles", views.principles, "principles"),
    *page(f"{IN_COMPACT}/stories", views.stories, "stories"),
    *page(f"{IN_COMPACT}/glossary", views.glossary, "glossary"),
    *page(f"{IN_COMPACT}/glossary/<slug:term>", views.term, "term"),
    *page(f"{IN_COMPACT}/groups", views.groups, "groups"),
    *page(f"{IN_COMPACT}/about", views.about, "about"),
    *page(f"{IN_COMPACT}/joining", views.joining, "joining"),
    path(f"{IN_COMPACT}/concerns", views.concerns, name="concerns"),
    *page(f"{IN_COMPACT}/concerns/how", views.concerns_how, "concerns_how"),
    *page(f"{IN_COMPACT}/codes", views.codes, "codes"),
    *page(f"{IN_COMPACT}/codes/<slug:code>", views.code, "code"),
    *page(f"{IN_COMPACT}/coverage", views.coverage, "coverage"),
    *page(f"{IN_COMPACT}/how-days-are-counted", views.counting, "counting"),
    *page(f"{IN_COMPACT}/easy-read", views.easy_read, "easy_read"),
    *page(f"{IN_COMPACT}/easy-read/<slug:booklet>", views.booklet, "booklet"),
    *page(f"{IN_COMPACT}/search", views.search, "search"),
    *page(IN_COMPACT, views.compact, "compact"),
    path(f"{IN_COMPACT}/<str:number>", views.short_promise, name="short_promise"),
]
