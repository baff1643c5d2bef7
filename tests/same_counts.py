#!/usr/bin/env python3
"""What is done, late and open is the same number wherever the program says it.

same_counts.py WARDPLAN PLANS: of every plan on several days the report of its whole year, `summary`,
`list` counted by its states, and the pages of `build` give equal counts.
"""
import collections
import csv
import html
import io
import json
import os
import re
import subprocess
import sys
import tempfile

wardplan, plans = sys.argv[1:3]
DAYS = ("03-31", "06-30", "09-15", "11-20", "12-31")
# The states of `list` by what people are told they count as.
COUNTED_AS = {
    "done-early": "done", "done-on-time": "done", "done-without-deadline": "done",
    "done-late": "done", "within-time": "open", "due-soon": "open", "without-deadline": "open",
    "overdue": "overdue", "paused": "set_aside", "cancelled": "set_aside",
    "not-applicable": "set_aside"}
KEYS = ("total", "done", "done_late", "open", "overdue", "set_aside")
WORDS = {"hoàn thành": "done", "trong đó": "done_late", "chưa xong, chưa quá hạn": "open",
         "quá hạn": "overdue", "tạm dừng, hủy": "set_aside"}


def run(*arguments):
    return subprocess.run([wardplan, *arguments], capture_output=True, text=True, check=False).stdout


def of_list(path, text, day):
    counts = dict.fromkeys(KEYS, 0)
    listed = "".join(re.findall(r"^(?:reporting|dates):\n((?:[ #].*\n)*)", text, re.M))
    dates = set(re.findall(r"^  - \{?id: ([\w-]+)", listed, re.M))
    for row in json.loads(run("list", path, "--as-of", day, "--format", "json"))["rows"]:
        # Dates come up, conditions are reached: neither is assigned.
        if row["address"] in dates or (
                "kind: criteria" in text and not re.fullmatch(r"\d+\.\d+", row["address"])):
            continue
        counts["total"] += 1
        counts[COUNTED_AS[row["state"]]] += 1
        counts["done_late"] += row["state"] == "done-late"
    return counts


def of_summary(path, day):
    data = json.loads(run("summary", path, "--as-of", day, "--format", "json"))
    for table in ("plans", "wards"):
        assert all(data[table][0][key] == data[key] for key in KEYS), (path, day, table)
    sections = collections.Counter()
    for section in data["sections"]:
        sections.update({key: section[key] for key in KEYS})
    assert all(sections[key] == data[key] for key in KEYS), (path, day, sections)
    tidy = csv.DictReader(io.StringIO(run("summary", path, "--as-of", day, "--format", "csv")))
    assert sum(int(row["Số"]) for row in tidy) == data["total"], (path, day)
    return {key: data[key] for key in KEYS}


def of_report(path, day):
    page = run("report", path, "--period", day[:4], "--as-of", day, "--format", "md")
    rows = re.findall(r"^\| ([^|]+) \| (\d+) \|", page.split("## II.")[0], re.M)
    counts = dict(zip(KEYS, (int(number) for _, number in rows)))
    # What the headings say adds up to the table.
    done = re.findall(r"^Hoàn thành (\d+)(?:/\d+)? việc(?:, trong đó (\d+) quá hạn)?", page, re.M)
    assert sum(int(all_) for all_, _ in done) == counts["done"], (path, day, done)
    assert sum(int(late or 0) for _, late in done) == counts["done_late"], (path, day, done)
    return counts


def of_page(text):
    """`76 việc · hoàn thành 9, trong đó 1 quá hạn · chưa xong, chưa quá hạn 49 · quá hạn 18`."""
    counts = dict.fromkeys(KEYS, 0)
    said = html.unescape(re.search(r"(\d+ việc · hoàn thành [^<]*)", text).group(1))
    counts["total"] = int(said.split()[0])
    for part in said.split(" · ")[1:]:
        part = re.sub(r", trong đó (\d+) quá hạn", r" · trong đó \1", part)
        for one in part.split(" · "):
            words, number = one.rsplit(" ", 1)
            counts[WORDS[words]] = int(number)
    return counts


def of_build(path, day):
    with tempfile.TemporaryDirectory() as folder:
        run("build", path, "-o", folder, "--as-of", day, "--format", "html", "--only",
            "pages,summary")
        pages = [os.path.join(top, name) for top, _, names in os.walk(folder) for name in names
                 if name == "index.html"]
        assert len(pages) == 2, (path, day, pages)
        for page in sorted(pages):
            with open(page, encoding="utf-8") as file:
                yield "page " + os.path.relpath(page, folder), of_page(file.read())


checked = 0
for top, _, names in sorted(os.walk(plans)):
    for name in sorted(names):
        path = os.path.join(top, name)
        text = open(path, encoding="utf-8").read() if name.endswith(".yaml") else ""
        if not re.search(r"^kind: (plan|criteria|movement)$", text, re.M):
            continue
        year = re.search(r"^year: (\d+)", text, re.M).group(1)
        for month_day in DAYS:
            day = f"{year}-{month_day}"
            wanted = of_summary(path, day)
            told = [("list", of_list(path, text, day)), ("report", of_report(path, day)),
                    *of_build(path, day)]
            for where, counts in told:
                if counts != wanted:
                    sys.exit(f"{path} on {day}: the summary counts {wanted}, {where} {counts}")
            parts = sum(wanted[key] for key in ("done", "open", "overdue", "set_aside"))
            if parts != wanted["total"] or wanted["done_late"] > wanted["done"]:
                sys.exit(f"{path} on {day}: {wanted} don't add up")
            checked += 1
if checked == 0:
    sys.exit("no plan was counted")
print(f"{checked} days of plans")
