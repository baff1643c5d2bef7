#!/usr/bin/env python3
"""What `wardplan assess` counts beside a separate tally.

assess.py WARDPLAN: makes up plans as on_time.py does, with several leaders, lead units, grades and reports, and
counts on several days, for whole years, quarters and months, what each leader, unit and month was given, did, did
late and was graded; from what was made up and not from the files.
"""
import json
import os
import random
import tempfile
from collections import Counter
from datetime import date

from on_time import DAYS, YEAR, Item, require, run

LEADERS = {"a": "Nguyễn Văn A", "c": "Trần Thị C", "e": "Lê Văn E"}
UNITS = {"b": "Bộ phận B", "d": "Bộ phận D"}
GRADES = ["Tốt", "Khá", "Chưa đạt"]
PERIODS = {"2026": (date(2026, 1, 1), date(2026, 12, 31)), "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)),
           "2026-09": (date(2026, 9, 1), date(2026, 9, 30)), "2026-9M": (date(2026, 1, 1), date(2026, 9, 30))}


class Task(Item):
    def __init__(self, rand, number):
        super().__init__(rand, number)
        self.leaders = rand.sample(list(LEADERS), rand.choice([0, 1, 1, 2]))
        self.units = rand.sample(list(UNITS), rand.choice([0, 1, 1, 2]))
        self.grades = {at: rand.choice(GRADES) if when[2] == "done" and rand.random() < 0.5 else None
                       for at, when in enumerate(self.said)}

    def text(self):
        lines = [f'  - number: "{self.number}"', f"    title: Việc thứ {self.number}"]
        if self.leaders:
            lines.append(f"    leader: [{', '.join(self.leaders)}]")
        if self.units:
            lines.append(f"    lead: [{', '.join(self.units)}]")
        if self.start:
            lines.append(f"    start: {self.start}")
        lines.append(f"    due: {self.due}")
        if self.said:
            lines.append("    updates:")
        for at, (day, time, status, due) in enumerate(self.said):
            parts = [f"date: {day}"]
            if time:
                parts.append(f'round: "{time}"')
            if status:
                parts.append(f"status: {status}")
            if due:
                parts.append(f"due: {due.day}/{due.month}/{due.year}")
            if self.grades[at]:
                parts.append(f"grade: {self.grades[at]}")
            lines.append("      - {" + ", ".join(parts) + ", note: ghi}")
        return "\n".join(lines) + "\n"

    def facts(self, as_of):
        """Of each time: what it counts as, the day by which it is placed (None: open without one), its grade."""
        return [self.fact(at if self.back else None, day, as_of) for at, day in enumerate(self.days, 1)]

    def fact(self, time, day, as_of):
        state = self.time_at(time, day, as_of)
        done_on, grade, due, done_since = None, None, day, None
        for at, (when, of, word, new_due) in enumerate(self.said):
            if when > as_of or of not in (time, None):
                continue
            if self.grades[at]:
                grade = self.grades[at]
            if word is not None and (of is not None or not self.back):
                done_since = (done_since or when) if word == "done" else None
        done_on = done_since
        for when, of, _, new_due in self.said:
            if new_due and of in (time, None) and when <= (done_on or as_of):
                due = new_due
        placed = due or (done_on if state == "untimed" else None)
        # Without a day what is open is there all year, and what is set aside is nowhere.
        nowhere = due is None and state == "aside"
        return state, placed, grade, done_on is not None, nowhere, due is None


def tally(facts):
    states = Counter(state for state, *_ in facts)
    kept = states["in_time"] + states["late"] + states["overdue"]
    row = {"assigned": sum(states.values()), "done": states["in_time"] + states["late"] + states["untimed"],
           "on_time": states["in_time"], "late": states["late"] + states["overdue"], "overdue": states["overdue"],
           "open": states["open"], "set_aside": states["aside"],
           "without_deadline": sum(undated for *_, undated in facts),
           "base": f"{states['in_time']}/{kept}" if kept else None}
    for _, _, grade, done, *_ in facts:
        if grade:
            row[f"grade_{grade}"] = row.get(f"grade_{grade}", 0) + 1
        elif done:
            row["ungraded"] = row.get("ungraded", 0) + 1
    return row


def in_period(fact, period):
    _, placed, _, _, nowhere, _ = fact
    first, last = PERIODS[period]
    return first <= placed <= last if placed is not None else not nowhere


def shown(row, graded):
    """Where nothing is graded nobody asks what isn't."""
    return {key: value for key, value in row.items()
            if value and (key in tally([]) or key.startswith("grade_") or (key == "ungraded" and graded))}


def compare(tasks, folder, as_of, period):
    facts = [(task, fact) for task in tasks for fact in task.facts(as_of) if in_period(fact, period)]
    whole = tally([fact for _, fact in facts])
    graded = any(key.startswith("grade_") for key in whole)
    for by, of, names in (("leader", "leaders", LEADERS), ("unit", "units", UNITS)):
        told = json.loads(run("assess", folder, "--by", by, "--period", period, "--as-of", str(as_of), "--format",
                              "json", "--lang", "en"))
        for key in ("assigned", "done", "on_time", "late", "overdue", "open", "set_aside", "without_deadline"):
            require(told[key], whole[key], f"{key} by {by} of {period} on {as_of}")
        wanted = {}
        for task, fact in facts:
            for one in getattr(task, of) or [None]:
                wanted.setdefault(names.get(one, f"(no {by})"), []).append(fact)
        require({row["name"]: shown(row, graded) for row in told["rows"]},
                {name: shown(tally(those), graded) for name, those in wanted.items()}, f"{by} of {period} on {as_of}")
    told = json.loads(run("assess", folder, "--by", "month", "--period", period, "--as-of", str(as_of), "--format",
                          "json"))
    wanted = {}
    for _, fact in facts:
        wanted.setdefault(f"{fact[1]:%Y-%m}" if fact[1] else "without-deadline", []).append(fact)
    require({row["when"]: shown(row, graded) for row in told["rows"]},
            {month: shown(tally(those), graded) for month, those in wanted.items()}, f"months of {period} on {as_of}")
    return len(facts)


def main():
    rand = random.Random(1717)
    compared = 0
    for plan in range(6):
        tasks = [Task(rand, number) for number in range(1, 41)]
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "ward.yaml"), "w", encoding="utf-8") as ward:
                people = ", ".join(f"{{id: {key}, name: {name}}}" for key, name in LEADERS.items())
                units = ", ".join(f"{{id: {key}, name: {name}}}" for key, name in UNITS.items())
                ward.write(f"kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople: [{people}]\nunits: [{units}]\n")
            with open(os.path.join(folder, "2026.yaml"), "w", encoding="utf-8") as record:
                record.write(f"kind: plan\nformat: 1\nward: mau\nyear: {YEAR}\ntitle: Kế hoạch {plan}\nrows:\n"
                             + "".join(task.text() for task in tasks))
            compared += sum(compare(tasks, folder, as_of, period) for as_of in DAYS for period in PERIODS)
    print(f"{compared} times")


main()
