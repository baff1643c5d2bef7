#!/usr/bin/env python3
"""Sheets for three units, filled in with LibreOffice Calc, are the entries that were filled in.

office_update_sheets.py WARDPLAN PLANS. One unit fills in a row that moved on meanwhile: it is
refused with both sides, and nothing else waits for it. The same sheets again record nothing.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from office_calc import desktop, opened, value  # noqa: E402

wardplan, plans = os.path.abspath(sys.argv[1]), sys.argv[2]
DAY = "2023-11-05"
PLAN = "plans/long-bien/2023-chu-de.yaml"
MOVED = "I.2.3.4"
FILLED = {
    "vhxh": {
        "I.2.3.3": {"Trạng thái": "đang thực hiện", "Ghi chú": "=1+1 là chữ"},
        MOVED: {"Trạng thái": "hoàn thành", "Kết quả": "46%"},
    },
    "chinh-sach": {"I.2.2.1": {"Trạng thái": "hoàn thành", "Ngày": "1/11/2023", "Kết quả": "612 lượt"}},
    "mttq": {},
}
EXCEL = "Calc MS Excel 2007 XML"


def fail(what, run=None):
    sys.exit("FAILED: " + what + ("" if run is None else ": " + run.stdout + run.stderr))


def fill(desk, path, cells):
    """Fills in the cells of a sheet by address and title, and saves it where it stands."""
    page = opened(desk, path)
    sheet = page.Sheets.getByIndex(0)
    if not sheet.isProtected():
        fail(f"{path} is open to every change")
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    text = lambda column, row: sheet.getCellByPosition(column, row).String
    head = next(row for row in range(9) if text(0, row) == "Địa chỉ")
    heads = {text(column, head): column for column in range(end.EndColumn + 1)}
    rows = {text(0, row): row for row in range(head + 1, end.EndRow + 1)}
    for address, said in cells.items():
        for title, words in said.items():
            cell = sheet.getCellByPosition(heads[title], rows[address])
            if cell.CellProtection.IsLocked:
                fail(f"{title} of {address} is closed")
            if title == "Trạng thái" and cell.Validation.Type.value != "LIST":
                fail("a status can't be chosen")
            cell.setFormula("'" + words)
        if not sheet.getCellByPosition(1, rows[address]).CellProtection.IsLocked:
            fail("what isn't to be filled in is open")
    page.storeToURL("file://" + path, (value("FilterName", EXCEL),))
    page.close(True)


with tempfile.TemporaryDirectory() as folder, desktop(folder) as desk:
    shutil.copytree(plans, os.path.join(folder, "plans"))
    env = dict(os.environ, WARDPLAN_TODAY=DAY, WARDPLAN_LANG="vi")

    def run(*command):
        return subprocess.run([wardplan, *command], cwd=folder, env=env, capture_output=True, text=True)

    def record():
        with open(os.path.join(folder, PLAN), encoding="utf-8") as file:
            return file.read()

    for unit, cells in FILLED.items():
        made = run("table", PLAN, "--for-update", "--lead", unit, "-o", unit + ".xlsx")
        if made.returncode != 0:
            fail("no sheet", made)
        fill(desk, os.path.join(folder, unit + ".xlsx"), cells)
    if run("update", PLAN, MOVED, "đang thực hiện", "--value", "45%").returncode != 0:
        fail("the row doesn't move on")
    before = record()
    sheets = [unit + ".xlsx" for unit in FILLED]
    done = run("update", "--from", *sheets)
    new = [line.strip() for line in record().splitlines() if line not in before.splitlines()]
    entries = [line for line in new if line.startswith("- {date")]
    wanted = [
        '- {date: 2023-11-01, status: done, value: "612 lượt"}',
        '- {date: 2023-11-05, status: in-progress, note: "=1+1 là chữ"}',
    ]
    if done.returncode != 1 or sorted(entries) != wanted:
        fail(f"not what was filled in: {entries}", done)
    refused = [line for line in done.stderr.splitlines() if MOVED in line]
    if len(refused) != 1 or not re.search("45%.*hoàn thành, 46%", refused[0]):
        fail("not one refusal with both sides", done)
    told = ("mttq.xlsx: không ô nào được điền", "đã gửi phiếu nhưng chưa ghi gì: 1 đơn vị", "chưa có phiếu của")
    if any(words not in done.stderr for words in told):
        fail("it isn't said who filled in nothing, or sent nothing", done)
    after = record()
    again = run("update", "--from", *sheets)
    if record() != after or again.returncode != 1:
        fail("the same sheets again record something", again)
    print(f"{len(entries)} entries, one refusal")
