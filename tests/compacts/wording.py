"""How a page reads: the sentences of its main part, without the formal wording and the way to the page."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from livecompact.agreements.plainness import sentences, word_count

BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "td", "th", "caption", "summary", "label", "button", "div"}
EMPTY = {"img", "br", "input", "meta", "link", "hr"}


def sentences_of(html: str) -> list[str]:
    """Each sentence of the main part that is not marked as formal (official words, names, the glossary)."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return [sentence for block in reader.blocks for sentence in sentences(" ".join(block.split()))]


def mean_words(said: list[str]) -> float:
    """How many words a sentence has; headings and labels of under six words are no sentences."""
    counts = [count for sentence in said if (count := word_count(sentence)) >= 6]
    return sum(counts) / len(counts) if counts else 0.0


@dataclass
class _Reader(HTMLParser):
    blocks: list[str] = field(default_factory=list)
    text: str = ""
    stack: list[tuple[str, bool]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS or tag == "br":
            self._end()
        if tag not in EMPTY:
            outside = bool(self.stack) and self.stack[-1][1]
            shown = tag == "main" or outside
            self.stack.append((tag, shown and "data-formal" not in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in BLOCKS or tag == "main":
            self._end()
        while self.stack and tag not in EMPTY:
            if self.stack.pop()[0] == tag:
                break

    def handle_data(self, data: str) -> None:
        if self.stack and self.stack[-1][1]:
            self.text += data

    def _end(self) -> None:
        if self.text.strip():
            self.blocks.append(self.text)
        self.text = ""
