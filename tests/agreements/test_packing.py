"""An agreement as one file to take away."""

import io
from zipfile import ZipFile

from livecompact.agreements import load
from livecompact.agreements.canonical import canonical
from livecompact.agreements.documents import read_documents
from livecompact.agreements.packing import packed
from tests.agreements.test_writing import text_of


def test_what_is_unpacked_is_a_folder_that_says_the_same(tmp_path):
    text = text_of("dacorum")

    ZipFile(io.BytesIO(packed(text, "dacorum"))).extractall(tmp_path)

    assert [entry.name for entry in tmp_path.iterdir()] == ["dacorum"]
    assert canonical(read_documents(tmp_path / "dacorum")[0]) == text
    assert load(tmp_path / "dacorum").name == "Dacorum Compact"


def test_the_same_text_gives_the_same_file():
    assert packed(text_of("model"), "model") == packed(text_of("model"), "model")
