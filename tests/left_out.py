#!/usr/bin/env python3
"""Thirty wards, five of them broken in different ways, in every format of `wardplan summary`.

left_out.py WARDPLAN: each format names the files of the five with their errors before anything else,
none of the five counts as a ward without a report, and the totals are those of a tally that is made
from the YAML text with a few lines of text matching and nothing of the program's.
"""
import calendar
import csv
import html
import io
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from datetime import date as day

wardplan = sys.argv[1]
AS_OF = "2026-06-20"
SINCE = "2026-05-15"
WARDS = 30
STATUSES = ["done", "in-progress", "paused", None]
STATES = ["done", "done_late", "open", "overdue", "set_aside"]


def register(number):
    # The fifth ward calls itself as the fourth does.
    ward = 4 if number == 5 else number
    return (f"kind: ward\nformat: 1\nid: p{ward:02}\nname: phường Số {number}\n"
            "people:\n  - {id: a, name: Nguyễn Văn A}\nunits:\n  - {id: c, name: Bộ phận C}\n")


def plan(number):
    text = (f"kind: plan\nformat: 1\nward: p{4 if number == 5 else number:02}\nyear: 2026\n"
            f"title: Kế hoạch {number}\nrows:\n")
    for row in range(1, number + 1):
        text += (f'  - number: "{row}"\n    title: Việc {row}\n    leader: a\n    lead: c\n'
                 f"    due: Tháng {1 + (number + row) % 12}/2026\n")
        if status := STATUSES[(number * row) % 4]:
            text += (f"    updates:\n      - {{date: 2026-05-{1 + row % 28:02}, status: {status}, "
                     "note: ghi chú, evidence: BC 1}\n")
    return text


def write_wards(folder, unreadable):
    """Returns the files that the program must name, with the number of their errors."""
    for number in range(1, WARDS + 1):
        ward = f"{folder}/p{number:02}"
        os.makedirs(ward)
        text = plan(number)
        if number == 1:
            text = text.replace("title: Việc 1\n", "title: [Việc 1\n")
        if number == 2:
            text = text.replace("kind: plan", "kind: plann")
        written = text.encode()
        if number == 6:
            written = written.replace("Kế".encode(), b"K\xff", 1)
        if number == 6 and unreadable:
            os.symlink("nowhere.yaml", f"{ward}/2026.yaml")
        else:
            with open(f"{ward}/2026.yaml", "wb") as file:
                file.write(written)
        if number != 3:
            with open(f"{ward}/ward.yaml", "w", encoding="utf-8") as file:
                file.write(register(number))
    wanted = {f"p{number:02}/2026.yaml": 1 for number in (1, 2, 3)}
    wanted["p05/ward.yaml"] = 1
    wanted["p06/2026.yaml"] = None if unreadable else 1
    return wanted


def date_of(text):
    return day.fromisoformat(text)


def tally(folder):
    """Items by their states, in each ward, and by how many days they are overdue, the latest first."""
    wards, days = {}, []
    for number in range(1, WARDS + 1):
        if number in (1, 2, 3, 5, 6):
            continue
        text = open(f"{folder}/p{number:02}/2026.yaml", encoding="utf-8").read()
        counts = wards[f"phường Số {number}"] = dict.fromkeys(STATES, 0)
        for entry in text.split("  - number:")[1:]:
            month = int(re.search(r"due: Tháng (\d+)/", entry).group(1))
            deadline = f"2026-{month:02}-{calendar.monthrange(2026, month)[1]}"
            update = re.search(r"date: ([\d-]+), status: ([a-z-]+)", entry)
            date, status = update.groups() if update else (None, None)
            if status == "done":
                state = "done_late" if date > deadline else "done"
            elif status == "paused":
                state = "set_aside"
            else:
                state = "overdue" if deadline < AS_OF else "open"
            counts[state] += 1
            if state == "overdue":
                days.append((date_of(AS_OF) - date_of(deadline)).days)
    return wards, sorted(days, reverse=True)


def changes(folder):
    """Of each ward what happened after SINCE: entries, items newly done and newly overdue."""
    wards = {}
    for number in range(1, WARDS + 1):
        if number in (1, 2, 3, 5, 6):
            continue
        text = open(f"{folder}/p{number:02}/2026.yaml", encoding="utf-8").read()
        entries = finished = overdue = 0
        for entry in text.split("  - number:")[1:]:
            month = int(re.search(r"due: Tháng (\d+)/", entry).group(1))
            deadline = f"2026-{month:02}-{calendar.monthrange(2026, month)[1]}"
            update = re.search(r"date: ([\d-]+), status: ([a-z-]+)", entry)
            date, status = update.groups() if update else ("", "")
            entries += date > SINCE
            finished += date > SINCE and status == "done"
            overdue += SINCE <= deadline < AS_OF and status not in ("done", "paused")
        wards[f"phường Số {number}"] = (entries, finished, overdue)
    return wards


def look_at_changes(folder):
    """The same in every format."""
    wards = changes(folder)
    entries, finished, overdue = (sum(of) for of in zip(*wards.values()))
    silent = {name for name, of in wards.items() if not of[0]}
    require(finished > 10 and overdue > 0 and silent, "the sample changes too little")
    for file_format in ("text", "md", "html", "docx"):
        text = text_of(summary(folder, "--format", file_format, "--since", SINCE), file_format)
        for words in ("So với cuối ngày:? *15/05/2026",
                      f"Mới hoàn thành sau ngày 15/05/2026: 10 trong {finished} việc",
                      f"Mới quá hạn sau ngày 15/05/2026: {min(overdue, 10)} trong {overdue} việc",
                      f"không cập nhật gì sau ngày 15/05/2026: {len(silent)} trên 25 phường"):
            require(re.search(words, text), file_format, "doesn't say", words)
        changed = text[text.index("Thay đổi sau ngày"):text.index("Mới hoàn thành sau")]
        for name, of in wards.items():
            require(re.search(rf"{name}[ |]+{of[0]}[ |]+\d+[ |]+{of[1]}[ |]+\d+[ |]+{of[2]}[ |]",
                              changed), file_format, name, of)
    # What is read first stands before pictures, the other tables behind them.
    page = summary(folder, "--format", "html", "--since", SINCE).decode()
    order = ("Chậm nhất", "Thay đổi sau ngày", "<figure", ">Từng hồ sơ<")
    places = [page.index(words) for words in order]
    require(places == sorted(places), "html stands in another order", places)
    data = json.loads(summary(folder, "--format", "json", "--since", SINCE))
    told = {one["ward_name"]: (one["updates"], one["finished"], one["newly_overdue"])
            for one in data["changes"]}
    require(told == wards, "json", told, wards)
    require({one["ward_name"] for one in data["unchanged"]} == silent, "json", data["unchanged"])
    rows = list(csv.DictReader(io.StringIO(
        summary(folder, "--format", "csv", "--since", SINCE).decode())))
    counted = [row for row in rows if row["Số"]]
    require(sum(int(row["Cập nhật"]) for row in counted) == entries, "csv entries", entries)
    new = {part: sum(int(row["Mới"]) for row in counted if row["Tình trạng"].startswith(part))
           for part in ("hoàn thành", "quá hạn")}
    require(new == {"hoàn thành": finished, "quá hạn": overdue}, "csv", new)
    require(sum(int(row["Trước"]) for row in counted) == sum(int(row["Số"]) for row in counted),
            "csv: what was counted then is not what is counted now")


def summary(folder, *flags):
    run = subprocess.run([wardplan, "summary", ".", "--as-of", AS_OF, *flags], cwd=folder,
                         capture_output=True, check=False)
    return run.stdout


def text_of(bytes_, file_format):
    """What people read, in its order."""
    if file_format == "docx":
        with zipfile.ZipFile(io.BytesIO(bytes_)) as archive:
            bytes_ = archive.read("word/document.xml")
    text = bytes_.decode()
    if file_format in ("docx", "html"):
        text = re.sub(r"(?s)<style.*?</style>", "", text)
        text = html.unescape(re.sub(r"<[^>]+>", " ", text))
    return re.sub(r"\s+", " ", text.replace("\\", ""))


def require(holds, *what):
    if not holds:
        sys.exit(" ".join(str(one) for one in what))


def look(folder, wanted):
    wards, days = tally(folder)
    counts = {state: sum(ward[state] for ward in wards.values()) for state in STATES}
    total = sum(counts.values())
    # What is done late is done.
    counts["done"] += counts["done_late"]
    for file_format in ("text", "md", "html", "docx"):
        text = text_of(summary(folder, "--format", file_format, "--period", "2026-06"), file_format)
        first = text.index("Hồ sơ", text.index("Phường được tính"))
        for file, errors in wanted.items():
            require(file in text[:first], file_format, "doesn't begin with", file)
            words = "1 lỗi" if errors else "không đọc được"
            require(re.search(re.escape(file) + r"[ |]+" + words, text), file_format, file, words)
        require("25 trên 30 phường; 5 phường chưa tính" in text, file_format, "counts no wards")
        require("Cộng 25 trên 30 phường" in text, file_format, "sums up no wards")
        require(re.search(rf"Tổng số việc được giao[ :]+{total}\b", text), file_format, total)
        silent = text[text.index("Phường chưa có kết quả trong kỳ"):]
        for number in (1, 2, 3, 5, 6):
            require(f"phường Số {number} " not in silent, file_format, number, "is silent")
    data = json.loads(summary(folder, "--format", "json", "--period", "2026-06"))
    left_out = {one["file"]: one["errors"] for one in data["left_out"]}
    require(left_out.items() >= wanted.items(), "json", left_out)
    require({key: data[key] for key in STATES} == counts, "json counts", data, counts)
    require((data["wards_total"], data["wards_counted"], data["wards_left_out"]) == (30, 25, 5),
            "json counts no wards")
    require([one["overdue_days"] for one in data["latest"]] == days[:10], "the latest", days[:10])
    done = {name: (ward["done"] + ward["done_late"], sum(ward.values()) - ward["set_aside"])
            for name, ward in wards.items()}
    require({one["ward_name"]: (one["done"], one["of"]) for one in data["ranking"]} ==
            {name: base for name, base in done.items() if base[1]}, "ranking of", done)
    rates = [one["done"] / one["of"] for one in data["ranking"]]
    require(rates == sorted(rates, reverse=True), "ranking is in no order:", rates)
    require(all(one["rank"] == 1 + sum(rate > one["done"] / one["of"] for rate in rates)
                for one in data["ranking"]), "ranks", data["ranking"])
    broken = {one["ward_name"] for one in data["left_out"]}
    require(not broken & {one["ward_name"] for one in data["without_report"]}, "silent:", broken)
    rows = list(csv.DictReader(io.StringIO(summary(folder, "--format", "csv").decode())))
    out = [row for row in rows if row["Tình trạng"].startswith("chưa tính")]
    require(rows[:len(out)] == out, "csv: what was left out is not first")
    require({row["Tệp"]: int(row["Lỗi"]) if row["Lỗi"] else None for row in out}.items() >=
            wanted.items(), "csv", out)
    require(not any(row["Số"] for row in out), "csv counts what was left out")
    require(sum(int(row["Số"]) for row in rows if row["Số"]) == total, "csv", total)
    lines = [json.loads(line) for line in summary(folder, "--format", "jsonl").splitlines()]
    require({line["file"]: line["errors"] for line in lines
             if line["part"] in ("left-out", "unreadable")} == left_out, "jsonl")
    return total


for unreadable in (False, True):
    with tempfile.TemporaryDirectory() as scratch:
        items = look(scratch, write_wards(scratch, unreadable))
        look_at_changes(scratch)
        print(f"25 of {WARDS} wards, {items} items")
