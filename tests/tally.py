#!/usr/bin/env python3
"""Counts of `wardplan summary --format csv` beside a tally made from the YAML text alone.

tally.py WARDPLAN PLANS: counts the items of every plan, and those that are done, with a few lines of
text matching, no YAML reader and nothing of the program's.
"""
import csv
import io
import os
import re
import subprocess
import sys

wardplan, plans = sys.argv[1:3]
DONE = {"done", "met", "effective"}


def rows_of(text):
    """The entries of the lists `rows` and `models`, as their lines."""
    entries, inside = [], False
    for line in text.splitlines():
        if re.match(r"(rows|models):", line):
            inside = True
        elif re.match(r"\S", line) and not line.startswith("#"):
            inside = False
        elif inside and re.match(r"  - ", line):
            entries.append([line])
        elif inside and entries:
            entries[-1].append(line)
    return entries


def last_status(entry):
    found = re.findall(r"status: ([a-z-]+)", "\n".join(entry))
    return found[-1] if found else None


def tally(path):
    text = open(path, encoding="utf-8").read()
    kind = re.search(r"^kind: (\w+)", text, re.M).group(1)
    if kind not in ("plan", "criteria", "movement"):
        return None
    entries = rows_of(text)
    if kind == "plan":
        entries = [entry for entry in entries if not any("heading:" in line for line in entry)]
    elif kind == "criteria":
        # Groups are whole numbers, conditions words.
        entries = [entry for entry in entries if re.search(r'number: "\d+\.\d+"', entry[0])]
    return len(entries), sum(last_status(entry) in DONE for entry in entries)


wanted = {}
for folder, _, names in os.walk(plans):
    for name in sorted(names):
        if name.endswith(".yaml"):
            path = os.path.join(folder, name)
            counted = tally(path)
            if counted:
                wanted[path] = counted

out = subprocess.run([wardplan, "summary", plans, "--format", "csv", "--as-of", "2026-01-01"],
                     capture_output=True, text=True, check=True).stdout
seen = {}
for row in csv.DictReader(io.StringIO(out)):
    total, done = seen.get(row["Tệp"], (0, 0))
    count = int(row["Số"])
    seen[row["Tệp"]] = (total + count,
                        done + (count if row["Tình trạng"].startswith("hoàn thành") else 0))
if seen != wanted or not wanted:
    sys.exit(f"the summary counts {seen}, the files hold {wanted}")
print(f"{len(wanted)} plans, {sum(total for total, _ in wanted.values())} items")
