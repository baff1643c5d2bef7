#!/usr/bin/env python3
"""Tables that LibreOffice makes are read with every word in its cell.

office_tables.py TABLE_DUMP
"""
import csv
import html
import os
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
TITLES = ["TT", "Nội dung thực hiện", "Lãnh đạo phụ trách", "Đơn vị chủ trì", "Đơn vị phối hợp",
          "Bắt đầu", "Hoàn thành"]


def rows():
    """Made up: headings over the whole width, cells of several lines, empty ones."""
    yield TITLES
    for part, roman in enumerate(["I", "II", "III"], 1):
        yield [roman, f"PHẦN THỨ {part}"]
        for group in range(1, 4):
            yield [f"{group}", f"Nhóm việc {group} (0{group + 1} nội dung)"]
            for item in range(1, group + 2):
                yield [f"{group}.{item}", f"- Việc số {item} của nhóm {group}: đạt {90 + item},5% (≥ {item}/12)",
                       "Đ/c Lê Văn Ước\n– ĐUV, PCT UBND phường", "Bộ phận “Một cửa” & VHTT",
                       "" if item % 2 else "Các tổ dân phố 1, 2;\n\nCông an phường",
                       "Thường xuyên" if group == 2 else "", f"Tháng {item + 5}/2025"]


def page(table):
    out = ['<html><head><meta charset="utf-8"></head><body><p>Biểu tiến độ</p><table border="1">']
    for row in table:
        out.append("<tr>")
        for number, text in enumerate(row):
            last = number + 1 == len(row)
            wide = f' colspan="{len(TITLES) - number}"' if last and len(row) < len(TITLES) else ""
            lines = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
            out.append(f"<td{wide}>{lines}</td>")
        out.append("</tr>")
    return "".join(out) + ("</table><p>Nơi nhận:</p><ol><li>Một</li></ol>"
                           '<table border="1"><tr><td rowspan="2">a</td><td>b</td></tr>'
                           "<tr><td><ol><li>x</li><li>y</li></ol></td></tr></table></body></html>")


def squeezed(text):
    return "⏎".join(" ".join(line.split()) for line in text.split("\n") if line.strip())


def read(tool, path):
    """The cells of each table; what is covered is left out."""
    out = subprocess.run([tool, path], capture_output=True, text=True, check=True).stdout
    tables = []
    for line in out.splitlines():
        if line.startswith("table ") and "`" in line and " | " not in line:
            tables.append([])
        elif " | " in line and tables:
            cells = [cell.strip() for cell in line.split(" | ")[1:]]
            if line.endswith(" | "):
                cells[-1] = ""
            tables[-1].append([cell.split("[1x")[0].split("[2x")[0] for cell in cells if cell != "."])
    return tables


def without_ends(row):
    row = list(row)
    while row and not row[-1]:
        row.pop()
    return row


def convert(folder, name, kind, *how):
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
                    "--convert-to", kind, *how, "--outdir", folder, os.path.join(folder, name)],
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120, check=False)
    made = os.path.join(folder, name.rsplit(".", 1)[0] + "." + kind.split(":")[0])
    return made if os.path.exists(made) else None


def compare(name, expected, found):
    expected = [without_ends([squeezed(cell) for cell in row]) for row in expected]
    found = [without_ends(row) for row in found]
    wrong = [(one, other) for one, other in zip(expected, found) if one != other]
    for one, other in wrong[:3]:
        print(f"{name}: {one}\n  was read as {other}")
    if len(expected) != len(found):
        print(f"{name}: {len(expected)} rows, {len(found)} were read")
    return bool(wrong) or len(expected) != len(found)


def main():
    tool = sys.argv[1]
    if shutil.which("soffice") is None:
        print("soffice isn't here")
        return SKIPPED
    table = list(rows())
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "bang.html"), "w", encoding="utf-8") as target:
            target.write(page(table))
        with open(os.path.join(folder, "so.csv"), "w", encoding="utf-8", newline="") as target:
            csv.writer(target).writerows(table)
        odt = convert(folder, "bang.html", "odt", "--infilter=HTML (StarWriter)")
        docx = odt and convert(folder, "bang.odt", "docx")
        if docx is None:
            print("soffice has no Writer")
            return SKIPPED
        tables = read(tool, docx)
        failed |= compare("docx", table, tables[0])
        failed |= compare("docx, second", [["a", "b"], ["1. x\n2. y"]], tables[1])
        failed |= compare("csv", table, read(tool, os.path.join(folder, "so.csv"))[0])
        xlsx = convert(folder, "so.csv", "xlsx", "--infilter=CSV:44,34,76,1,,0,false,false")
        if xlsx is None:
            print("soffice has no Calc: Excel files weren't tried")
        else:
            # Calc makes numbers of `2.1`; whether that was `2.10` the reader can't know, and says so.
            found = [[row[0].removesuffix("?"), *row[1:]] for row in read(tool, xlsx)[0] if row]
            failed |= compare("xlsx", table, found)
    print(f"{len(table)} rows in each")
    return 1 if failed else 0


sys.exit(main())
