"""Workbooks for tests, written part by part: XLSX and ODS with the cells given."""

import zipfile
from xml.sax.saxutils import escape

OFFICE = "http://schemas.openxmlformats.org"
TYPES = (
    f'<Types xmlns="{OFFICE}/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
RELATIONS = f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{{}}</Relationships>'
RELATION = f'<Relationship Id="r{{0}}" Type="{OFFICE}/officeDocument/2006/relationships/{{1}}" Target="{{2}}"/>'
DATE_STYLE = (
    f'<styleSheet xmlns="{OFFICE}/spreadsheetml/2006/main">'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'
)
ODS = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = "urn:oasis:names:tc:opendocument:xmlns"


def xlsx(path, *sheets):
    """An Excel workbook; a sheet is (name, state, rows by their number, each a dict of cells by their column)."""
    numbered = list(enumerate(sheets, 1))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", TYPES)
        file.writestr("_rels/.rels", RELATIONS.format(RELATION.format(1, "officeDocument", "xl/workbook.xml")))
        listed = "".join(
            f'<sheet name="{escape(name)}" sheetId="{i}" state="{state}" r:id="r{i}"/>'
            for i, (name, state, _) in numbered
        )
        file.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{OFFICE}/spreadsheetml/2006/main" xmlns:r="{OFFICE}/officeDocument/2006/relationships">'
            f"<sheets>{listed}</sheets></workbook>",
        )
        parts = "".join(RELATION.format(i, "worksheet", f"worksheets/sheet{i}.xml") for i, _ in numbered)
        file.writestr(
            "xl/_rels/workbook.xml.rels", RELATIONS.format(parts + RELATION.format(99, "styles", "styles.xml"))
        )
        file.writestr("xl/styles.xml", DATE_STYLE)
        for i, (_, _, rows) in numbered:
            body = "".join(_row(number, cells) for number, cells in rows.items())
            sheet = f'<worksheet xmlns="{OFFICE}/spreadsheetml/2006/main"><sheetData>{body}</sheetData></worksheet>'
            file.writestr(f"xl/worksheets/sheet{i}.xml", sheet)
    return path


def _row(number, cells):
    return f'<row r="{number}">{"".join(_cell(f"{column}{number}", value) for column, value in cells.items())}</row>'


def _cell(place, value):
    """A text, a number, or ("day", number) as spreadsheets keep a date."""
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'
    if isinstance(value, tuple):
        return f'<c r="{place}" s="1"><v>{value[1]}</v></c>'
    return f'<c r="{place}"><v>{value}</v></c>'


def ods(path, *rows):
    """An OpenDocument spreadsheet with one sheet of texts."""
    cells = [
        "".join(
            f'<table:table-cell office:value-type="string"><text:p>{escape(each)}</text:p></table:table-cell>'
            for each in row
        )
        for row in rows
    ]
    body = "".join(f"<table:table-row>{each}</table:table-row>" for each in cells)
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("mimetype", ODS)
        file.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{NAMES}:manifest:1.0"/>')
        file.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{NAMES}:office:1.0" xmlns:table="{NAMES}:table:1.0"'
            f' xmlns:text="{NAMES}:text:1.0"><office:body><office:spreadsheet><table:table table:name="Sheet1">'
            f"{body}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return path
