"""Feeds as tests look at them: held to what RFC 4287 asks, and read."""

from pathlib import Path

from lxml import etree

NS = {"a": "http://www.w3.org/2005/Atom"}
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parent.parent / "frame" / "atom.rng"))


def read_feed(body: bytes) -> "etree._Element":
    """A feed as a tree, once it is found to be one; AssertionError says what is wrong with it."""
    root = etree.fromstring(body)
    SCHEMA.assertValid(root)
    alternates = [links for links in root.iterfind("a:entry", NS) if len(links.findall("a:link", NS)) != 1]
    assert alternates == [], "each entry leads to one page"
    ids = root.xpath("a:entry/a:id/text()", namespaces=NS)
    assert len(ids) == len(set(ids)), "no two entries bear one id"
    return root


def texts(root: "etree._Element", path: str) -> list[str]:
    """The texts at a path such as "a:entry/a:title/text()"."""
    return [str(text) for text in root.xpath(path, namespaces=NS)]
