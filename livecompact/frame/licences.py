"""The licence under which everyone may use the data of the site, where whoever runs it has named one.

The names are those of the SPDX list (https://spdx.org/licenses/), so that programs know them too.
"""

from dataclasses import asdict, dataclass

from django.conf import settings


@dataclass(frozen=True)
class Licence:
    """A licence: its SPDX name, what people call it, and where it can be read."""

    id: str
    name: str
    url: str


KNOWN = {
    each.id: each
    for each in (
        Licence(
            "OGL-UK-3.0",
            "Open Government Licence v3.0",
            "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        ),
        Licence("CC-BY-4.0", "Creative Commons Attribution 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        Licence("CC0-1.0", "CC0 1.0 Universal", "https://creativecommons.org/publicdomain/zero/1.0/"),
    )
}
"""The licences that a site can name: those that fit open data of a public body in the UK."""


def licence() -> Licence | None:
    """The licence of this site's data; None where none is named."""
    return KNOWN.get(settings.SITE.licence)


def as_data() -> dict[str, str] | None:
    """The same for JSON."""
    named = licence()
    return asdict(named) if named else None
