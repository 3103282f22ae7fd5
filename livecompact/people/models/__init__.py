"""What is known of people: who they are, what they hold and are part of, and where they are signed in."""

from livecompact.people.models.invitation import Invitation
from livecompact.people.models.person import Person, PersonManager
from livecompact.people.models.seat import Seat, Side
from livecompact.people.models.session import Session
from livecompact.people.models.tie import Tie

__all__ = ["Invitation", "Person", "PersonManager", "Seat", "Session", "Side", "Tie"]
