"""What a list comes to as a whole: its years, its total, the groups that are known here, and who acted as it says."""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from livecompact.agreements.bodies import folded_name
from livecompact.kinds.kind import Kind
from livecompact.register.models import Organisation
from livecompact.uploads.matching import Recipients
from livecompact.uploads.planning import Row

MOST = 5


def summed(rows: Iterable[Row], of: Kind, organisation: Organisation) -> dict[str, Any]:
    """The years and total, groups matched and known by name only, and the other organisations that the file names."""
    recipients, years, acted = Recipients(), set[str](), Counter[str]()
    matched = named = 0
    total = Decimal(0)
    for row in rows:
        concerned = recipients.of(row.line)
        matched += concerned.organisation is not None
        named += concerned.organisation is None and bool(concerned.name)
        if day := row.facts.day(of.happens_on):
            years.add(str(day.year))
        amount = row.facts[of.amount] if of.amount else None
        total += amount if isinstance(amount, Decimal) else 0
        acted[str(row.line.get("organisation", ""))] += 1
    own = folded_name(organisation.name)
    others = [name for name, _count in acted.most_common(MOST) if name and folded_name(name) != own]
    return {
        "years": sorted(years),
        "total": f"{total:,.2f}" if total else "",
        "matched": matched,
        "named": named,
        "acted": others,
    }
