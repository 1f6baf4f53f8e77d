"""Makes libreoffice-roster.xlsx: a roster as an office that works with LibreOffice keeps it.

Run it by hand where LibreOffice is installed; the tests read the file that is here:

    python3 libreoffice-roster.py

The people are made up. Against the other rosters of the tests: other headings in another order, a merged heading of two
rows, dates as dates of the program and as text in three ways, card numbers as numbers whose format shows the zeros, a
formula, hidden spaces in names, and a total and signatures below.
"""

import pathlib
import subprocess
import tempfile
from xml.sax.saxutils import escape, quoteattr

HERE = pathlib.Path(__file__).parent
SPACES = "urn:oasis:names:tc:opendocument:xmlns:"


def cell(value=None, *, date=None, number=None, formula=None, style=None, columns=1, rows=1):
    """One cell; what it covers to the right and below has to follow as `covered()`."""
    names = []
    if style:
        names.append(f"table:style-name={quoteattr(style)}")
    if columns > 1 or rows > 1:
        names.append(f'table:number-columns-spanned="{columns}" table:number-rows-spanned="{rows}"')
    if formula:
        names.append(f"table:formula={quoteattr('of:=' + formula)}")
    if date:
        names.append(f'office:value-type="date" office:date-value="{date}"')
    elif number is not None:
        names.append(f'office:value-type="float" office:value="{number}"')
    elif value:
        names.append('office:value-type="string"')
    text = f"<text:p>{escape(value)}</text:p>" if value and number is None and not date else ""
    return f"<table:table-cell {' '.join(names)}>{text}</table:table-cell>"


def covered(count=1):
    return "<table:covered-table-cell/>" * count


def line(*cells):
    return "<table:table-row>" + "".join(cells) + "</table:table-row>"


def person(number, branch, name, card, admitted, official, birth):
    def when(value):
        return cell(date=value[1], style="day") if isinstance(value, tuple) else cell(value)

    return line(
        cell(number=number), cell(branch), cell(name), cell(number=card, style="card") if card else cell(),
        when(admitted), when(official), when(birth))


rows = [
    line(cell("ĐẢNG BỘ TRƯỜNG", columns=3), covered(2)),
    line(cell()),
    line(cell("DANH SÁCH TRÍCH NGANG ĐẢNG VIÊN", columns=7), covered(6)),
    line(
        cell("TT", rows=2), cell("Sinh hoạt tại chi bộ", rows=2), cell("Họ tên đảng viên", rows=2),
        cell("Số thẻ ĐV", rows=2), cell("Thời gian vào Đảng", columns=2), covered(), cell("Sinh ngày", rows=2)),
    line(covered(4), cell("Dự bị"), cell("Chính thức"), covered()),
    person(1, "Chi bộ Khoa Toán", "Nguyễn Thị Hòa", 71234567, ("date", "2010-02-03"), ("date", "2011-02-03"), ("date", "1980-05-19")),
    person(2, "CB1", " Trần  Văn\u00a0Bình ", 71234568, "19/05/2003", "19-05-2004", "1975"),
    person(3, "Chi bộ Sinh viên 1", "Đặng Thu Hà", None, "01.09.2023", "", "tháng 3/2002"),
    line(
        cell(), cell("Tổng cộng", columns=2), covered(), cell(formula="COUNTA([.C6:.C8])", number=3)),
    line(cell()),
    line(cell(), cell("NGƯỜI LẬP BIỂU"), cell(), cell(), cell("T/M CHI ỦY")),
    line(cell(), cell("Lê Thị Lập"), cell(), cell(), cell("Phạm Văn Ký")),
]

DOCUMENT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.spreadsheet"
  xmlns:office="{SPACES}office:1.0" xmlns:table="{SPACES}table:1.0" xmlns:text="{SPACES}text:1.0"
  xmlns:style="{SPACES}style:1.0" xmlns:number="{SPACES}datastyle:1.0" xmlns:of="{SPACES}of:1.2">
<office:automatic-styles>
  <number:date-style style:name="dmy"><number:day number:style="long"/><number:text>/</number:text>
    <number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
  <number:number-style style:name="ten"><number:number number:min-integer-digits="10" number:decimal-places="0"/>
  </number:number-style>
  <style:style style:name="day" style:family="table-cell" style:data-style-name="dmy"/>
  <style:style style:name="card" style:family="table-cell" style:data-style-name="ten"/>
</office:automatic-styles>
<office:body><office:spreadsheet><table:table table:name="Trích ngang">{"".join(rows)}</table:table>
</office:spreadsheet></office:body></office:document>
"""

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "libreoffice-roster.fods")
    source.write_text(DOCUMENT, encoding="utf-8")
    subprocess.run(
        ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "xlsx",
         "--outdir", str(HERE), str(source)], check=True)
