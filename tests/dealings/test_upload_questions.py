"""What the pages of a list ask, where there is nothing to choose from."""

from livecompact.dealings.uploads.forms import NOTHING, SelectFile, WhatToDo


def test_no_row_is_offered_to_be_saved_where_none_is_ready():
    assert [value for value, _ in WhatToDo(0).fields["what"].choices] == [NOTHING]
    assert len(WhatToDo(1).fields["what"].choices) == 2


def test_who_sends_no_file_is_asked_for_theirs():
    assert SelectFile([], {}, {}).errors["file"] == ["Select your file"]
