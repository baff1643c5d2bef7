"""Six of the checks of `wardplan check` with PyYAML's C loader: check.py FOLDER PROCESSES.

Unknown names, statuses and words of time, rows without a title or number, counts that headings
declare, entries out of order. It prints a line for each finding, without places or help.
"""

import multiprocessing
import pathlib
import re
import sys

import yaml

STATUSES = {"not-started", "in-progress", "done", "paused", "cancelled", "not-applicable", "met", "not-met"}
TIME = re.compile(r"(?i)tháng|quý|năm|hàng|thường xuyên|ngày|trước|tuần|\d")


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def names(row):
    for key in ("leader", "lead", "support"):
        value = row.get(key, [])
        yield from [value] if isinstance(value, str) else value


def check_record(path, record, known):
    found = []
    declared = counted = 0
    for row in record.get("rows", []):
        where = f"{path}: {row.get('number', row.get('id', '?'))}"
        if "heading" in row:
            if declared and declared != counted:
                found.append(f"{where}: {declared} declared, {counted} there")
            declared, counted = int(re.match(r"\d+", str(row.get("declares", 0)))[0]), 0
            continue
        counted += 1
        if "title" not in row and "number" not in row:
            found.append(f"{where}: neither title nor number")
        found += [f"{where}: unknown {name}" for name in names(row) if name not in known]
        for key in ("start", "due"):
            if key in row and not TIME.search(str(row[key])):
                found.append(f"{where}: no time in {row[key]}")
        updates = row.get("updates", [])
        found += [f"{where}: no status {one['status']}" for one in updates if one.get("status", "done") not in STATUSES]
        days = [str(one.get("date")) for one in updates]
        if days != sorted(days):
            found.append(f"{where}: entries out of order")
    return found


def check_ward(folder):
    records = {path: load(path) for path in sorted(folder.glob("*.yaml"))}
    known = set()
    for record in records.values():
        if record["kind"] == "ward":
            for entry in record.get("people", []) + record.get("units", []):
                known.update([entry["id"], entry["name"], *entry.get("aliases", [])])
    return [line for path, record in records.items() if record["kind"] in ("plan", "criteria")
            for line in check_record(path, record, known)]


def main():
    folders = sorted({path.parent for path in pathlib.Path(sys.argv[1]).rglob("ward.yaml")})
    with multiprocessing.Pool(int(sys.argv[2])) as pool:
        for lines in pool.imap(check_ward, folders, chunksize=4):
            for line in lines:
                print(line)


if __name__ == "__main__":
    main()
