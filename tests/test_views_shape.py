"""The shape of views: short functions that ask queries and tell actions, and never a table themselves."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models.fields.reverse_related import ForeignObjectRel

ROOT = Path(__file__).parent.parent
VIEWS = sorted((ROOT / "livecompact").rglob("views.py"))
LONGEST = 15


def reverse_managers():
    """The names by which a row's dependants could be reached: `compact.editions`, `organisation.dealings`."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("livecompact.")]
    fields = [field for model in ours for field in model._meta.get_fields()]  # noqa: SLF001 (Django's own way to ask)
    return {field.get_accessor_name() for field in fields if isinstance(field, ForeignObjectRel)}


def functions(tree):
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


@pytest.fixture(params=VIEWS, ids=lambda path: path.relative_to(ROOT).as_posix())
def tree(request):
    return ast.parse(request.param.read_text(encoding="utf-8"))


def test_views_are_found():
    assert "livecompact/compacts/views.py" in [path.relative_to(ROOT).as_posix() for path in VIEWS]


def test_a_view_asks_no_table_itself(tree):
    forbidden = {"objects", "_default_manager", "_base_manager"}
    asked = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}

    assert not asked & forbidden


def test_a_view_uses_no_reverse_manager(tree):
    calls = [
        node.func for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    asked = {call.value.attr for call in calls if isinstance(call.value, ast.Attribute)}

    assert not asked & reverse_managers()


def test_a_view_is_short(tree):
    long = {node.name for node in functions(tree) if node.end_lineno - node.lineno + 1 > LONGEST}

    assert long == set()


def test_views_import_no_models(tree):
    named = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert not {module for module in named if module.endswith(".models") and module.startswith("livecompact.")}
