"""The index of words, in each database's own way; the database keeps it in step with the rows.

SQLite: two FTS5 tables that read their text from search_findable, and a trigger for each way in which a row changes.
A later migration that alters a column of search_findable on SQLite makes that table anew and loses the triggers: it
must take the index away before (`remove`), and make it again after (`make`, then 'rebuild' of both tables).
PostgreSQL: a column that it computes itself, and an index on that.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

# What they read is folded already (livecompact/search/words.py): a point stands in numbers only, such as 2.4.
TABLES = {"search_stems": "porter unicode61 tokenchars '.'", "search_letters": "unicode61 tokenchars '.'"}
PREFIXES = {"search_stems": "", "search_letters": ", prefix='3 4'"}

FTS5 = """
    CREATE VIRTUAL TABLE {table} USING fts5(
        heading, body, content='search_findable', content_rowid='id', tokenize="{tokenizer}"{prefixes}
    )
"""
TAKE_OUT = "INSERT INTO {table}({table}, rowid, heading, body) VALUES ('delete', old.id, old.heading, old.body);"
PUT_IN = "INSERT INTO {table}(rowid, heading, body) VALUES (new.id, new.heading, new.body);"
TRIGGERS = {
    "search_put": ("AFTER INSERT", (PUT_IN,)),
    "search_forgotten": ("AFTER DELETE", (TAKE_OUT,)),
    "search_changed": ("AFTER UPDATE", (TAKE_OUT, PUT_IN)),
}

POSTGRESQL = """
    ALTER TABLE search_findable ADD COLUMN words tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', heading), 'A') || setweight(to_tsvector('simple', heading), 'A')
        || setweight(to_tsvector('english', body), 'D') || setweight(to_tsvector('simple', body), 'D')
    ) STORED;
    CREATE INDEX search_words ON search_findable USING gin (words);
"""


def make(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    for table, tokenizer in TABLES.items():
        schema_editor.execute(FTS5.format(table=table, tokenizer=tokenizer, prefixes=PREFIXES[table]))
    for name, (when, statements) in TRIGGERS.items():
        each = "\n".join(statement.format(table=table) for statement in statements for table in TABLES)
        schema_editor.execute(f"CREATE TRIGGER {name} {when} ON search_findable BEGIN {each} END")


def remove(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_findable DROP COLUMN words")
        return
    for name in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER {name}")
    for table in TABLES:
        schema_editor.execute(f"DROP TABLE {table}")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, remove)]
