"""What may be told of an organisation beside its name, sector and kind."""

from datetime import date
from typing import TypedDict


class About(TypedDict, total=False):
    """What is known of an organisation; what is left out is not known."""

    postcode: str
    area: list[str]
    website: str
    size: str
    status: str
    status_on: date | None
    invented: bool
