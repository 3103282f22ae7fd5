"""A copy of the model agreement to make mistakes in, and what `validate` says of it."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from livecompact import agreements
from livecompact.agreements.mistakes import Mistake
from livecompact.agreements.validating import validate

MODEL = Path(agreements.__file__).parent / "data" / "model"
PROMISES = "2025/2-having-a-say.toml"
STANDARDS = "2025/standards.toml"

TRIAL = """
[[standard]]
code = "trial"
undertaking = "2.1"
of = "consultation"
asks = "A formal consultation is open for 12 weeks."
basis = "text"
kept = { open_from = "opens", to = "closes", for_at_least = "12 weeks" }
unless = { stated = "reason_for_shorter_time" }
due = "closes"
example = [
  { say = "Twelve full weeks.", given = { opens = 2025-03-03, closes = 2025-05-25 }, verdict = "kept" },
  { say = "Nobody knows when it closed.", given = { opens = 2025-03-03 }, verdict = "no evidence" },
]
"""
LOCAL = (
    TRIAL.replace('"text"', '"local"')
    .replace('undertaking = "2.1"', 'undertaking = "2.2"')
    .replace('unless = { stated = "reason_for_shorter_time" }\n', 'suggested = "12 weeks"\n')
    .replace('for_at_least = "12 weeks"', 'for_at_least = "{suggested}"')
    .replace("for 12 weeks", "for {suggested}")
)
"""The same as a standard of the area, on a promise that is checked by one, and without a reason that excuses."""

HERE = "# here"
"""A comment that a test writes on the line where it expects the mistake to be told."""

UNWELCOME = re.compile(r"\b(please|sorry|valid|invalid|forbidden|oops|error|None|dict|str|int|NoneType)\b")


def changed(text: str, *changes: tuple[str, str]) -> str:
    """A text with other words in the place of some that stand in it once."""
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands there {text.count(old)} times"
        text = text.replace(old, new)
    return text


@dataclass(frozen=True)
class Folder:
    """The folder of an agreement that a test changes."""

    path: Path

    def change(self, file: str, old: str, new: str) -> None:
        """Put other words in the place of some that stand there once."""
        self.write(file, changed(self.read(file), (old, new)))

    def add(self, file: str, text: str) -> None:
        """Write more at the end of a file."""
        self.write(file, self.read(file).rstrip() + "\n" + text)

    def read(self, file: str) -> str:
        return (self.path / file).read_text(encoding="utf-8")

    def write(self, file: str, text: str) -> None:
        (self.path / file).parent.mkdir(exist_ok=True)
        (self.path / file).write_text(text, encoding="utf-8")

    def line(self, file: str, words: str) -> int:
        """The line on which some words that stand in a file once are found by looking."""
        text = self.read(file)
        assert text.count(words) == 1, f"{file} holds {words!r} {text.count(words)} times"
        return text[: text.index(words)].count("\n") + 1

    def told(self) -> list[tuple[str, int, str, str]]:
        """Every mistake found: file, line, what is wrong and the mend."""
        return [(mistake.file, mistake.line, mistake.says, mistake.mend) for mistake in self.mistakes()]

    def mistakes(self) -> list[Mistake]:
        found = validate(self.path)
        for mistake in found:
            assert reads_well(mistake), mistake
        return found

    def only_mistake(self) -> Mistake:
        [mistake] = self.mistakes()
        return mistake


def copy_of_the_model(above: Path) -> Folder:
    shutil.copytree(MODEL, above / "model")
    return Folder(above / "model")


def reads_well(mistake: Mistake) -> bool:
    """Whether both parts are sentences that can be read aloud."""
    parts = (mistake.says, mistake.mend)
    whole = all(re.fullmatch(r"[A-Z`“].*[.…]", part, re.DOTALL) for part in parts)
    return whole and not any(UNWELCOME.search(part) or "  " in part or "\n" in part for part in parts)
