"""What points elsewhere points at something."""

import pytest

from tests.agreements.folders import HERE, Folder, copy_of_the_model

HEAD = "agreement.toml"
EASY = "2025/easy-read.toml"
TOPICS = "The topics are independence, having-a-say, funding, changes, working-together."


def under(folder: Folder, parent: str) -> None:
    folder.change(HEAD, 'called = "Compact"', f'called = "Compact"\nparent = "{parent}" {HERE}')


@pytest.mark.parametrize(
    ("parent", "says", "hint"),
    [
        (
            "herefordshire",
            "This agreement lies under “herefordshire”, which is not known.",
            "Perhaps “hertfordshire” is meant. ",
        ),
        ("wales", "This agreement lies under “wales”, which is not known.", ""),
        ("model", "This agreement lies under “model”, which is itself.", ""),
    ],
)
def test_a_parent_that_is_unknown_is_told(folder, parent, says, hint):
    under(folder, parent)

    mend = f"{hint}Known are dacorum, hertfordshire. Or take `parent` away."
    assert folder.told() == [(HEAD, folder.line(HEAD, HERE), says, mend)]


def test_a_parent_may_ship_with_the_program(folder):
    under(folder, "hertfordshire")

    assert folder.mistakes() == []


def test_a_parent_may_lie_beside(folder, tmp_path):
    under(folder, "county")
    (tmp_path / "more").mkdir()
    copy_of_the_model(tmp_path / "more").path.rename(tmp_path / "county")

    assert folder.mistakes() == []


def test_a_booklet_tells_of_a_topic(folder):
    folder.change(EASY, 'id = "what-the-compact-is"', f'id = "what-the-compact-is"\ntopic = "independance" {HERE}')

    assert folder.told() == [
        (
            EASY,
            folder.line(EASY, HERE),
            "The booklet “What the Compact is” tells of “independance”, which is the topic of no section.",
            f"Perhaps “independence” is meant. {TOPICS}",
        )
    ]


def test_a_story_tells_of_a_promise(folder):
    story = '[[story]]\nid = "a"\ntitle = "The bus"\nsays = "A."\nsource = "Ours"\n'
    folder.write("stories.toml", f'{story}undertakings = [\n"2.1",\n"7" {HERE}\n]\n')

    assert folder.told() == [
        (
            "stories.toml",
            8,
            "The story “The bus” tells of promise 7, which is not there.",
            "Write the number of a promise.",
        )
    ]
