"""HTML as tests look at it: a tree to compare, and what a page says of itself."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

type Node = str | tuple[str, tuple[tuple[str, object], ...]]

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
INLINE = {"a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "span", "strong", "time", "wbr"}
READ_OUT = ("alt", "aria-label", "title", "placeholder")
UNSAID = {"script", "style"}
SOURCE = {"pre", "textarea"}
LOADED = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src", "form": "action"}


def tree(html: str) -> list[Node]:
    """The tags and texts of a piece of HTML, where white space and the order of attributes and classes do not count."""
    parser = _Tree()
    parser.feed(html)
    parser.close()
    return parser.nodes


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._put_text()
        values = [(name, tuple(sorted((value or "").split())) if name == "class" else value) for name, value in attrs]
        self.nodes.append((tag, tuple(sorted(values, key=lambda pair: pair[0]))))

    def handle_endtag(self, tag: str) -> None:
        self._put_text()
        self.nodes.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.text += data

    def close(self) -> None:
        super().close()
        self._put_text()

    def _put_text(self) -> None:
        if said := " ".join(self.text.split()):
            self.nodes.append(said)
        self.text = ""


def texts(html: str, *, official: bool = True) -> list[str]:
    """The texts of a page, block by block: what a person reads, or hears.

    Without `official`, what an element marked data-formal holds is left out, and what lines of a file are shown.

    >>> texts('<p>Read <b>this</b>.</p><img alt="A dog">')
    ['Read this.', 'A dog']
    """
    reader = _Texts(official=official)
    reader.feed(html)
    reader.close()
    return [block for block in reader.blocks if block.strip()]


class _Texts(HTMLParser):
    def __init__(self, *, official: bool) -> None:
        super().__init__()
        self.official = official
        self.blocks: list[str] = [""]
        self.silent: list[str] = []  # the elements that are open inside one that is left out, with it

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID and (self.silent or self._is_left_out(tag, dict(attrs))):
            self.silent.append(tag)
        if self.silent:
            return
        self.blocks[-1:-1] = [value for name, value in attrs if name in READ_OUT and value]
        if tag not in INLINE:
            self.blocks.append("")

    def handle_endtag(self, tag: str) -> None:
        while tag in self.silent and self.silent.pop() != tag:
            pass  # an element that nobody closed
        if tag not in INLINE:
            self.blocks.append("")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.blocks[-1] += data

    def _is_left_out(self, tag: str, given: dict[str, str | None]) -> bool:
        return tag in UNSAID or not (self.official or ("data-formal" not in given and tag not in SOURCE))


@dataclass
class Page:
    """What a page says: its title, headings with their levels, links, ids, and what it loads."""

    title: str = ""
    language: str = ""
    headings: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)  # address, text
    footer: list[tuple[str, str]] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    pictures_without_alt: int = 0
    inline: list[str] = field(default_factory=list)  # what a strict policy would refuse: style, onclick, <script>
    summary: list[tuple[str, str]] = field(default_factory=list)  # the links of the error summary
    errors: list[str] = field(default_factory=list)  # the messages beside fields

    @property
    def h1(self) -> list[str]:
        """The texts of its first-level headings."""
        return [text for level, text in self.headings if level == 1]


def read_page(html: str) -> Page:
    """What a page says of itself."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.open: list[tuple[str, dict[str, str]]] = []
        self.said: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._note(tag, given)
        if tag in VOID:
            return
        self.open.append((tag, given))
        self.said.append([])

    def handle_data(self, data: str) -> None:
        for said in self.said:
            said.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open:
            opened, given = self.open.pop()
            text = " ".join("".join(self.said.pop()).split())
            self._end(opened, given, text)
            if opened == tag:
                break

    def _note(self, tag: str, given: dict[str, str]) -> None:
        page = self.page
        if tag == "html":
            page.language = given.get("lang", "")
        if "id" in given:
            page.ids.append(given["id"])
        if given.get(LOADED.get(tag, ""), ""):
            page.loads.append(given[LOADED[tag]])
        if tag == "img" and "alt" not in given:
            page.pictures_without_alt += 1
        if "style" in given or tag == "style" or (tag == "script" and "src" not in given):
            page.inline.append(tag)
        page.inline.extend(name for name in given if name.startswith("on"))

    def _end(self, tag: str, given: dict[str, str], text: str) -> None:
        page = self.page
        classes = given.get("class", "").split()
        if tag == "title" and not page.title:
            page.title = text
        if tag in HEADINGS:
            page.headings.append((int(tag[1]), text))
        if "govuk-error-message" in classes:
            page.errors.append(text.removeprefix("Error:").strip())
        if tag == "a" and "href" in given:
            self._link(given["href"], text)

    def _link(self, address: str, text: str) -> None:
        self.page.links.append((address, text))
        if any(tag == "footer" for tag, _ in self.open):
            self.page.footer.append((address, text))
        if any("govuk-error-summary" in given.get("class", "").split() for _, given in self.open):
            self.page.summary.append((address.removeprefix("#"), text))


VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
