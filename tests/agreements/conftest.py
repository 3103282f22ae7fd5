"""What the tests of agreements share: a copy of the model to change."""

from pathlib import Path

import pytest

from tests.agreements.folders import Folder, copy_of_the_model


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """The model agreement in a folder of its own; it has no mistake yet."""
    return copy_of_the_model(tmp_path)
