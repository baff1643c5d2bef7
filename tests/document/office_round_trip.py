#!/usr/bin/env python3
"""What a list prints, three cells of it changed in LibreOffice Calc, is three entries.

office_round_trip.py WARDPLAN PLANS. The list is opened as a clerk's computer would: separated by
semicolons on one set to Vietnamese, by commas on one set to English; Calc reads its days as days
and writes them its own way.
"""
import os
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
from office_calc import desktop, opened, value  # noqa: E402

wardplan, plans = os.path.abspath(sys.argv[1]), sys.argv[2]
DAY = "2023-11-05"
CHANGED = {"I.1.1": "đang thực hiện", "I.2.4.1": "tạm dừng", "II.3.1.4": "hoàn thành"}
FILTER = "Text - txt - csv (StarCalc)"


def change(desk, source, target, separator, language):
    """Opens the list, changes the three cells and saves it as CSV."""
    options = f"{ord(separator)},34,76,1,,{language},false,true"
    page = opened(desk, source, value("FilterName", FILTER), value("FilterOptions", options))
    sheet = page.Sheets.getByIndex(0)
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)
    end = cursor.RangeAddress
    heads = {sheet.getCellByPosition(at, 0).String: at for at in range(end.EndColumn + 1)}
    for row in range(1, end.EndRow + 1):
        address = sheet.getCellByPosition(heads["Địa chỉ"], row).String
        if address in CHANGED:
            sheet.getCellByPosition(heads["Trạng thái"], row).String = CHANGED[address]
    page.storeToURL(
        "file://" + target,
        (value("FilterName", FILTER), value("FilterOptions", options + ",true")),
    )
    page.close(True)


def round_trip(desk, folder, flags, separator, language):
    here = os.path.join(folder, language)
    shutil.copytree(plans, os.path.join(here, "plans"))
    env = dict(os.environ, WARDPLAN_TODAY=DAY, WARDPLAN_LANG="vi")

    def run(*command, **more):
        return subprocess.run([wardplan, *command], cwd=here, env=env, capture_output=True, **more)

    listed = run("list", "plans/long-bien", "--format", "csv", *flags, "-o", "list.csv")
    if listed.returncode != 0:
        sys.exit("FAILED: no list: " + listed.stderr.decode())
    back = os.path.join(here, "back.csv")
    change(desk, os.path.join(here, "list.csv"), back, separator, language)
    path = os.path.join(here, "plans/long-bien/2023-chu-de.yaml")
    with open(path, encoding="utf-8") as file:
        before = file.read()
    with open(back, "rb") as file:
        done = run("update", "-", stdin=file)
    with open(path, encoding="utf-8") as file:
        after = file.read()
    entries = after.count("- {date: " + DAY) - before.count("- {date: " + DAY)
    if done.returncode != 0 or entries != len(CHANGED):
        sys.exit(f"FAILED: {entries} entries with {flags}: {done.stderr.decode()}")
    left = [line for line in after.splitlines() if line not in before.splitlines()]
    print(f"{entries} entries, {len(left)} lines are new")


with tempfile.TemporaryDirectory() as folder, desktop(folder) as desk:
    round_trip(desk, folder, ["--excel"], ";", "1066")
    round_trip(desk, folder, [], ",", "1033")
