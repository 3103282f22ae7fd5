"""What an organisation is asked about itself."""

from django.utils.translation import gettext_lazy as _

from livecompact.frame.day import Day
from livecompact.frame.fields import LongText, Text
from livecompact.frame.forms import Form
from livecompact.register.forms import PUBLIC_WHY, ActForm, web_address
from livecompact.register.members import Member, read_members


class Website(ActForm):
    """Where its own pages are."""

    website = Text(asks=_("Website"), called=_("the web address"), why=PUBLIC_WHY, optional=True, at_most=300)

    def clean_website(self) -> str:
        """A web address with its scheme."""
        return web_address(self.cleaned_data["website"])


class Leaving(ActForm):
    """Its last day, and why, if it wants to say."""

    last_day = Day(asks=_("What is your last day?"), called=_("your last day"), why=_("You are bound up to that day"))
    reason = LongText(asks=_("Why?"), called=_("why you leave"), why=PUBLIC_WHY, optional=True, at_most=1000, rows=3)


class Members(Form):
    """The members that a body signs for."""

    members = LongText(
        asks=_("Which members do you sign for?"),
        called=_("the members"),
        why=_("Each is told by email"),
        hint=_("One a line: name, comma, email address. For a charity, add a comma and its number"),
        at_most=20_000,
        rows=10,
    )

    def clean_members(self) -> tuple[Member, ...]:
        """The members, line by line."""
        return read_members(str(self.cleaned_data["members"]))
