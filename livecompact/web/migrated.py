"""Whether the database has just the tables that this version wants: nothing waits, and no newer version was at it."""

from functools import cache

from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

type Change = tuple[str, str]  # the room or the library, and the name of its change


@cache
def wanted() -> tuple[Change, ...]:
    """Every change that this version brings, in the order in which they are made; read from the disk once."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    plan: dict[Change, None] = {}
    for leaf in loader.graph.leaf_nodes():
        plan |= dict.fromkeys(loader.graph.forwards_plan(leaf))
    return tuple(plan)


def made() -> frozenset[Change]:
    """The changes that were made to the database; one query, or two."""
    return frozenset(MigrationRecorder(connection).applied_migrations())


def waiting() -> tuple[Change, ...]:
    """What this version wants and the database lacks."""
    there = made()
    return tuple(change for change in wanted() if change not in there)


def newer() -> tuple[Change, ...]:
    """What a newer version made: this one does not know it."""
    return tuple(sorted(made().difference(wanted())))
