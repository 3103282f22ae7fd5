"""Lists taken in: read, looked through, saved as one, brought up to date without doubles, and undone."""

from collections import Counter
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from livecompact.compacts.models import Compact
from livecompact.dealings import actions as dealings
from livecompact.dealings.actions.folding import fold_sums, sums_that_differ
from livecompact.dealings.models import Dealing, Source, Standing, State, Tag, Tally, Version
from livecompact.dealings.queries.agreeing import differences, out_of_date, wrongly_tagged
from livecompact.kinds import KINDS, kind
from livecompact.people.roles import Role
from livecompact.record.models import Entry
from livecompact.uploads import actions
from livecompact.uploads.actions import saving_rows, uploading
from livecompact.uploads.models import Upload, UploadPart, UploadState
from livecompact.uploads.reading import MOST_ROWS, read_file
from livecompact.uploads.sweeping import sweep
from livecompact.uploads.words import not_public_until
from livecompact.web.loading_records import Asked, load_records
from tests.dealings.making import BY, council, moment
from tests.harness import clock
from tests.harness.people import holder

__all__ = ["holder"]

NOW = moment(date(2026, 11, 22))
HEAD = "Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Planned Dates:Duration (months)\n"
TWO = HEAD + 'A1,Choir,Riverside Choir,"£1,200.00",1/4/26,36\n' + "A2,Carers,Hill Carers,500,2026-05-01,12\n"


@pytest.fixture
def body(compacts):
    """A council that signed in 2017."""
    return council()


def sent(body, text=TWO, *, kind="award", at=NOW, name="awards.csv", **more):
    """An upload that was read."""
    upload = actions.send_upload(
        home=Compact.objects.get(slug="hertfordshire"),
        organisation=body,
        kind_name=kind,
        file_name=name,
        data=text.encode(),
        source=Source.ORGANISATION,
        by=BY,
        at=at,
    )
    if more:
        Upload.objects.filter(pk=upload.pk).update(**more)
        upload.refresh_from_db()
    return actions.read_upload(upload=upload, at=at, by=BY)


def saved(body, text=TWO, *, at=NOW, **how):
    """An upload whose rows are public."""
    return actions.save_upload(upload=sent(body, text, at=at, **how), by=BY, at=at)


def public():
    """The titles of what is public."""
    return sorted(Dealing.objects.filter(state=State.PUBLIC).values_list("title", flat=True))


def test_the_good_rows_are_public_and_judged_with_one_line_on_the_record(body):
    before = Entry.objects.count()

    upload = saved(body)

    first = Dealing.objects.get(source_id="A1")
    assert (upload.made, upload.rows, upload.ready, public()) == (2, 2, 2, ["Carers", "Choir"])
    assert first.facts == {"awarded": "2026-04-01", "amount": "1200", "months": "36"}
    assert first.towards_called == "Riverside Choir"
    assert Standing.objects.get(dealing=first, standard="more-than-one-year").verdict == "kept"
    assert Entry.objects.count() == before + 1


def test_a_list_is_judged_just_as_each_of_its_records_would_be_by_itself(body):
    saved(body)
    names = ("compact_id", "standard", "settles_on", "verdict", "met", "asked_on", "answer_by", "counts_on")
    together = {each.pk: set(each.standings.values_list(*names)) for each in Dealing.objects.all()}

    for each in Dealing.objects.all():
        dealings.rejudge(dealing=each, today=NOW.date())

    assert all(together.values())
    assert together == {each.pk: set(each.standings.values_list(*names)) for each in Dealing.objects.all()}


def test_rows_on_either_side_of_a_number_are_judged_apart_and_the_sums_hold_them_all(body, monkeypatch):
    monkeypatch.setattr(saving_rows, "MOST_ALIKE", 1)  # what is remembered of rows is begun anew after each
    months = (11, 12, 13, 14, 13)

    saved(body, HEAD + "".join(f"A{n},Choir,Riverside Choir,{n},2026-05-01,{long}\n" for n, long in enumerate(months)))

    found = Standing.objects.filter(standard="more-than-one-year").order_by("dealing__source_id")
    assert [each.met for each in found] == ["not known", "not known", "yes", "yes", "yes"]
    assert sums_that_differ(at=NOW) == 0


def test_what_is_wrong_is_named_by_cell_and_only_the_other_rows_are_saved(body):
    upload = sent(body, TWO + "A3,Late,Hill Carers,7,31/02/2026,\nA4,None,Hill Carers,7,,\nA1,Again,X,1,2026-05-01,\n")

    causes = upload.told["causes"]
    assert [(each["first"]["cell"], each["first"]["says"]) for each in causes] == [
        ("E4", "There is no such day."),
        ("E5", "There is no date here."),
        ("A6", "This reference stands in an earlier row."),
    ]
    assert (upload.rows, upload.ready) == (5, 2)
    actions.save_upload(upload=upload, by=BY, at=NOW)
    assert public() == ["Carers", "Choir"]


def test_a_number_that_cannot_be_is_named_by_cell_and_the_good_rows_are_kept(body):
    bad = "A3,Back,X,-£5,2026-05-01,12\nA4,Long,X,5,2026-05-01,99999999\n"

    upload = sent(body, TWO + bad)

    assert [(each["first"]["cell"], each["first"]["says"]) for each in upload.told["causes"]] == [
        ("D4", "This is less than nothing."),
        ("F5", "This number is too large to be right."),
    ]
    assert upload.ready == 2


def test_a_row_of_totals_is_told_as_one(body):
    [cause] = sent(body, TWO + ",Total,,1700,,\n").told["causes"]

    assert (cause["first"]["cell"], cause["first"]["says"]) == ("E4", "This looks like a row of totals.")


def test_a_payment_that_is_taken_back_has_a_minus(body):
    head = "Payment date,Supplier,Amount,Transaction number\n"

    assert sent(body, head + "2026-03-02,Hill Carers,-120.50,T1\n", kind="payment").ready == 1


def test_a_list_that_is_saved_while_the_worker_reads_it_too_stays_saved(body, monkeypatch):
    upload = actions.match_columns(upload=sent(body), columns={}, by=BY)

    def meanwhile(*asked, **how):
        monkeypatch.setattr(uploading, "read_file", read_file)
        actions.save_upload(upload=actions.read_upload(upload=upload, at=NOW, by=BY), by=BY, at=NOW)
        return read_file(*asked, **how)

    monkeypatch.setattr(uploading, "read_file", meanwhile)

    assert sweep(at=NOW) == 0

    assert Upload.objects.get().state == UploadState.SAVED
    assert public() == ["Carers", "Choir"]


def test_the_same_file_again_doubles_nothing_and_a_changed_row_gets_a_version(body):
    saved(body)

    again = saved(body, TWO.replace("500", "750") + "A3,Fair,Hill Carers,10,2026-06-01,\n")

    changed = Dealing.objects.get(source_id="A2")
    assert (again.made, again.changed, again.same) == (1, 1, 1)
    assert changed.amount == 750
    assert [each.facts["amount"] for each in changed.versions.all()] == ["500", "750"]


def test_a_row_without_a_reference_is_found_again_by_what_it_says(body):
    text = TWO.replace("A1,", ",").replace("A2,", ",")
    saved(body, text)

    assert (saved(body, text).same, Dealing.objects.count()) == (2, 2)


def test_an_upload_is_undone_and_its_rows_can_come_back_at_their_addresses(body):
    saved(body)
    addresses = set(Dealing.objects.values_list("year", "slug"))
    later = saved(body, TWO.replace("500", "750"))

    assert actions.undo_upload(upload=later, by=BY, at=NOW) == 0
    assert Dealing.objects.get(source_id="A2").amount == 500
    assert Version.objects.filter(dealing__source_id="A2").count() == 3

    actions.undo_upload(upload=Upload.objects.earliest("pk"), by=BY, at=NOW)
    assert public() == []
    saved(body)
    assert set(Dealing.objects.filter(state=State.PUBLIC).values_list("year", "slug")) == addresses


def test_a_record_that_somebody_changed_by_hand_stays_when_its_upload_is_undone(body):
    upload = saved(body)
    first = Dealing.objects.get(source_id="A1")
    facts = {**first.facts, "amount": "1300"}
    dealings.change_facts(dealing=first, facts=kind("award").read(facts), by=BY, at=NOW)

    assert actions.undo_upload(upload=upload, by=BY, at=NOW) == 1
    assert public() == ["Choir"]


def test_nothing_is_undone_after_its_last_day(body):
    upload = saved(body)

    with pytest.raises(actions.TooLate):
        actions.undo_upload(upload=upload, by=BY, at=moment(date(2026, 11, 30)))

    assert public() == ["Carers", "Choir"]


def test_a_list_that_fails_in_the_middle_saves_nothing_and_can_be_saved_again(body, monkeypatch):
    upload = sent(body)
    with monkeypatch.context() as broken:
        broken.setattr("livecompact.uploads.actions.saving_rows.search.put", lambda **_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            actions.save_upload(upload=upload, by=BY, at=NOW)

    assert (public(), Standing.objects.count()) == ([], 0)
    actions.save_upload(upload=upload, by=BY, at=NOW)
    assert public() == ["Carers", "Choir"]


def test_one_reason_is_given_for_all_rows_that_lack_it(body):
    upload = sent(body)
    (lacking,) = [each for each in upload.told["stands"]["lacking"] if each[0] == "reason_for_one_year"]
    assert lacking[-1] == 1

    actions.give_reason(upload=upload, fact="reason_for_one_year", reason="A pilot year.", by=BY)
    actions.save_upload(upload=upload, by=BY, at=NOW)

    assert Dealing.objects.get(source_id="A2").facts["reason_for_one_year"] == "A pilot year."
    assert "reason_for_one_year" not in Dealing.objects.get(source_id="A1").facts


CHANGES = "Identifier,Title,Recipient,Decided,Notice sent,Takes effect,Change\n"
OLD = "C1,Cut for Hill Carers,Hill Carers,2026-01-05,2026-01-06,2026-05-01,reduced\n"
NEW = "C2,Cut for Hill Carers,Hill Carers,2026-11-10,2026-11-11,2027-05-01,reduced\n"


def test_a_group_whose_funding_was_cut_is_not_named_by_a_list(body):
    saved(body, CHANGES + OLD + NEW, kind="funding-change")

    for dealing in Dealing.objects.all():
        assert not dealing.towards_named
        said = f"{dealing.title} {dealing.about} {dealing.slug} {dealing.towards_called} {dealing.facts}"
        assert "Carers" not in said


def test_a_change_that_is_too_new_is_saved_and_public_once_its_group_was_told(body):
    upload = saved(body, CHANGES + OLD + NEW, kind="funding-change")

    held = Dealing.objects.get(source_id="C2")
    assert (upload.rows, upload.ready, upload.made, upload.told["held"]) == (2, 2, 1, [["2026-12-18", 1]])
    assert not_public_until(upload) == ("1 row is not public until Friday 18 December 2026.",)
    assert (held.state, held.versions.count(), held.standings.count()) == (State.TOLD, 0, 0)

    dealings.publish_due(at=moment(date(2026, 12, 18)))
    assert Dealing.objects.get(source_id="C2").state == State.PUBLIC


def test_a_change_that_was_never_public_is_deleted_when_its_upload_is_undone(body):
    upload = saved(body, CHANGES + OLD + NEW, kind="funding-change")
    entries = Entry.objects.count()

    assert actions.undo_upload(upload=upload, by=BY, at=NOW) == 0

    assert [(each.source_id, each.state) for each in Dealing.objects.all()] == [("C1", State.WITHDRAWN)]
    assert Entry.objects.count() == entries + 1


def test_a_list_is_saved_by_as_many_queries_whatever_its_length(body, django_assert_num_queries):
    def of(start, count):
        rows = "".join(f"N{n},Choir {n},Hill Carers,{n},2026-05-01,12\n" for n in range(start, start + count))
        return sent(body, HEAD + rows)

    saved(body)
    few, many = of(10, 2), of(100, 60)
    with CaptureQueriesContext(connection) as short:
        actions.save_upload(upload=few, by=BY, at=NOW)

    with django_assert_num_queries(len(short)):
        actions.save_upload(upload=many, by=BY, at=NOW)


def test_a_file_is_deleted_once_nobody_can_need_it(body):
    saved(body)
    sent(body)

    actions.forget_uploads(at=moment(date(2026, 11, 30)))
    assert UploadPart.objects.filter(upload__state=UploadState.SAVED).count() == 0
    assert Upload.objects.count() == 2

    actions.forget_uploads(at=moment(date(2027, 1, 1)))
    assert [each.file_name for each in Upload.objects.all()] == [""]


def loaded(tmp_path, text=TWO, **how):
    """What `livecompact load` ends with."""
    path = tmp_path / "awards.csv"
    path.write_text(text, encoding="utf-8")
    asked = {"whose": "Hartsmere County Council", "compact": "hertfordshire", "kind": None, "at": NOW}
    return load_records(path, Asked(**asked | {"looked_at": False, "dry_run": False} | how))


def test_the_command_saves_the_good_rows_and_tells_the_others_by_cell(body, tmp_path, capsys):
    assert loaded(tmp_path, TWO + "A3,Late,Hill Carers,7,31/02/2026,\n", dry_run=True) == 1
    assert public() == []

    assert loaded(tmp_path, TWO + "A3,Late,Hill Carers,7,31/02/2026,\n") == 1

    said = capsys.readouterr().out
    assert public() == ["Carers", "Choir"]
    assert "2 of 3 rows are ready." in said
    assert "We read “£1,200.00” as 1200 in 1 row." in said
    assert "“Award Date”: 1 row. There is no such day. First one: E4, “31/02/2026”." in said
    assert loaded(tmp_path) == 0


def kept():
    """All that is kept of the records of a list, but for what tells one loading from another."""
    records = Dealing.objects.order_by("source_id", "pk")
    names = (
        "compact_id",
        "standard",
        "settles_on",
        "verdict",
        "met",
        "asked_on",
        "answer_by",
        "counts_on",
        "is_public",
    )
    return [
        (
            {name: value for name, value in vars(each).items() if name not in ("_state", "id", "key", "token")},
            sorted(each.standings.values_list(*names), key=str),
            [version.facts for version in each.versions.all()],
        )
        for each in records
    ] + [*Entry.objects.order_by("pk").values_list("what", "organisation", "role", "at")]


@pytest.fixture
def officer(client, body, holder):
    """Somebody who runs the Compact, in a browser."""
    client.force_login(holder(Role.OFFICER))
    return client


LATE = "A9,Late,Hill Carers,7,31/02/2026,\n"


@pytest.mark.parametrize(("kind_name", "text"), [("award", TWO + LATE), ("funding-change", CHANGES + OLD + NEW)])
def test_the_command_and_the_site_make_the_same_of_a_list(officer, tmp_path, kind_name, text):
    with transaction.atomic():
        loaded(tmp_path, text, kind=kind_name, at=clock.NOW)
        by_command = kept()
        transaction.set_rollback(True)

    sent = {"file": SimpleUploadedFile("awards.csv", text.encode())}
    officer.post(officer.post(f"/hertfordshire/upload/{KINDS[kind_name].part}/file", sent)["Location"] + "/publish")

    assert len(by_command) > len(Dealing.objects.all()) == 2
    assert kept() == by_command


def test_the_command_refuses_whose_records_are_not_told_and_what_is_no_list(body, tmp_path, capsys):
    council("Hartsmere County Trust")

    assert loaded(tmp_path, whose="Hartsmere County") == 2
    assert loaded(tmp_path, whose="Nobody") == 2
    assert loaded(tmp_path, kind="survey") == 2
    assert loaded(tmp_path, "Colour\nred\n", kind="award") == 2
    assert "Nothing was saved." in capsys.readouterr().err
    assert public() == []


def test_a_list_of_as_many_rows_as_may_be_sent_is_read_within_the_limits(tmp_path):
    path = tmp_path / "awards.csv"
    row = "Support of work with neighbours in part {n},Group {n} of the Hill,£{n}.00,2026-03-02,24,2026-04-01\n"
    with path.open("w", encoding="utf-8") as file:
        file.write("Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Duration,Planned Dates:Start Date\n")
        file.writelines(f"360G-made-up-{n}," + row.format(n=n) for n in range(MOST_ROWS))

    read = read_file(path, kind("award"), today=date(2026, 11, 22))

    assert (len(read.rows), read.problems) == (MOST_ROWS, [])


def test_a_list_is_summed_as_it_is_saved_and_as_it_is_undone(body):
    upload = saved(body)
    assert Tally.objects.exists()
    assert Tag.objects.exists()
    assert (differences(), out_of_date(), wrongly_tagged(NOW.date())) == (Counter(), [], [])

    actions.undo_upload(upload=upload, by=BY, at=NOW)

    assert (differences(), out_of_date()) == (Counter(), [])
    fold_sums(at=NOW)
    assert not Tally.objects.exists()
    assert not Tag.objects.exists()
