"""The addresses of the record; they stand before those of the Compacts, whose short addresses take any word."""

from typing import Any

from django.urls import path, register_converter

from livecompact.checks.urls import IN_COMPACT
from livecompact.dealings.between.views import own_record
from livecompact.dealings.deciding import views as deciding
from livecompact.dealings.due import urls as due
from livecompact.dealings.embargo import views as embargo
from livecompact.dealings.feedback import views as feedback
from livecompact.dealings.naming import ON_SITE
from livecompact.dealings.planning.views import when
from livecompact.dealings.public import blank
from livecompact.dealings.public import views as public
from livecompact.dealings.publishing import views as publishing
from livecompact.dealings.recording import views as recording
from livecompact.dealings.responding import views as responding
from livecompact.dealings.speaking import missing_views as missing
from livecompact.dealings.speaking import views as speaking
from livecompact.kinds.kind import Kind


class OneOfTheKinds:
    """A kind of dealing in an address, by its plural: "consultations"."""

    regex = "|".join(ON_SITE)

    def to_python(self, value: str) -> Kind:
        """The kind of that name."""
        return ON_SITE[value]

    def to_url(self, value: Any) -> str:
        """Its name, as it is."""
        return str(value)


class Year:
    """A year of four digits."""

    regex = "[0-9]{4}"

    def to_python(self, value: str) -> int:
        """The year as a number."""
        return int(value)

    def to_url(self, value: Any) -> str:
        """The year with all its digits."""
        return f"{int(value):04}"


register_converter(OneOfTheKinds, "kind")
register_converter(Year, "year")

LIST = "<slug:compact>/<kind:kind>"
MISSING = "<slug:compact>/missing/<slug:key>"
ONE = f"{LIST}/<year:year>/<slug:slug>"
ANSWERS = f"{ONE}/answers"
FORMS = ("json", "csv")

urlpatterns = [
    path("<slug:compact>/record-something", recording.choose, name="record_something"),
    path("<slug:compact>/organisations/<slug:organisation>/record", own_record, name="organisation_own_record"),
    *due.urlpatterns,
    path(f"{IN_COMPACT}/when", when, name="check_when"),
    path(f"{IN_COMPACT}/<journey:journey>/publish", publishing.describe, name="check_publish"),
    *[path(f"{LIST}.{form}", public.dealings, {"form": form}, name=f"dealings.{form}") for form in ("json", "csv")],
    path(f"{LIST}.atom", public.feed, name="dealings.atom"),
    path(f"{LIST}.ics", public.calendar, name="dealings.ics"),
    path(LIST, public.dealings, name="dealings"),
    *[path(f"{LIST}/{of}.csv", blank.sheet, {"of": of}, name=f"dealings_{of}.csv") for of in blank.SHEETS],
    path(f"{LIST}/schema.json", blank.json_schema, name="dealings_schema.json"),
    path("<slug:compact>/disputes", deciding.listed, name="disputes"),
    path("<slug:compact>/disputes/<int:dispute>", deciding.decide, name="dispute_decide"),
    path("<slug:compact>/missing.json", missing.listed, {"form": "json"}, name="missing.json"),
    path("<slug:compact>/missing", missing.listed, name="missing"),
    path("<slug:compact>/missing/new", missing.new, name="missing_new"),
    path(MISSING, missing.one, name="missing_one"),
    path(f"{MISSING}/answer", missing.answer, name="missing_answer"),
    path(f"{MISSING}/reached", missing.reached, name="missing_reached"),
    path(f"{MISSING}/take-back", missing.take_back, name="missing_take_back"),
    path(f"{LIST}/new", recording.new, name="dealing_new"),
    path(f"{LIST}/draft/<slug:key>", publishing.check, name="dealing_draft"),
    path(f"{LIST}/draft/<slug:key>/letter.txt", embargo.letter, name="dealing_letter"),
    path(f"{LIST}/told/<slug:key>", embargo.told, name="dealing_told"),
    path(f"{LIST}/told/<slug:key>/reply", embargo.reply, name="dealing_told_reply"),
    path(f"{LIST}/draft/<slug:key>/published", publishing.published, name="dealing_published"),
    *[
        path(f"{LIST}/<year:year>.{form}", public.dealings, {"form": form}, name=f"dealings_year.{form}")
        for form in ("json", "csv")
    ],
    path(f"{LIST}/<year:year>", public.dealings, name="dealings_year"),
    *[path(f"{ONE}.{form}", public.dealing, {"form": form}, name=f"dealing.{form}") for form in ("json", "ics")],
    path(ONE, public.dealing, name="dealing"),
    path(f"{ONE}/change", publishing.change, name="dealing_change"),
    path(f"{ONE}/explain", publishing.explain, name="dealing_explain"),
    path(f"{ONE}/reply", publishing.reply, name="dealing_reply"),
    path(f"{ONE}/feedback", feedback.what_changed, name="dealing_feedback"),
    *[path(f"{ANSWERS}.{form}", responding.listed, {"form": form}, name=f"dealing_answers.{form}") for form in FORMS],
    path(ANSWERS, responding.listed, name="dealing_answers"),
    path(f"{ANSWERS}/ours", responding.ours, name="dealing_answers_ours"),
    path(f"{ANSWERS}/count", responding.count, name="dealing_answers_count"),
    path(f"{ANSWERS}/new", responding.new, name="dealing_answer_new"),
    path(f"{ANSWERS}/<int:number>", responding.one, name="dealing_answer"),
    path(f"{ANSWERS}/<int:number>/delete", responding.delete, name="dealing_answer_delete"),
    path(f"{ANSWERS}/<int:number>/look-over", responding.look_over, name="dealing_answer_look_over"),
    path(f"{ONE}/disagree", speaking.disagree, name="dealing_disagree"),
    path(f"{ONE}/disagree/<int:dispute>", speaking.settle, name="dealing_agree"),
    path(f"{ONE}/reached", publishing.reached, name="dealing_reached"),
    path(f"{ONE}/withdraw", publishing.withdraw, name="dealing_withdraw"),
]
