"""A site on which every surface shows something, with or without everything that is not public.

What is secret is written before and between what is public, so that no number of a row is the same in both worlds.
Each organisation and each person is invented.
"""

import json
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from allauth.account.models import EmailAddress

from livecompact.compacts.models import Act, Compact, Edition, SecondLook
from livecompact.compacts.queries import compacts
from livecompact.complaints import actions as complaints
from livecompact.dealings import actions
from livecompact.dealings.actions import own
from livecompact.dealings.models import Dealing, Dispute, Explanation, Proposed, Says, Source
from livecompact.dealings.responding.taking_out import Out
from livecompact.formats import actions as formats
from livecompact.formats.models import State as Asked
from livecompact.formats.wanted import BY_ID
from livecompact.kinds import kind
from livecompact.people import actions as people
from livecompact.people.models import Person
from livecompact.people.roles import Role
from livecompact.record import actions as record
from livecompact.record.models import Often, Unreachable
from livecompact.register import actions as register
from livecompact.register.joining import actions as joining
from livecompact.register.models import Charity, CharityLoad, Organisation
from livecompact.uploads import actions as uploads
from tests.dealings.changes import cut
from tests.dealings.changes import told as told_of_a_cut
from tests.dealings.due_states import award
from tests.dealings.making import BY, SHORT, charity, consultation, council, moment
from tests.dealings.records import draft, explained, recorded
from tests.harness.clock import NOW, TODAY
from tests.harness.people import seat
from tests.web.leaks.planting import Planted

OFFICER = "Compact officer"
HERE, NEIGHBOUR = "hertfordshire", "dacorum"
BODY, OTHER_BODY = "hartsmere-county-council", "quillmoor-borough-council"
GROUP, OTHER_GROUP = "hartsmere-food-bank", "hartsmere-singers"
LIST = "Identifier,Title,Recipient Org:Name,Amount Awarded,Award Date,Planned Dates:Duration (months),{}\n"


def build(planted: Planted) -> None:
    """The whole site, its secrets where the world has some. Both Compacts are there already."""
    _cast()
    for told in SECRETS[::2]:
        _kept(planted, told)
    _public(planted)
    for told in SECRETS[1::2]:
        _kept(planted, told)
    planted.hide()
    actions.open_yearly(at=NOW)
    actions.count_quarters(at=NOW)


def _kept(planted: Planted, told: Callable[[Planted], None]) -> None:
    with planted.secret(told.__name__.strip("_").replace("_", " ")) as there:
        if there:
            told(planted)


def _cast() -> None:
    """Four organisations that have signed, two of them both Compacts, and whoever acts for them."""
    council(compacts=(HERE, NEIGHBOUR)), council("Quillmoor Borough Council", compacts=(HERE, NEIGHBOUR))
    charity(), charity("Hartsmere Singers")
    people.add_person(email="insider@example.org", at=NOW)
    people.add_person(email="ann@example.org", name="Ann", at=NOW)
    load = CharityLoad.objects.create(current=True, begun_at=NOW, finished_at=NOW, charities=1)
    Charity.objects.create(
        load=load, number="9900301", name="Hill Walkers", folded_name="hill walkers", email="hill@example.org"
    )
    for name, organisation in (("body", BODY), ("other-body", OTHER_BODY), ("group", GROUP), ("singers", OTHER_GROUP)):
        person = people.add_person(email=f"{name}@example.org", at=NOW)
        seat(person, Role.REPRESENTATIVE, organisation=organisation)
    for compact in (HERE, NEIGHBOUR):
        seat(people.add_person(email=f"officer-{compact}@example.org", at=NOW), Role.OFFICER, compact=compact)
    seat(people.add_person(email="site@example.org", at=NOW), Role.ADMINISTRATOR)
    singers = Organisation.objects.get(slug=OTHER_GROUP)
    actions.open_record(organisation=singers, by=BY, at=moment(date(2026, 1, 5)))


def _of(slug: str) -> Organisation:
    return Organisation.objects.get(slug=slug)


def _home() -> Compact:
    return Compact.objects.get(slug=HERE)


def _by_name(name: str) -> Person:
    return Person.objects.get(email=f"{name}@example.org")


def _public(planted: Planted) -> None:
    """What everybody reads, of every sort that a page shows."""
    body, group = _of(BODY), _of(GROUP)
    library = explained(body, group)
    consultation(body, "Bus times", on=date(2026, 3, 25), own=False, announced="2026-03-20", **SHORT)
    consultation(_of(OTHER_BODY), "Park gates", home=NEIGHBOUR, opens="2026-11-02", closes="2027-01-31")
    gone = consultation(body, "Tree planting", on=date(2026, 2, 3))
    actions.withdraw(dealing=gone, reason="It was published by mistake.", by=BY, at=moment(date(2026, 11, 2)))
    given = award(body, group)
    award(_of(OTHER_BODY), _of(OTHER_GROUP), "=SUM(A1:A9) choir books", ends="2028-03-31")
    recorded(_of(OTHER_GROUP), "monitoring-report", "Choir so far", towards=_of(OTHER_BODY), reported="2026-05-20")
    _answers(library, planted)
    _masked(planted)
    actions.dispute(
        dealing=given,
        fact="awarded",
        value=date(2026, 2, 9),
        organisation=group,
        text="Our bank has another day.",
        by=BY,
        at=moment(date(2026, 9, 2)),
    )
    said = _missing("Survey on bus fares")
    actions.note_told(missing=said, on=date(2026, 9, 1), by=OFFICER, at=moment(date(2026, 9, 1)))
    actions.say_why_not(missing=said, why="It was a talk.", by=BY, at=moment(date(2026, 9, 8)))


def _missing(title: str) -> Any:
    return actions.say_missing(
        home=_home(),
        kind="consultation",
        body=_of(BODY),
        said_by=_of(GROUP),
        title=title,
        happened_on=date(2026, 8, 1),
        about="We were asked at a stall.",
        by=BY,
        at=moment(date(2026, 8, 20)),
    )


def _answers(dealing: Dealing, planted: Planted) -> None:
    """One answer that is public without a name that stood in it; between them, with secrets, one that is not."""
    at = moment(date(2026, 6, 1))
    out = planted.word("words taken out of a public answer")
    told = actions.Answered(
        way="paper",
        came_on=date(2026, 5, 1),
        called="A resident",
        text=f"Open on Sundays. Ask {out}.",
        agreed_on=date(2026, 5, 1),
        agreed_how="paper",
    )
    row = actions.add_answer(dealing=dealing, told=told, by=BY, at=at)
    actions.look_over(response=row, out=[Out(out, "names")], by=BY, at=at)
    _kept(planted, _answers_that_are_not_public)
    actions.publish_answers(dealing=dealing, by=BY, at=at)
    heard = actions.Heard(theme="Sundays", heard="They want Sundays.", outcome="changed", why="Two open.")
    actions.say_what_changed(dealing=dealing, themes=(heard,), by=BY, at=moment(date(2026, 8, 1)))


def _answers_that_are_not_public(planted: Planted) -> None:
    library = Dealing.objects.get(title="Library hours")
    words = planted.word("an answer that is not public")
    for text in (words, f"{words} again"):
        told = actions.Answered(
            way="online", came_on=date(2026, 5, 2), called="A reader", text=text, email="reader@example.org"
        )
        row = actions.add_answer(dealing=library, told=told, by=BY, at=moment(date(2026, 6, 1)))
    actions.look_over(response=row, out=[Out(words, "names")], by=BY, at=moment(date(2026, 6, 2)))


def _masked(planted: Planted) -> None:
    """A cut that is public, of a group that is not named: a group of another name in each world."""
    called = planted.word("the name of a group that is not named") if planted.with_secrets else "Quillmoor Carers"
    carers = register.add_organisation(
        name=called, sector="voluntary", kind="group", by="test", at=NOW - timedelta(days=400), compact=HERE
    )
    facts = {"notice_sent": "2026-09-28", "decided": "2026-09-25", "impact_assessed": "2026-09-01"}
    told = told_of_a_cut(_of(BODY), carers, on=date(2026, 9, 28), title="Support of a carers group ends", **facts)
    actions.show_now(dealing=told, at=moment(date(2026, 10, 20)))


def _drafts(planted: Planted) -> None:
    """A consultation, a cut, terms with a list, and what would follow a consultation that is public."""
    body = _of(BODY)
    draft(body, planted.word("a draft"))
    cut(body, _of(GROUP), planted.word("a draft of a cut"))
    lists = {"risk_list": [{"risk": planted.word("a row of a list of a draft")}]}
    _draft(planted, "funding-agreement", {"made": "2026-11-20"} | lists, lists=lists)
    days = {"opens": "2026-12-01", "closes": "2027-03-01"}
    _draft(planted, "consultation", days, follows=Dealing.objects.filter(title="Library hours").first())


def _draft(planted: Planted, name: str, facts: dict[str, Any], **more: Any) -> None:
    told = actions.Told(kind=name, title=planted.word(f"a draft, {name}"), facts=kind(name).read(facts), **more)
    given: dict[str, Any] = {"home": _home(), "organisation": _of(BODY), "source": Source.ORGANISATION}
    actions.draft(**given, told=told, maker=name, by=BY, at=NOW)


def _told_to_their_group(planted: Planted) -> None:
    body, group = _of(BODY), _of(GROUP)
    title = planted.word("a cut that its group was told of")
    told = told_of_a_cut(body, group, on=date(2026, 11, 20), title=title)
    actions.reply_early(dealing=told, text="Forty families eat here.", by=BY, at=moment(date(2026, 11, 21)))


def _between_the_sides(planted: Planted) -> None:
    """What a group records of itself: its findings are its own and its partner's."""
    body, group = _of(BODY), _of(GROUP)
    follows = Dealing.objects.filter(title="Warm rooms").first()
    made = recorded(
        group,
        "monitoring-report",
        planted.word("a report taken back"),
        towards=body,
        follows=follows,
        reported="2026-05-20",
    )
    late = recorded(group, "monitoring-report", planted.word("a report"), towards=body, reported="2026-06-20")
    actions.change_facts(
        dealing=late,
        facts=kind("monitoring-report").read({"reported": "2026-06-22"}),
        why="We mistook the day.",
        by=BY,
        at=moment(date(2026, 7, 1)),
    )
    actions.reply(dealing=late, organisation=body, says=Says.REPLY, text="It came late.", by=BY, at=NOW)
    actions.dispute(dealing=late, fact="reported", value=date(2026, 6, 25), organisation=body, text="?", by=BY, at=NOW)
    title = planted.word("what was told in confidence")
    recorded(body, "confidence", title, towards=group, given="2026-05-02", shared_because="It is no secret.")
    over = actions.dispute(
        dealing=made, fact="reported", value=date(2026, 6, 1), organisation=body, text="We say so.", by=BY, at=NOW
    )
    actions.decide(dispute=over, as_they_say=False, reason="The report has its day on it.", by=OFFICER, at=NOW)
    parts = {"context": "It was spring.", "reason": "The clerk was ill.", "instead": "We rang."}
    Explanation.objects.create(
        dealing=late, compact=_home(), standard="report-in-time", on=TODAY, at=NOW, by=BY, **parts
    )
    actions.withdraw(dealing=made, reason="It was the wrong one.", by=BY, at=moment(date(2026, 11, 1)))


def _waiting_for_a_second_person(planted: Planted) -> None:
    asked = Dealing.objects.filter(title="Warm rooms").first()
    dispute = Dispute.objects.filter(dealing=asked).first()
    if dispute:
        Proposed.objects.create(dispute=dispute, as_they_say=True, reason="The bank says so.", by=OFFICER)
    waits = draft(_of(BODY), planted.word("a record that waits for a second person"))
    SecondLook.objects.create(
        compact=_home(),
        act=Act.DEALING,
        subject=waits.key,
        version="1",
        asked_at=NOW,
        asked_by=_by_name("insider"),
        reason="It is new.",
    )


def _uploads(planted: Planted) -> None:
    word = planted.word("a list that somebody sent")
    rows = f'A1,{word},{word} Choir,"£1,200.00",1/4/26,36,\nA2,{word},{word},7,31/02/2026,,\n'
    upload = uploads.send_upload(
        home=_home(),
        organisation=_of(BODY),
        kind_name="award",
        file_name=f"{word}.csv",
        data=(LIST.format(word) + rows).encode(),
        source=Source.ORGANISATION,
        by=BY,
        at=NOW,
        person=_by_name("insider"),
    )
    uploads.read_upload(upload=upload, at=NOW, by=BY)


def _own_funding(_planted: Planted) -> None:
    entry = own.Entry(
        title="A fund", funder="A trust", ends_on=TODAY + timedelta(days=90), amount=Decimal(4321), contact_role="Clerk"
    )
    own.add_funding(organisation=_of(GROUP), entry=entry, by=BY, at=NOW)
    own.make_calendar(person=_by_name("group"), organisation=_of(GROUP), compact=_home(), by=BY, at=NOW)


def _said_missing(planted: Planted) -> None:
    _missing(planted.word("what is said to be missing, and nobody else reads yet"))
    back = _missing(planted.word("what was said to be missing, and taken back"))
    actions.take_missing_back(missing=back, by=BY, at=moment(date(2026, 8, 21)))


def _signing_up(planted: Planted) -> None:
    """An organisation that waits, one that was asked something, and one that was declined."""
    for name, number in (("Waits", "9900201"), ("Is asked", "9900202"), ("Is declined", "9900203")):
        made = register.add_organisation(
            name=planted.word(f"an organisation whose sign-up {name.lower()}"),
            sector="voluntary",
            kind="charity",
            by="test",
            at=NOW,
            compact=HERE,
            identifiers=[f"GB-CHC-{number}"],
            other_names=[f"{name} before"],
            website="https://example.org/",
            postcode="ZZ1 1ZZ",
        )
        says = register.Signing(name="Jo", role="Clerk", email="jo@example.org", contact_email="us@example.org")
        row = register.sign(
            compact=HERE, organisation=made, edition="2016", signed_on=TODAY, by=OFFICER, at=NOW, says=says
        )
        if name == "Is asked":
            register.ask(signature=row, by=OFFICER, at=NOW, reason="Which one?")
        if name == "Is declined":
            register.decline(signature=row, by=OFFICER, at=NOW, reason="It is none.")


def _sign_ups_begun(planted: Planted) -> None:
    row, _secret = joining.begin(compact=HERE, at=NOW)
    said = planted.word("what somebody has typed to sign up")
    address = {"email": f"{said.lower()}@example.org"}
    joining.keep(joining=row, answered={"name": said, "full_name": said, "kind": "voluntary", **address}, at=NOW)
    joining.new_code(joining=row, at=NOW)


def _letters_and_invitations(_planted: Planted) -> None:
    jo = complaints.Complainer(name="Jo", email="jo@example.org", address="1 Street")
    complaints.complain(says="You kept it.", complainer=jo, by="-", at=NOW)
    said = complaints.complain(says="You lost it.", complainer=jo, by="-", at=NOW)
    complaints.take_longer(complaint=said, until=date(2027, 2, 26), longer_why="We look.", by="Administrator", at=NOW)
    complaints.answer(complaint=said, outcome="We found it.", by="Administrator", at=NOW)
    asker = formats.Asker(name="Jo", email="jo@example.org", phone="1", address="1 Street", language="Welsh")
    here = next(each for each in compacts(_by_name("insider"), TODAY) if each.id == HERE)
    formats.ask(compact=here, wanted=BY_ID["large-print"], what="All of it", asker=asker, by="-", at=NOW)
    asked = formats.ask(compact=here, wanted=BY_ID["audio"], what="A page", asker=asker, by="-", at=NOW)
    formats.answer(request=asked, state=Asked.REFUSED, reason="It is too long.", by=OFFICER, at=NOW)
    people.invite(email="jo@example.org", role=Role.GROUP_MEMBER, by=_by_name(f"officer-{HERE}"), at=NOW, compact=HERE)


def _people_and_what_they_follow(_planted: Planted) -> None:
    ann = _by_name("ann")
    people.tell_tie(person=ann, name="A shop", kind="employed", at=NOW)
    record.ask_to_follow(email="reader@example.org", compact=HERE, thing="compact", often=Often.WEEKLY, at=NOW)
    record.follow(person=ann, compact=HERE, thing="compact", often=Often.WEEKLY, at=NOW)
    Unreachable.objects.create(person=ann, email=ann.email, status="5.1.1", since=NOW)
    EmailAddress.objects.create(user=ann, email=ann.email)
    held = people.give_seat(person=ann, role=Role.CHAMPION, organisation=GROUP, by=ann.email, at=NOW)
    people.end_seat(seat=held, by=ann.email, at=NOW)


def _an_address_left(_planted: Planted) -> None:
    bus = Dealing.objects.filter(title="Bus times").first()
    if bus:
        told = actions.Answered(way="online", came_on=date(2026, 5, 2), called="A reader", email="reader@example.org")
        actions.add_answer(dealing=bus, told=told, by=BY, at=NOW)


def _draft_of_the_agreement(planted: Planted) -> None:
    published = Edition.objects.get(compact__slug=HERE)
    folder = json.loads(published.folder)
    word = planted.word("a draft of the agreement")
    text = json.dumps(folder).replace("Funding", word, 3)
    Edition.objects.create(compact=_home(), edition=published.edition, folder=text, sha256="0" * 64, changed_at=NOW)


SECRETS = (
    _between_the_sides,
    _drafts,
    _told_to_their_group,
    _waiting_for_a_second_person,
    _uploads,
    _own_funding,
    _said_missing,
    _sign_ups_begun,
    _signing_up,
    _letters_and_invitations,
    _people_and_what_they_follow,
    _an_address_left,
    _draft_of_the_agreement,
)
"""What is not public, each sort in turn; every second one is written before anything public is there."""
