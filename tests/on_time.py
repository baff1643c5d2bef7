#!/usr/bin/env python3
"""What `wardplan` says was done in time beside a separate tally.

on_time.py WARDPLAN: makes up plans whose items come back each month, quarter, two months or half year, and
others that come up once, with what was done of each time; counts on several days, from what was made up
and not from the files, how many times were kept, and compares it with `summary`, `due` and `report`.
"""
import calendar
import json
import os
import random
import subprocess
import sys
import tempfile
from datetime import date, timedelta

wardplan = sys.argv[1]
YEAR = 2026
DAYS = [date(2026, 1, 31), date(2026, 3, 31), date(2026, 6, 10), date(2026, 9, 30), date(2027, 2, 1)]


def last_of(month):
    return date(YEAR, month, calendar.monthrange(YEAR, month)[1])


def monthly(day):
    return [date(YEAR, month, min(day, last_of(month).day)) for month in range(1, 13)]


def every(months):
    return [last_of(month) for month in range(months, 13, months)]


RHYTHMS = [("Ngày 25 hằng tháng", monthly(25)), ("ngày 31 hàng tháng", monthly(31)), ("Hàng tháng", every(1)),
           ("Hằng quý", every(3)), ("ngày 15 tháng cuối quý", [date(YEAR, month, 15) for month in (3, 6, 9, 12)]),
           ("Định kỳ 6 tháng", every(6)), ("2 tháng một lần", every(2)),
           ('"Đợt 1: Tháng 3/2026; Đợt 2: trước 15/9/2026"', [date(YEAR, 3, 31), date(YEAR, 9, 15)]),
           ("Hàng tháng đến tháng 6/2026", every(1)[:6]), ("Hàng tháng từ tháng 2 đến tháng 6/2026", every(1)[1:6])]
ONCE = [("Tháng 5/2026", date(YEAR, 5, 31)), ("Tháng 3,7,10/2026", date(YEAR, 10, 31)), ("Quý II/2026", date(YEAR, 6, 30)),
        ("Hàng tuần", None), ("Thường xuyên", None)]


class Item:
    """Its days, and what was said: (day, time or None, status or None, new due or None)."""

    def __init__(self, rand, number):
        self.number = number
        self.back = rand.random() < 0.7
        self.due, days = rand.choice(RHYTHMS if self.back else ONCE)
        self.days = days if self.back else [days]
        self.start = None
        if self.back and rand.random() < 0.2:
            month = rand.randint(2, 6)
            self.start = f"Tháng {month}/2026"
            self.days = [day for day in self.days if day >= date(YEAR, month, 1)]
            # What its start leaves one time of comes up once.
            self.back = len(self.days) > 1
        self.said = []
        for at, day in enumerate(self.days, 1):
            self.make_up(rand, at if self.back else None, day or date(YEAR, 8, 1))
        if self.back and rand.random() < 0.3:
            begin = date(YEAR, 1, 1) + timedelta(days=rand.randint(0, 300))
            self.said.append((begin, None, rand.choice(["paused", "cancelled"]), None))
            if rand.random() < 0.5:
                self.said.append((begin + timedelta(days=rand.randint(1, 60)), None, "not-started", None))
        self.said.sort(key=lambda entry: entry[0])

    def make_up(self, rand, time, day):
        def near(early, late):
            return max(date(YEAR, 1, 1), day + timedelta(days=rand.randint(-early, late)))
        if rand.random() < 0.2:
            self.said.append((near(9, 0), time, "in-progress", None))
        if rand.random() < 0.1:
            self.said.append((near(9, 0), time, None, day + timedelta(days=rand.randint(5, 20))))
        what = rand.random()
        if what < 0.6:
            self.said.append((near(9, 3), time, "done", None))
        elif what < 0.7:
            self.said.append((near(0, 50), time, "done", None))
        elif what < 0.75:
            self.said.append((near(9, 9), time, "cancelled", None))

    def text(self):
        lines = [f'  - number: "{self.number}"', f"    title: Việc thứ {self.number}", "    leader: a", "    lead: b"]
        if self.start:
            lines.append(f"    start: {self.start}")
        lines.append(f"    due: {self.due}")
        if self.said:
            lines.append("    updates:")
        for day, time, status, due in self.said:
            parts = [f"date: {day}"]
            if time:
                parts.append(f'round: "{time}"')
            if status:
                parts.append(f"status: {status}")
            if due:
                parts.append(f"due: {due.day}/{due.month}/{due.year}")
            lines.append("      - {" + ", ".join(parts) + ", note: ghi}")
        return "\n".join(lines) + "\n"

    def times(self, as_of):
        """Of each time: in_time, late, overdue, open or aside."""
        return [self.time_at(at if self.back else None, day, as_of) for at, day in enumerate(self.days, 1)]

    def time_at(self, time, day, as_of):
        said = [entry for entry in self.said if entry[0] <= as_of and entry[1] in (time, None)]
        status, done_on, stopped = "not-started", None, None
        for when, of, word, _ in said:
            if word is None:
                continue
            if self.back and of is None:
                stopped = word if word != "not-started" else None
                continue
            stopped = None
            done_on = (done_on or when) if word == "done" else None
            status = word
        due = day
        for when, _, _, new_due in said:
            if new_due and when <= (done_on or as_of):
                due = new_due
        if status == "done":
            return "untimed" if due is None else "in_time" if done_on <= due else "late"
        if status == "cancelled" or stopped:
            return "aside"
        return "overdue" if due and due < as_of else "open"

    def counted_as(self, as_of):
        times = self.times(as_of)
        for state in times:
            if state in ("open", "overdue"):
                return state
        return times[-1]


def run(*args):
    result = subprocess.run([wardplan, *args], capture_output=True, text=True)
    if result.returncode:
        sys.exit(f"{args}: {result.returncode}\n{result.stdout}{result.stderr}")
    return result.stdout


def require(seen, wanted, what):
    if seen != wanted:
        sys.exit(f"{what}: {seen}, the tally says {wanted}")


def compare(items, folder, as_of):
    states = [state for item in items for state in item.times(as_of)]
    kept = {key: states.count(key) for key in ("in_time", "late", "overdue")}
    summary = json.loads(run("summary", folder, "--format", "json", "--as-of", str(as_of)))
    require([{key: row[key] for key in kept} for row in summary["kept"]], [kept] if sum(kept.values()) else [],
            f"kept on {as_of}")
    counted = [item.counted_as(as_of) for item in items]
    require(summary["total"], len(items), "items")
    require(summary["done"], sum(state in ("in_time", "late", "untimed") for state in counted), f"done on {as_of}")
    require(summary["overdue"], counted.count("overdue"), f"overdue on {as_of}")
    require(summary["set_aside"], counted.count("aside"), f"set aside on {as_of}")
    due = json.loads(run("due", folder, "--format", "json", "--as-of", str(as_of), "--state", "quá hạn"))
    require(len(due["rows"]), kept["overdue"], f"overdue times on {as_of}")
    of = sum(kept.values())
    report = run("report", os.path.join(folder, "2026.yaml"), "--period", "2026", "--as-of", str(as_of))
    line = next(line for line in report.splitlines() if "tính từng lần" in line)
    # The year's report is of its last day at most.
    if as_of.year == YEAR:
        require(f" {kept['in_time']}/{of}" in line, True, f"{line} on {as_of}, {kept}")
    return of


def main():
    rand = random.Random(17)
    compared = 0
    for plan in range(12):
        items = [Item(rand, number) for number in range(1, 41)]
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "ward.yaml"), "w", encoding="utf-8") as ward:
                ward.write("kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople: [{id: a, name: Nguyễn Văn A}]\n"
                           "units: [{id: b, name: Bộ phận B}]\n")
            with open(os.path.join(folder, "2026.yaml"), "w", encoding="utf-8") as record:
                record.write(f"kind: plan\nformat: 1\nward: mau\nyear: {YEAR}\ntitle: Kế hoạch {plan}\nrows:\n"
                             + "".join(item.text() for item in items))
            compared += sum(compare(items, folder, as_of) for as_of in DAYS)
    print(f"{compared} times")


if __name__ == "__main__":
    main()
