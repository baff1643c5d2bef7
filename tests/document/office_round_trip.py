#!/usr/bin/env python3
"""What a list prints, three cells of it changed in LibreOffice Calc, is three entries.

office_round_trip.py WARDPLAN PLANS. The list is opened as a clerk's computer would: separated by
semicolons on one set to Vietnamese, by commas on one set to English; Calc reads its days as days
and writes them its own way.
"""
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time

if importlib.util.find_spec("uno") is None and os.path.realpath(sys.executable) != os.path.realpath(
    "/usr/bin/python3"
):
    os.execv("/usr/bin/python3", ["/usr/bin/python3", *sys.argv])
if shutil.which("soffice") is None or importlib.util.find_spec("uno") is None:
    print("skipped: there is no soffice, or no uno for Python, here")
    sys.exit(77)
import uno  # noqa: E402
from com.sun.star.beans import PropertyValue  # noqa: E402

wardplan, plans = os.path.abspath(sys.argv[1]), sys.argv[2]
DAY = "2023-11-05"
CHANGED = {"I.1.1": "đang thực hiện", "I.2.4.1": "tạm dừng", "II.3.1.4": "hoàn thành"}
FILTER = "Text - txt - csv (StarCalc)"


def value(name, what):
    made = PropertyValue()
    made.Name, made.Value = name, what
    return made


def connected(pipe):
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    return None


def change(desk, source, target, separator, language):
    """Opens the list, changes the three cells and saves it as CSV; false where there is no Calc."""
    options = f"{ord(separator)},34,76,1,,{language},false,true"
    page = desk.loadComponentFromURL(
        "file://" + source,
        "_blank",
        0,
        (value("FilterName", FILTER), value("FilterOptions", options), value("Hidden", True)),
    )
    if page is None:
        return False
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
    return True


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
    if not change(desk, os.path.join(here, "list.csv"), back, separator, language):
        print("skipped: there is no Calc here")
        sys.exit(77)
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


with tempfile.TemporaryDirectory() as folder:
    pipe = "wardplan" + os.path.basename(folder)
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--norestore"]
        + [f"--accept=pipe,name={pipe};urp;"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connected(pipe)
        if context is None:
            sys.exit("FAILED: soffice doesn't answer")
        desk = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        round_trip(desk, folder, ["--excel"], ";", "1066")
        round_trip(desk, folder, [], ",", "1033")
    finally:
        office.terminate()
        office.wait(30)
