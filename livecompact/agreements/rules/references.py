"""Rules of what points elsewhere: to another agreement, a topic or a promise."""

from collections.abc import Iterator

from livecompact.agreements import shipped
from livecompact.agreements.mistakes import Mistake, perhaps
from livecompact.agreements.rules.checked import Checked


def the_parent_is_known(checked: Checked) -> Iterator[Mistake]:
    """The agreement that this one lies under ships with the program, or its folder lies beside this one."""
    document = checked.documents["agreement.toml"]
    parent, own = document.data.get("parent"), document.data["id"]
    known = sorted({*shipped.names(), *checked.beside} - {own})
    if parent is not None and parent not in known:
        says = f"This agreement lies under “{parent}”, which is {'itself' if parent == own else 'not known'}."
        mend = f"{perhaps(parent, known)}Known are {', '.join(known)}. Or take `parent` away."
        yield document.mistake(("parent",), says, mend)


def booklets_tell_of_known_topics(checked: Checked) -> Iterator[Mistake]:
    """An Easy Read booklet's topic is that of a section."""
    for folder, edition in checked.editions():
        topics = list(dict.fromkeys(section.topic for section in edition.sections))
        document = checked.documents.get(f"{folder}/easy-read.toml")
        for at, booklet in enumerate(edition.booklets):
            if document and booklet.topic and booklet.topic not in topics:
                says = f"The booklet “{booklet.title}” tells of “{booklet.topic}”, which is the topic of no section."
                mend = f"{perhaps(booklet.topic, topics)}The topics are {', '.join(topics)}."
                yield document.mistake(("booklet", at, "topic"), says, mend)


def stories_tell_of_known_promises(checked: Checked) -> Iterator[Mistake]:
    """A story names only promises that an edition has."""
    numbers = {each.number for edition in checked.agreement.editions for each in edition.undertakings}
    document = checked.documents.get("stories.toml")
    for at, story in enumerate(checked.agreement.stories):
        for which, number in enumerate(story.undertakings):
            if document and number not in numbers:
                says = f"The story “{story.title}” tells of promise {number}, which is not there."
                mend = f"{perhaps(number, numbers)}Write the number of a promise."
                yield document.mistake(("story", at, "undertakings", which), says, mend)
