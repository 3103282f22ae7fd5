"""A text as a file that a word processor opens (DOCX, ISO/IEC 29500): headings, paragraphs, tables, and nothing else.

It holds no macro, no picture, no link to anything outside, and says nothing of who made it or when.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""
LONG_AGO = (1980, 1, 1, 0, 0, 0)
WORDS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TYPES = f"""{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" \
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" \
ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="{TYPE}.main+xml"/><Override \
PartName="/word/styles.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override \
PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"""
OUTER = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" \
Type="{RELATIONS}/officeDocument" Target="word/document.xml"/><Relationship Id="r2" \
Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"""
INNER = f"""{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{RELATIONS}/styles" \
Target="styles.xml"/></Relationships>"""


@dataclass(frozen=True)
class Heading:
    """A heading: 1 is that of the whole text."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Table:
    """A table with what its columns are; its head is said again on each sheet of paper."""

    caption: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


type Part = Heading | Table | str


def word_file(title: str, language: str, parts: Iterable[Part]) -> bytes:
    """The file; a part that is a text is a paragraph."""
    body = "".join(map(_part, parts))
    page = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" \
w:left="1440" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
    files = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": OUTER,
        "word/_rels/document.xml.rels": INNER,
        "word/document.xml": f"{HEAD}<w:document {WORDS}><w:body>{body}{page}</w:body></w:document>",
        "word/styles.xml": _styles(language),
        "docProps/core.xml": _core(title, language),
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in files.items():
            packed.writestr(zipfile.ZipInfo(name, LONG_AGO), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _part(part: Part) -> str:
    match part:
        case Heading():
            return _paragraph(part.text, f"Heading{part.level}")
        case Table():
            return _table(part)
    return _paragraph(part)


def _paragraph(text: str, style: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{styled}<w:r><w:t xml:space="preserve">{_said(text)}</w:t></w:r></w:p>'


def _table(table: Table) -> str:
    each = 9026 // len(table.heads)  # twentieths of a point between the margins of A4
    columns = "".join(f'<w:gridCol w:w="{each}"/>' for _head in table.heads)
    about = f'<w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLook w:firstRow="1" \
w:firstColumn="1" w:val="00A0"/><w:tblCaption w:val={quoteattr(NO_XML.sub("", table.caption))}/></w:tblPr>'
    head = _row(table.heads, "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>", "Head")
    rows = "".join(_row(row, "<w:trPr><w:cantSplit/></w:trPr>") for row in table.rows)
    grid = f"<w:tblGrid>{columns}</w:tblGrid>"
    return f"{_paragraph(table.caption, 'Caption')}<w:tbl>{about}{grid}{head}{rows}</w:tbl>{_paragraph('')}"


def _row(cells: Sequence[str], about: str, style: str = "") -> str:
    return f"<w:tr>{about}{''.join(f'<w:tc>{_paragraph(cell, style)}</w:tc>' for cell in cells)}</w:tr>"


def _styles(language: str) -> str:
    headings = "".join(
        _style(f"Heading{n}", f"heading {n}", f'<w:outlineLvl w:val="{n - 1}"/>', size)
        for n, size in ((1, 36), (2, 28))
    )
    lines = "".join(f'<w:{side} w:val="single" w:sz="4" w:color="808080"/>' for side in _SIDES)
    return f"""{HEAD}<w:styles {WORDS}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" \
w:cs="Arial"/><w:sz w:val="24"/><w:lang w:val={quoteattr(language)}/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>\
<w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" \
w:styleId="Normal"><w:name w:val="Normal"/></w:style>{headings}{_style("Caption", "caption", "<w:keepNext/>", 24)}\
{_style("Head", "Table head", "", 24)}<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr>\
<w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style></w:styles>"""


_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def _style(key: str, name: str, about: str, size: int) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>\
<w:pPr>{about}</w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr></w:style>'


def _core(title: str, language: str) -> str:
    return f"""{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" \
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{_said(title)}</dc:title><dc:language>{_said(language)}\
</dc:language></cp:coreProperties>"""


def _said(text: str) -> str:
    return escape(NO_XML.sub("", text))
