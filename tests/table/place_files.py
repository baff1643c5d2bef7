"""The same table as people's files: those that are written here, and those that LibreOffice makes."""
import csv
import html
import io
import os
import shutil
import subprocess
import unicodedata
import zipfile

from place_case import CHANGE, NUMBER, OWN, shown, span

DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def escaped(text):
    return html.escape(text, quote=False)


def pack(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name, text in parts.items():
            target.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def relations(kind, target):
    return (f'<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="r1" '
            f'Type="{DOCUMENT}/{kind}" Target="{target}"/></Relationships>')


# Word, written by hand: merged cells, changes that are tracked, rows that pages repeat.

def runs(text):
    out, at = [], 0
    for change in CHANGE.finditer(text):
        out.append(("", text[at:change.start()]))
        out.append((change.group(1), change.group(2)))
        at = change.end()
    return [one for one in out + [("", text[at:])] if one[1]]


def word_paragraph(text):
    own = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    out = "<w:p>" + (own if OWN.search(text) else "")
    text = OWN.sub("", text)
    for sign, part in runs(text):
        tag = "w:delText" if sign == "-" else "w:t"
        run = f'<w:r><{tag} xml:space="preserve">{escaped(part)}</{tag}></w:r>'
        if sign:
            name = "w:ins" if sign == "+" else "w:del"
            run = f'<{name} w:id="1" w:author="a" w:date="2026-01-05T00:00:00Z">{run}</{name}>'
        out += run
    return out + "</w:p>"


def word_cell(grid, row, column):
    text = grid[row][column]
    if text == "<":
        return ""
    tall, wide = span(grid, row, column) if text != "^" else (1, 1)
    while text == "^" and column + wide < len(grid[row]) and grid[row][column + wide] == "<":
        wide += 1
    about = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    about += "<w:vMerge/>" if text == "^" else '<w:vMerge w:val="restart"/>' if tall > 1 else ""
    lines = [""] if text == "^" else (NUMBER.sub(r"\3", text)).split("\n")
    return f"<w:tc><w:tcPr>{about}</w:tcPr>" + "".join(map(word_paragraph, lines)) + "</w:tc>"


def word_table(grid, headers=0):
    out = "<w:tbl><w:tblPr/><w:tblGrid>" + "<w:gridCol/>" * len(grid[0]) + "</w:tblGrid>"
    for row in range(len(grid)):
        out += "<w:tr>" + ("<w:trPr><w:tblHeader/></w:trPr>" if row < headers else "")
        out += "".join(word_cell(grid, row, column) for column in range(len(grid[row]))) + "</w:tr>"
    return out + "</w:tbl>"


def header_rows(case):
    return next(at for at, row in enumerate(case.rows) if row.mark not in ("=", "#", "t"))


def write_word(case, path):
    body = "".join(word_table(one) + "<w:p/>" for one in (case.before, case.before2) if one)
    body += "".join(map(word_paragraph, case.above)) + word_table(case.grid(), header_rows(case))
    body += "".join(map(word_paragraph, case.below))
    body += word_table(case.after) + "<w:p/>" if case.after else ""
    pack(path, {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": relations("officeDocument", "word/document.xml"),
        "word/_rels/document.xml.rels": relations("numbering", "numbering.xml"),
        "word/numbering.xml": f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/>'
        '</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
        "</w:numbering>",
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}<w:sectPr/></w:body>'
        "</w:document>"})


# Excel, written by hand: shared texts, numbers with formats, merged and hidden places.

def letters(column):
    out = ""
    while column >= 0:
        out = chr(ord("A") + column % 26) + out
        column = column // 26 - 1
    return out


def sheet_grid(case):
    """Lines above and below are rows of the sheet."""
    wide = len(case.columns)
    lines = lambda texts: [[text] + [""] * (wide - 1) for text in texts]
    return lines(case.above) + case.grid() + lines(case.below)


def write_excel(case, path):
    grid, texts, formats, merges = sheet_grid(case), [], ["General"], []
    data = ""
    for row, cells in enumerate(grid):
        source = row - len(case.above)
        hidden = 0 <= source < len(case.rows) and case.rows[source].hidden
        data += f'<row r="{row + 1}"' + (' hidden="1"' if hidden else "") + ">"
        for column, text in enumerate(cells):
            place = f"{letters(column)}{row + 1}"
            if text in ("", "<", "^"):
                continue
            tall, wide = span(grid, row, column)
            if tall > 1 or wide > 1:
                merges.append(f"{place}:{letters(column + wide - 1)}{row + tall}")
            number = NUMBER.match(text)
            if number:
                if number.group(2) not in formats:
                    formats.append(number.group(2))
                style = formats.index(number.group(2))
                data += f'<c r="{place}" s="{style}"><v>{number.group(1)}</v></c>'
                continue
            if shown(text) not in texts:
                texts.append(shown(text))
            data += f'<c r="{place}" t="s"><v>{texts.index(shown(text))}</v></c>'
        data += "</row>"
    hidden = [int(one) for one in case.facts.get("hidden", "").split()]
    columns = "".join(f'<col min="{one}" max="{one}" width="9" hidden="1"/>' for one in hidden)
    sheet = f'<worksheet xmlns="{SHEET}">' + (f"<cols>{columns}</cols>" if columns else "")
    sheet += f"<sheetData>{data}</sheetData>"
    if merges:
        sheet += "<mergeCells>" + "".join(f'<mergeCell ref="{one}"/>' for one in merges)
        sheet += "</mergeCells>"
    pack(path, excel_parts(sheet + "</worksheet>", texts, formats))


def shared_text(text):
    """In two runs, as what is partly bold is stored."""
    middle = len(text) // 2
    return "<si>" + "".join(f'<r><t xml:space="preserve">{escaped(part)}</t></r>'
                            for part in (text[:middle], text[middle:]) if part) + "</si>"


def excel_parts(sheet, texts, formats):
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml."
    over = "".join(f'<Override PartName="/xl/{name}.xml" ContentType="{office}{kind}+xml"/>'
                   for name, kind in (("workbook", "sheet.main"), ("worksheets/s1", "worksheet"),
                                      ("styles", "styles"), ("sharedStrings", "sharedStrings")))
    links = "".join(f'<Relationship Id="r{at}" Type="{DOCUMENT}/{kind}" Target="{target}.xml"/>'
                    for at, (kind, target) in enumerate((("worksheet", "worksheets/s1"),
                                                         ("styles", "styles"),
                                                         ("sharedStrings", "sharedStrings"))))
    own = "".join(f'<numFmt numFmtId="{164 + at}" formatCode="{html.escape(code)}"/>'
                  for at, code in enumerate(formats))
    styles = "".join(f'<xf numFmtId="{164 + at if at else 0}" applyNumberFormat="1"/>'
                     for at in range(len(formats)))
    return {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{over}</Types>',
        "_rels/.rels": relations("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{DOCUMENT}"><sheets><sheet '
        'name="Biểu" sheetId="1" r:id="r0"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}relationships">{links}'
        "</Relationships>",
        "xl/worksheets/s1.xml": sheet,
        "xl/styles.xml": f'<styleSheet xmlns="{SHEET}"><numFmts count="{len(formats)}">{own}'
        f'</numFmts><cellXfs count="{len(formats)}">{styles}</cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">' + "".join(map(shared_text, texts))
        + "</sst>"}


# Texts.

def text_rows(case):
    plain = lambda text: "" if text in ("<", "^") else shown(text)
    return [[plain(text) for text in row] for row in sheet_grid(case)]


def as_csv(case, separator=",", ends="\r\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=ends).writerows(text_rows(case))
    return out.getvalue()


def cp1258(text):
    """As Windows saves it: tones apart from the letters that the page hasn't with them."""
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            parts = unicodedata.normalize("NFD", letter)
            tone = next(sign for sign in parts[1:] if sign in "\u0300\u0301\u0303\u0309\u0323")
            out += unicodedata.normalize("NFC", parts.replace(tone, "")).encode("cp1258")
            out += tone.encode("cp1258")
    return out


def as_md(case):
    rows = text_rows(case)
    head = len(case.above)
    line = lambda row: "| " + " | ".join(cell.replace("\n", "<br>") for cell in row) + " |"
    out = case.above + [""] + [line(rows[head]), "|" + "---|" * len(rows[head])]
    end = len(rows) - len(case.below)
    return "\n".join(out + [line(row) for row in rows[head + 1:end]] + [""] + case.below) + "\n"


def as_lines(case):
    """Each cell in a line of its own, as pages are when they were copied out of Word."""
    rows = text_rows(case)
    end = len(rows) - len(case.below)
    out = case.above + [""]
    for row in rows[len(case.above):end]:
        out += ["\t" + cell.replace("\n", "\n\t") for cell in row] + [""]
    return "\n".join(out + case.below) + "\n"


def write_text(form, case, path):
    text = {"csv": lambda: as_csv(case).encode(), "opened": lambda: as_csv(case).encode(),
            "semicolon": lambda: b"\xef\xbb\xbf" + as_csv(case, ";").encode(),
            "tsv": lambda: as_csv(case, "\t").encode(), "md": lambda: as_md(case).encode(),
            "lines": lambda: as_lines(case).encode(),
            "cp1258": lambda: cp1258(as_csv(case))}[form]()
    with open(path, "wb") as target:
        target.write(text)


# Sources for LibreOffice.

def web_table(grid, headers=0):
    out = '<table border="1">' + ("<thead>" if headers else "")
    for row, cells in enumerate(grid):
        out += "<tr>"
        for column, text in enumerate(cells):
            if text in ("<", "^"):
                continue
            tall, wide = span(grid, row, column)
            about = f' rowspan="{tall}"' if tall > 1 else ""
            about += f' colspan="{wide}"' if wide > 1 else ""
            lines = "".join(f"<p>{escaped(line)}</p>" for line in shown(text).split("\n"))
            out += f"<td{about}>{lines}</td>"
        out += "</tr>" + ("</thead>" if row + 1 == headers else "")
    return out + "</table>"


def write_web(case, path):
    lines = lambda texts: "".join(f"<p>{escaped(text)}</p>" for text in texts)
    body = "".join(web_table(one) + "<p></p>" for one in (case.before, case.before2) if one)
    body += lines(case.above) + web_table(case.grid(), header_rows(case)) + lines(case.below)
    body += web_table(case.after) if case.after else ""
    with open(path, "w", encoding="utf-8") as target:
        target.write(f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>')


def write_flat_sheet(case, path):
    grid, rows = sheet_grid(case), ""
    for row, cells in enumerate(grid):
        source = row - len(case.above)
        hidden = 0 <= source < len(case.rows) and case.rows[source].hidden
        rows += "<table:table-row" + (' table:visibility="collapse"' if hidden else "") + ">"
        for column, text in enumerate(cells):
            if text in ("<", "^"):
                rows += "<table:covered-table-cell/>"
                continue
            tall, wide = span(grid, row, column)
            about = (f' table:number-columns-spanned="{wide}" table:number-rows-spanned="{tall}"'
                     if tall > 1 or wide > 1 else "")
            lines = "".join(f"<text:p>{escaped(line)}</text:p>" for line in shown(text).split("\n"))
            kind = ' office:value-type="string"' if text else ""
            rows += f"<table:table-cell{kind}{about}>{lines if text else ''}</table:table-cell>"
        rows += "</table:table-row>"
    names = " ".join(f'xmlns:{one}="urn:oasis:names:tc:opendocument:xmlns:{one}:1.0"'
                     for one in ("office", "table", "text"))
    with open(path, "w", encoding="utf-8") as target:
        target.write(f'<?xml version="1.0" encoding="UTF-8"?><office:document {names} '
                     'office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.'
                     'spreadsheet"><office:body><office:spreadsheet><table:table '
                     f'table:name="Biểu">{rows}</table:table></office:spreadsheet></office:body>'
                     "</office:document>")


# All forms of all cases.

ENDINGS = {"word": "docx", "writer": "docx", "excel": "xlsx", "calc": "xlsx", "opened": "xlsx",
           "csv": "csv", "semicolon": "csv", "tsv": "tsv", "md": "md", "lines": "txt", "cp1258": "csv"}
SOURCES = {"writer": (write_web, "html"), "calc": (write_flat_sheet, "fods"),
           "opened": (lambda case, path: write_text("opened", case, path), "csv")}


def convert(folder, form, kind, ending, how=()):
    """All files of a form in one go, for the program is slow to start."""
    names = sorted(os.path.join(folder, form, name) for name in os.listdir(f"{folder}/{form}")
                   if name.endswith("." + ending))
    if names:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                        *how, "--convert-to", kind, "--outdir", f"{folder}/{form}", *names],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=240,
                       check=False)


def file_of(folder, form, case):
    return os.path.join(folder, form, f"{case.name}.{ENDINGS[form]}")


def write_all(cases, folder):
    for form in ENDINGS:
        os.makedirs(os.path.join(folder, form))
    for case in cases:
        for form in case.forms:
            if form in SOURCES:
                write, ending = SOURCES[form]
                write(case, os.path.join(folder, form, f"{case.name}.{ending}"))
            elif form == "word":
                write_word(case, file_of(folder, form, case))
            elif form == "excel":
                write_excel(case, file_of(folder, form, case))
            else:
                write_text(form, case, file_of(folder, form, case))
    if shutil.which("soffice"):
        convert(folder, "writer", "odt", "html", ["--infilter=HTML (StarWriter)"])
        convert(folder, "writer", "docx", "odt")
        convert(folder, "calc", "xlsx", "fods")
        # Text as a clerk has it who opens the file with a double click: 5/1/2026 becomes a day.
        convert(folder, "opened", "xlsx", "csv", ["--infilter=CSV:44,34,76,1,,0,false,true"])
