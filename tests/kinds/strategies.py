"""What Hypothesis invents of a dealing: a value for each type of fact, none and not known among them."""

from hypothesis import strategies as st

from livecompact.kinds.kind import SAYS_NOTHING
from livecompact.standards.facts import NONE, NOT_KNOWN, Fact, FactType, FactValue

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**12), max_value=10**12)
TEXTS = st.text(min_size=1, max_size=80).filter(lambda text: not SAYS_NOTHING.fullmatch(text) and text != "none")


def values(fact: Fact) -> st.SearchStrategy[FactValue]:
    """What a fact of this type can be, none and not known among it."""
    match fact.type:
        case FactType.DATE:
            said: st.SearchStrategy[FactValue] = st.dates()
        case FactType.NUMBER | FactType.AMOUNT:
            said = NUMBERS
        case FactType.FLAG:
            said = st.booleans()
        case FactType.CHOICE:
            said = st.sampled_from(fact.choices)
        case FactType.TEXT:
            said = TEXTS
    return said | st.just(NONE) | st.just(NOT_KNOWN)
