"""Every entry of a record as the database itself writes it out: the very text that its hash covers, and its texts.

A row of sixteen values takes the processor longer to fetch than one text that the database puts together. It says the
same as `chain.canonical_of`, which a test holds it to; where a hash does not fit, that decides.
"""

from django.db import connection

from livecompact.record.chain import Link

type Row = tuple[int, str, int, str, str | None, str, str]
"""An entry and one of its texts: id, hash and number, canonical JSON; name, salt and text, where there is one."""

AT = {
    "sqlite": "replace(entry.at, ' ', 'T') || iif(length(entry.at) = 19, '.000000', '') || '+00:00'",
    "postgresql": "to_char(entry.at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US') || '+00:00'",
}
QUERY = """
    SELECT entry.id, entry.hash, entry.number, {canonical}, texts.name, texts.salt, texts.text
    FROM record_entry AS entry LEFT JOIN record_entrytext AS texts ON texts.entry_id = entry.id
    WHERE entry.compact = %s AND entry.number > %s AND entry.number <= %s
    ORDER BY entry.number, entry.id
"""


def rows(compact: str, after: int, last: int) -> list[Row]:
    """The entries of a Compact with numbers in that range, in order; an entry with two texts is two rows."""
    with connection.cursor() as cursor:
        cursor.execute(QUERY.format(canonical=_canonical()), [compact, after, last])
        return list(cursor.fetchall())


def _canonical() -> str:
    """The parts of a link, in the order that canonical JSON has them in."""
    parts = {name: f"entry.{name}" for name in sorted(Link.__slots__)} | {"at": AT[connection.vendor]}
    if connection.vendor == "sqlite":
        return f"json_object({', '.join(f"'{name}', {part}" for name, part in parts.items())})"
    quoted = {name: part if name == "number" else f"to_json({part})::text" for name, part in parts.items()}
    return "concat('{', " + ", ',', ".join(f"'\"{name}\":', {part}" for name, part in quoted.items()) + ", '}')"
