#!/usr/bin/env python3
"""Reads large and odd files: each is read or refused, in seconds, below 300 MiB.

odd_files.py TABLE_DUMP
"""
import io
import os
import random
import subprocess
import sys
import tempfile
import time
import zipfile

MOST_MEMORY = 300 << 20
MOST_SECONDS = 20
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EXCEL = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def relations(*targets):
    rows = "".join(f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                   for number, (kind, target) in enumerate(targets, 1))
    return f'<Relationships xmlns="{PACKAGE}">{rows}</Relationships>'


def zipped(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, pieces in parts.items():
            with archive.open(name, "w", force_zip64=True) as part:
                for piece in ([pieces] if isinstance(pieces, str) else pieces):
                    part.write(piece.encode())
    return target.getvalue()


def docx(body, **more):
    def root(name, inside, within=""):
        yield f'<w:{name} xmlns:w="{WORD}">{within and f"<w:{within}>"}'
        yield from [inside] if isinstance(inside, str) else inside
        yield f'{within and f"</w:{within}>"}</w:{name}>'
    return zipped({"_rels/.rels": relations(("officeDocument", "word/document.xml")),
                   "word/document.xml": root("document", body, "body"),
                   "word/_rels/document.xml.rels": relations(*((name, f"{name}.xml") for name in more)),
                   **{f"word/{name}.xml": root(name, inside) for name, inside in more.items()}})


def xlsx(inside, texts="", styles=""):
    def pieces():
        yield f'<worksheet xmlns="{EXCEL}">'
        yield from [inside] if isinstance(inside, str) else inside
        yield "</worksheet>"
    return zipped({
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{EXCEL}" xmlns:r="{OFFICE}"><sheets>'
                           '<sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(("worksheet", "worksheets/sheet1.xml"),
                                                ("sharedStrings", "sharedStrings.xml"),
                                                ("styles", "styles.xml")),
        "xl/styles.xml": f'<styleSheet xmlns="{EXCEL}">{styles}</styleSheet>',
        "xl/sharedStrings.xml": texts or f'<sst xmlns="{EXCEL}"/>',
        "xl/worksheets/sheet1.xml": pieces()})


def cell(text):
    return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def inline(place, text):
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def numbering(text):
    return (f'<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="{text}"/></w:lvl>'
            '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>')


def listed(count):
    paragraph = ('<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
                 "<w:r><w:t>a</w:t></w:r></w:p>")
    return f"<w:tbl><w:tr><w:tc>{paragraph * count}</w:tc></w:tr></w:tbl>"


def inline_row(number, text):
    return f'<row r="{number}">{inline(f"A{number}", text)}</row>'


def formats(code):
    return (f'<numFmts><numFmt numFmtId="200" formatCode="{code}"/></numFmts>'
            '<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>')


def styled_rows():
    yield f'<sheetData><row r="1">{inline("A1", "đầu")}</row>'
    for number in range(2, 1048577):
        yield (f'<row r="{number}" spans="1:7" ht="15" customHeight="1">' +
               "".join(f'<c r="{letter}{number}" s="3"/>' for letter in "ABCDEFG") + "</row>"
               if number % 8 == 0 else f'<row r="{number}" spans="1:7" ht="15" customHeight="1"/>')
    yield "</sheetData>"


def bomb():
    for _ in range(4096):
        yield " " * (1 << 18)


def word_rows(count, columns):
    yield "<w:tbl>"
    for number in range(count):
        yield "<w:tr>" + "".join(cell(f"ô {number}.{column}") for column in range(columns)) + "</w:tr>"
    yield "</w:tbl>"


def damaged(whole, draws):
    data = bytearray(whole)
    for _ in range(draws.randint(1, 4)):
        data[draws.randrange(len(data))] = draws.randrange(256)
    return bytes(data[:draws.randrange(len(data))] if draws.random() < 0.2 else data)


# Name, bytes, and what stands in the first line that is printed; none: whatever it is.
def files():
    yield "thousand-rows.docx", docx(word_rows(1000, 8)), "table 1 ``: 1000 rows, 8 columns"
    yield "million-rows.xlsx", xlsx(styled_rows()), "table 1 `S`: 1 rows, 1 columns"
    yield "bomb.docx", docx(bomb()), "error:"
    yield "bomb.xlsx", xlsx(bomb()), "error:"
    yield "text-bomb.docx", docx(["<w:p><w:r><w:t>", *["a" * (1 << 20)] * 45, "</w:t></w:r></w:p>"]), "error:"
    yield "elements.docx", docx("<w:p/>" * 4_000_000), "error:"
    yield "attributes.docx", docx("<w:p" + ' a=""' * 9_000_000 + "/>"), "error:"
    yield "many-cells.docx", docx(word_rows(90_000, 3)), "error:"
    yield "deep.docx", docx("<w:tbl><w:tr><w:tc>" * 200_000), "error:"
    yield "list-text.docx", docx(listed(1500), numbering=numbering("x" * 1_000_000)), "error:"
    yield "list-texts.docx", docx(listed(100_000), numbering=numbering("x" * 1000)), "error:"
    yield "list-letters.docx", docx(listed(100_000), numbering=numbering("%1" * 500)), "error:"
    yield "lists.docx", docx(listed(1), numbering="".join(
        f'<w:abstractNum w:abstractNumId="{n}"/>' for n in range(700_000))), "error:"
    half = "<a/>x" * 2_000_000
    yield "texts-behind.docx", docx("<a/>x" * 1_900_000), "error:"
    yield "trees.docx", docx(half, footnotes=half, endnotes=half, comments=half), "error:"
    third = "<w:p/>" * 600_000
    yield "three-trees.docx", docx(third, footnotes=third, endnotes=third, comments=third), "error:"
    yield "notes.docx", docx("<w:tbl/>", footnotes="".join(
        f'<w:footnote w:id="{n}"/>' for n in range(1_000_000))), "error:"
    yield "empty-cells.docx", docx("<w:tbl><w:tr>" + "<w:tc/>" * 1_900_000 + "</w:tr></w:tbl>"), "error:"
    yield "empty-rows.docx", docx("<w:tbl>" + "<w:tr/>" * 1_900_000 + "</w:tbl>"), "error:"
    yield "empty-texts.xlsx", xlsx("<sheetData/>", f'<sst xmlns="{EXCEL}">' + "<si/>" * 1_900_000 +
                                   "</sst>"), "error:"
    yield "hidden-columns.xlsx", xlsx(
        '<cols>' + '<col min="1" max="255" hidden="1"/>' * 300_000 +
        f'</cols><sheetData><row r="1">{inline("IV1", "x")}</row></sheetData>'), "table"
    fields = "".join(f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate"))
    yield "fields.docx", docx("<w:tbl><w:tr><w:tc><w:p>" + (fields + "<w:t>a</w:t>") * 150_000 +
                              "</w:p></w:tc></w:tr></w:tbl>"), "table"
    yield "wide.xlsx", xlsx('<sheetData><row r="1">' + inline("XFD1", "x") + "</row></sheetData>"), "error:"
    yield "many-texts.xlsx", xlsx("<sheetData/>", f'<sst xmlns="{EXCEL}">' + "<si><t>a</t></si>" * 900_000 + "</sst>"), "error:"
    merges = "".join(f'<mergeCell ref="A{n}:XFD1048576"/>' for n in range(1, 50_000))
    yield "merges.xlsx", xlsx("<sheetData>" + "".join(
        f'<row r="{n}">{inline(f"A{n}", "a")}{inline(f"IV{n}", "b")}</row>' for n in range(1, 900)) +
        f"</sheetData><mergeCells>{merges}</mergeCells>"), None
    yield "same-text.xlsx", xlsx("<sheetData>" + "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_000)) +
        "</sheetData>", f'<sst xmlns="{EXCEL}"><si><t>{"a" * 1_000_000}</t></si></sst>'), "error:"
    yield "blank-texts.xlsx", xlsx("<sheetData>" + inline_row(1, "a") + "".join(
        f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(2, 20_000)) +
        "</sheetData>", f'<sst xmlns="{EXCEL}"><si><t>{" " * 10_000_000}</t></si></sst>'), "table"
    numbers = "".join(f'<row r="{n}"><c r="A{n}" s="1"><v>1.5</v></c></row>' for n in range(1, 50_000))
    yield "long-format.xlsx", xlsx(f"<sheetData>{numbers}</sheetData>", styles=formats("0" * 1_500_000)), "table"
    yield "format.xlsx", xlsx(f"<sheetData>{numbers}</sheetData>", styles=formats("#,##0" * 50)), "table"
    yield "formats.xlsx", xlsx("<sheetData/>", styles="<numFmts>" + "".join(
        f'<numFmt numFmtId="{n}" formatCode="{"0" * 200}{n}"/>' for n in range(200, 60_000)) +
        "</numFmts><cellXfs>" + "".join(f'<xf numFmtId="{n}"/>' for n in range(200, 60_000)) +
        "</cellXfs>"), "error:"
    yield "long-line.txt", ("TT\tViệc\n" + "x" * 15_000_000).encode(), None
    yield "quotes.txt", ('a\tb\n' + '"\t' * 250 + "\n" + '"\n' * 200_000).encode(), None
    yield "lines.txt", "".join(f"\t{n}\n\tviệc\n\tngười\n\n" for n in range(60_000)).encode(), None
    yield "gaps.csv", ("TT,Việc\n" + "\n" * 3_000_000 + "1,a\n").encode(), "table 1 ``: 2 rows, 2 columns"
    whole = docx(word_rows(3, 3))
    draws = random.Random(1)
    for number in range(60):
        yield f"damaged-{number}.docx", damaged(whole, draws), None


def main():
    tool, failed = sys.argv[1], 0
    slowest, largest = (0.0, ""), (0, "")
    with tempfile.TemporaryDirectory() as folder:
        for name, data, begin in files():
            path = os.path.join(folder, name)
            with open(path, "wb") as target:
                target.write(data)
            started = time.monotonic()
            with open(os.path.join(folder, "out"), "w+", encoding="utf-8", errors="replace") as out:
                process = subprocess.Popen([tool, path], stdout=out, stderr=subprocess.STDOUT)
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = status
                out.seek(0)
                lines = [line for line in out if not line.startswith(("told", "outside"))]
            taken, memory = time.monotonic() - started, usage.ru_maxrss << 10
            slowest, largest = max(slowest, (taken, name)), max(largest, (memory, name))
            first = lines[0].rstrip() if lines else ""
            ended = os.WIFEXITED(status) and os.WEXITSTATUS(status) in (0, 1)
            said = first.startswith(begin) if begin else first.startswith(("error:", "table"))
            if not (ended and said and taken < MOST_SECONDS and memory < MOST_MEMORY):
                failed += 1
                print(f"{name}: status {status}, {taken:.1f} s, {memory >> 20} MiB: {first[:200]}")
            os.unlink(path)
    print(f"the slowest took {slowest[0]:.1f} s ({slowest[1]}), the largest {largest[0] >> 20} MiB "
          f"({largest[1]})")
    return 1 if failed else 0


sys.exit(main())
