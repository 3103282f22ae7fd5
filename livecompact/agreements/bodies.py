"""How the names of bodies are compared: two ways of writing one name are one."""

import re
import unicodedata

LIMITED = re.compile(r" (?:ltd|limited|plc|cic|cio|llp)$")


def folded_name(name: str) -> str:
    """A name by which an organisation is found again: no case, accents, punctuation, “the” before or “Ltd” after.

    >>> folded_name("The Carers' Café & Co. Ltd")
    'carers cafe and co'
    """
    plain = unicodedata.normalize("NFKD", name.replace("&", " and ")).casefold()
    kept = "".join(
        sign if sign.isalnum() else " " for sign in plain if sign not in "'’." and not unicodedata.combining(sign)
    )
    return LIMITED.sub("", " ".join(kept.split()).removeprefix("the "))
