"""The addresses of uploading a list."""

from typing import Any

from django.urls import path, register_converter

from livecompact.kinds.kind import Kind
from livecompact.uploads import views
from livecompact.uploads.giving_back import CONTENT_TYPES
from livecompact.uploads.kinds import UPLOADED


class OneOfTheLists:
    """A kind of record that comes as a list, by its plural."""

    regex = "|".join(UPLOADED)

    def to_python(self, value: str) -> Kind:
        """The kind of that name."""
        return UPLOADED[value]

    def to_url(self, value: Any) -> str:
        """Its name, as it is."""
        return str(value)


class OneOfTheForms:
    """What a file may come back as, by the ending of its name."""

    regex = "|".join(CONTENT_TYPES)

    def to_python(self, value: str) -> str:
        """That ending."""
        return value

    def to_url(self, value: Any) -> str:
        """Its name, as it is."""
        return str(value)


register_converter(OneOfTheLists, "list")
register_converter(OneOfTheForms, "marked")

ALL = "<slug:compact>/upload"
ONE = f"{ALL}/sent/<slug:key>"

urlpatterns = [
    path(ALL, views.uploads, name="uploads"),
    path(f"{ALL}/<list:upload_kind>", views.start, name="upload_start"),
    path(f"{ALL}/<list:upload_kind>/file", views.file, name="upload_file"),
    path(ONE, views.upload, name="upload"),
    path(f"{ONE}/columns", views.columns, name="upload_columns"),
    path(f"{ONE}/problems", views.problems, name="upload_problems"),
    path(f"{ONE}/marked.<marked:form>", views.marked, name="upload_marked"),
    path(f"{ONE}/how-they-stand", views.stands, name="upload_stands"),
    path(f"{ONE}/publish", views.publish, name="upload_publish"),
    path(f"{ONE}/undo", views.undo, name="upload_undo"),
]
