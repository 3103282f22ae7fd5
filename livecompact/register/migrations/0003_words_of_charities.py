"""The index of the words in charities' names, in each database's own way; the database keeps it in step.

SQLite: an FTS5 table that reads its text from register_charity, and a trigger for each way in which a row changes. A
later migration that alters a column of register_charity on SQLite makes that table anew and loses the triggers: it must
take the index away before (`remove`), make it again after (`make`), and fill it ('rebuild').
PostgreSQL: an index on the expression that the query asks.
"""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

FTS5 = """
    CREATE VIRTUAL TABLE register_charity_words USING fts5(
        folded_name, content='register_charity', content_rowid='id', prefix='2 3'
    )
"""
TAKE_OUT = (
    "INSERT INTO register_charity_words(register_charity_words, rowid, folded_name)"
    " VALUES ('delete', old.id, old.folded_name);"
)
PUT_IN = "INSERT INTO register_charity_words(rowid, folded_name) VALUES (new.id, new.folded_name);"
TRIGGERS = {
    "register_charity_put": ("AFTER INSERT", PUT_IN),
    "register_charity_gone": ("AFTER DELETE", TAKE_OUT),
    "register_charity_changed": ("AFTER UPDATE", TAKE_OUT + PUT_IN),
}
POSTGRESQL = "CREATE INDEX register_charity_words ON register_charity USING gin (to_tsvector('simple', folded_name))"


def make(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRESQL)
        return
    schema_editor.execute(FTS5)
    for name, (when, statements) in TRIGGERS.items():
        schema_editor.execute(f"CREATE TRIGGER {name} {when} ON register_charity BEGIN {statements} END")


def remove(_apps: Any, schema_editor: BaseDatabaseSchemaEditor) -> None:
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX register_charity_words")
        return
    for name in TRIGGERS:
        schema_editor.execute(f"DROP TRIGGER {name}")
    schema_editor.execute("DROP TABLE register_charity_words")


class Migration(migrations.Migration):
    dependencies = [("register", "0002_charities")]
    operations = [migrations.RunPython(make, remove)]
