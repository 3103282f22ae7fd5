"""The addresses of the workshop, below the Compact's own."""

from django.urls import URLPattern, path

from livecompact.compacts.workshop.views import around, checks, desk, public, texts

SHOP = "<slug:compact>/workshop"
EDITION = f"{SHOP}/editions/<str:edition>"
PROMISE = f"{EDITION}/promises/<slug:promise>"
CHECKS = f"{EDITION}/checks"
CHECK = f"{CHECKS}/<slug:code>"

urlpatterns: list[URLPattern] = [
    path("<slug:compact>/agreement.zip", public.agreement_zip, name="agreement.zip"),
    path("<slug:compact>/logo.png", public.logo, name="logo"),
    path(SHOP, desk.desk, name="workshop"),
    path(f"{SHOP}/changes", desk.changes, name="workshop_changes"),
    path(f"{SHOP}/publish", desk.publish, name="workshop_publish"),
    path(f"{SHOP}/published", desk.published, name="workshop_published"),
    path(f"{SHOP}/throw-away", desk.discard, name="workshop_discard"),
    path(f"{SHOP}/draft.zip", desk.draft_zip, name="workshop_draft_zip"),
    path(f"{SHOP}/contacts", around.contacts, name="workshop_contacts"),
    path(f"{SHOP}/look", around.look, name="workshop_look"),
    path(f"{SHOP}/logo", around.logo, name="workshop_logo"),
    path(f"{SHOP}/logo/take-away", around.logo_out, name="workshop_logo_out"),
    path(f"{SHOP}/files", texts.files, name="workshop_files"),
    path(f"{SHOP}/files/<path:path>", texts.file, name="workshop_file"),
    path(f"{SHOP}/editions", texts.editions, name="workshop_editions"),
    path(f"{SHOP}/new-edition", texts.edition_new, name="workshop_edition_new"),
    path(EDITION, texts.edition, name="workshop_edition"),
    path(f"{EDITION}/take-out", texts.edition_out, name="workshop_edition_out"),
    path(f"{EDITION}/promises", texts.promises, name="workshop_promises"),
    path(f"{EDITION}/new-promise", texts.promise_new, name="workshop_promise_new"),
    path(PROMISE, texts.promise, name="workshop_promise"),
    path(f"{PROMISE}/take-out", texts.promise_out, name="workshop_promise_out"),
    path(f"{EDITION}/wording", texts.wording, name="workshop_wording"),
    path(f"{EDITION}/wording.toml", texts.wording_template, name="workshop_wording_template"),
    path(f"{EDITION}/wording/<str:number>", texts.official, name="workshop_official"),
    path(CHECKS, checks.checks, name="workshop_checks"),
    path(f"{EDITION}/new-check", checks.check_new, name="workshop_check_new"),
    path(f"{EDITION}/new-check/by-hand", checks.check_write, name="workshop_check_write"),
    path(
        f"{EDITION}/new-check/<str:promise>/<slug:kind>/<slug:shape>", checks.check_build, name="workshop_check_build"
    ),
    path(CHECK, checks.check, name="workshop_check"),
    path(f"{CHECK}/end", checks.check_end, name="workshop_check_end"),
    path(f"{CHECK}/up", checks.check_up, name="workshop_check_up"),
    path(f"{CHECK}/agree", checks.adopt, name="workshop_adopt"),
    path(f"{CHECK}/no-longer-agreed", checks.drop, name="workshop_drop"),
]
