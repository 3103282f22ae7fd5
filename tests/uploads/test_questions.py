"""What the pages of a list ask, where there is nothing to choose from."""

from livecompact.uploads.forms import NOTHING, SelectFile, WhatToDo


def offered(ready: int) -> list[str]:
    return [choice.data["value"] for choice in WhatToDo(ready)["what"].subwidgets]


def test_no_row_is_offered_to_be_saved_where_none_is_ready():
    assert offered(0) == [NOTHING]
    assert len(offered(1)) == 2


def test_who_sends_no_file_is_asked_for_theirs():
    assert SelectFile([], {}, {}).errors["file"] == ["Select your file"]
