"""What stands on other pages of changes that are told and not public yet: their number."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from livecompact.compacts.queries import Published
from livecompact.dealings import queries
from livecompact.kinds.kind import Kind


def not_public_of(compact: Published, kind: Kind) -> dict[str, str]:
    """How many of a kind are not public yet, as a sentence; the one thing that everyone may know of them."""
    count = queries.not_public_yet(compact, kind)
    if not count:
        return {"not_public": ""}
    words = {"count": count, "kinds": _(kind.called) if count == 1 else _(kind.plural)}
    says = ngettext("%(count)s %(kinds)s is not public yet.", "%(count)s %(kinds)s are not public yet.", count)
    return {"not_public": says % words}
