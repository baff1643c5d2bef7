#!/usr/bin/env python3
"""What `wardplan` says of the made-up ward of 2026 beside a tally made by hand.

nam_2026.py WARDPLAN BASE: BASE is tests/bases/nam-2026.base. What was done when stands below once more,
in another form and written apart from the records; from it are counted, at five dates, what `due` lists,
what `assess` and `summary` count, the points and conditions of `verdict`, the sums of `report`.
"""
import json
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from datetime import date, timedelta
from fractions import Fraction

wardplan, base = os.path.abspath(sys.argv[1]), sys.argv[2]
DATES = ["2026-01-31", "2026-04-05", "2026-07-01", "2026-10-10", "2027-01-15"]
SOON = 15
PEOPLE = {"a": "Nguyễn Văn A", "b": "Trần Thị B", "c": "Phạm Thị C", "d": "Lê Văn D", "": "(không ghi lãnh đạo)"}
wrong = []


def day(text):
    """`03-25` of 2026, or a whole day."""
    return date.fromisoformat(text if len(text) > 5 else "2026-" + text)


class Time:
    """One time of one item: when it is due, when it was done, from when to when it was set aside."""

    def __init__(self, address, leader, due, done=None, grade=None, number=None, begins=None, aside=(), moved=None,
                 kind="item"):
        self.address, self.leader, self.number, self.grade, self.kind = address, leader, number, grade, kind
        self.dues = [(date.min, day(due) if due else None)]
        if moved:
            self.dues.append((day(moved[0]), day(moved[1])))
        self.done = day(done) if done else None
        self.aside = [(day(first), day(last) if last else date.max) for first, last in aside]

    def deadline(self, on):
        return [due for known, due in self.dues if known <= on][-1]

    def state(self, on):
        due = self.deadline(on)
        if self.done and self.done <= on:
            return "done" if due is None else "late" if self.done > due else "kept"
        if any(first <= on < last for first, last in self.aside):
            return "aside"
        if due is None:
            return "open-ended"
        return "overdue" if due < on else "soon" if (due - on).days <= SOON else "open"


def series(address, leader, dues, done, grades=None, aside=None, kind="item"):
    """An item that comes back; a pause of all times is said for each that it holds."""
    return [Time(address, leader, due, done.get(n), (grades or {}).get(n), n, aside=(aside or {}).get(n, ()), kind=kind)
            for n, due in enumerate(dues, 1)]


PAUSE = [("08-15", "09-20")]
TIMES = [
    Time("I.1", "a", "12-31", "12-30", "Tốt"),
    Time("I.2", "b", "10-31", "10-05", "Xuất sắc"),
    *series("II.1", "a", [f"{month:02}-25" for month in range(1, 13)],
            {1: "01-24", 2: "02-27", 3: "03-25", 5: "05-25", 6: "06-25", 7: "07-24", 8: "08-25", 10: "10-26",
             11: "11-25", 12: "12-25"},
            {1: "Tốt", 3: "Tốt", 6: "Khá", 12: "Tốt"}, {9: [("09-24", None)]}),
    *series("II.2", "c", ["03-31", "06-30", "09-30", "12-31"], {1: "03-30", 2: "06-30", 3: "10-06", 4: "12-28"}),
    *series("II.3", "b", ["04-30", "05-31", "06-30", "07-31", "08-31", "09-30", "10-31", "11-30", "12-31"],
            {1: "04-26", 2: "05-31", 3: "07-05", 6: "09-30", 7: "10-31", 8: "12-02", 9: "12-31"}, {3: "Khá"},
            {n: PAUSE for n in range(4, 10)}),
    Time("III.1", "c", "02-10", "03-20", "Khá"),
    Time("III.2", "b", "04-30", "05-28", "Tốt", moved=("04-02", "05-31")),
    Time("III.3", "a", "09-30", "10-02", "Khá"),
    Time("III.3.a", "a", "02-28", "02-25", kind="step"),
    Time("III.3.b", "c", "03-31", "06-10", kind="step"),
    *series("III.4", "c", ["03-31", "11-30"], {1: "03-28", 2: "12-05"}, {1: "Tốt"}),
    Time("III.5", "c", "06-30", aside=[("08-10", None)], moved=("05-20", "08-31")),
    Time("III.6", "a", "05-01", "05-01"),
    Time("III.7", "c", None),
    Time("III.8", "b", "12-31"),
    *series("cong-don", "a", ["04-15", "07-15", "10-15", "2027-01-15"], {1: "04-10", 2: "07-20", 3: "10-14"}, kind="report"),
    Time("so-ket", "a", "06-30", "06-29", kind="report"),
    Time("hoa-giai", "", None, kind="report"),
    Time("1.1", "a", "12-31", "03-30", kind="content"),
    Time("1.2", "a", "12-31", "03-30", kind="content"),
    Time("2.1", "b", "10-31", "10-08", kind="content"),
    Time("2.2", "c", "12-31", "12-26", kind="content"),
]


def check(what, said, counted):
    if said != counted:
        wrong.append(f"{what}\n  wardplan: {said}\n  by hand:  {counted}")


def run(*args):
    done = subprocess.run([wardplan, *args, "--format", "json"], capture_output=True, check=False)
    if done.returncode > 1:
        sys.exit(f"{args}: {done.stderr.decode()}")
    return json.loads(done.stdout)


def leader(time, on):
    """Who answers for it: who led on the day it was done, or when it came due; of what is to come who leads now."""
    past = [day for day in (time.done, time.deadline(on)) if day and day <= on]
    held = min(past, default=on)
    return PEOPLE["d" if time.leader == "b" and held >= day("07-01") else time.leader]


def check_due(on):
    listed = run("due", "phuong-mau", "--as-of", f"{on}")["rows"]
    rows = {(row["address"], row["round"], row["deadline"], row["days"]) for row in listed}
    wanted = {(time.address, time.number, f"{time.deadline(on)}", (time.deadline(on) - on).days)
              for time in TIMES if time.state(on) in ("overdue", "soon")}
    check(f"due {on}", sorted(map(str, rows)), sorted(map(str, wanted)))
    return len(wanted)


def tally(times, on):
    counts = Counter(time.state(on) for time in times)
    kept, late, overdue = counts["kept"], counts["late"], counts["overdue"]
    made = {"assigned": sum(counts.values()), "done": kept + late + counts["done"], "on_time": kept,
            "late": late + overdue, "overdue": overdue, "open": counts["open"] + counts["soon"] + counts["open-ended"],
            "set_aside": counts["aside"], "without_deadline": sum(time.deadline(on) is None for time in times)}
    made["base"] = f"{kept}/{kept + late + overdue}" if kept + late + overdue else None
    grades = Counter(time.grade for time in times if time.grade and time.state(on) in ("kept", "late"))
    return made, grades


def check_assess(on):
    said = run("assess", "phuong-mau", "--by", "leader", "--as-of", f"{on}")
    for name in {leader(time, on) for time in TIMES}:
        made, grades = tally([time for time in TIMES if leader(time, on) == name and time.kind != "step"], on)
        row = next((row for row in said["rows"] if row["name"] == name), {})
        check(f"assess {on} {name}", {key: row.get(key) for key in made}, made)
        given = {key[6:]: count for key, count in row.items() if key.startswith("grade_") and count}
        check(f"grades {on} {name}", given, dict(grades))
    made, _ = tally([time for time in TIMES if time.kind != "step"], on)
    check(f"assess {on}", [said[key] for key in list(made)[:8]], list(made.values())[:8])
    return made


def check_months(on):
    rows = {row["when"]: row for row in run("assess", "phuong-mau", "--by", "month", "--as-of", f"{on}")["rows"]}
    months = {}
    for time in TIMES:
        if time.kind != "step" and time.deadline(on):
            months.setdefault((time.deadline(on).year, time.deadline(on).month), []).append(time)
    for (year, month), times in months.items():
        made, _ = tally(times, on)
        row = rows.pop(f"{year}-{month:02}")
        check(f"assess {on} {month}/{year}", {key: row.get(key) for key in made}, made)
    check(f"months {on}", list(rows), ["without-deadline"])


WORDS = {"kept": ("done-on-time", "done-early"), "late": ("done-late",), "aside": ("paused", "cancelled"),
         "open-ended": ("without-deadline",), "overdue": ("overdue",), "soon": ("due-soon",), "open": ("within-time",)}


def standing(times, on):
    """The time that an item is counted by: the first that is open, or else the last."""
    return next((time for time in times if time.state(on) in ("overdue", "soon", "open", "open-ended")), times[-1])


def by_item(kinds):
    items = {}
    for time in TIMES:
        if time.kind in kinds:
            items.setdefault(time.address, []).append(time)
    return items


def check_list(on):
    rows = {row["address"]: row for row in run("list", "phuong-mau", "--as-of", f"{on}")["rows"]}
    for address, times in by_item(("item", "content", "step", "report")).items():
        time, row = standing(times, on), rows[address]
        if row["state"] not in WORDS[time.state(on)]:
            check(f"list {on} {address}", row["state"], WORDS[time.state(on)])
        check(f"list {on} {address}", [row["round"], row["deadline"]],
              [time.number, time.deadline(on) and f"{time.deadline(on)}"])


def check_summary(on):
    said = run("summary", "phuong-mau", "--as-of", f"{on}")
    items = by_item(("item", "content"))
    first = Counter(standing(times, on).state(on) for times in items.values())
    wanted = {"total": len(items), "done": first["kept"] + first["late"], "done_late": first["late"],
              "overdue": first["overdue"], "set_aside": first["aside"],
              "open": first["open"] + first["soon"] + first["open-ended"]}
    check(f"summary {on}", {key: said[key] for key in wanted}, wanted)
    states = Counter(time.state(on) for times in items.values() for time in times)
    kept = [said["kept"][0][key] for key in ("in_time", "late", "overdue")] if said["kept"] else [0, 0, 0]
    check(f"on time {on}", kept, [states["kept"], states["late"], states["overdue"]])


# Points: most, weight, and of each round (day, ward's own), (day, as assessed).
POINTS = {
    "1.1": (20, 40, {"1": (("03-30", 18), ("04-08", 16)), "2": (("10-08", 19), ("12-31", 19))}),
    "1.2": (10, 20, {"1": (("03-30", 10), ("03-30", 9)), "2": (("12-26", 10), ("12-26", 9))}),
    "2.1": (12, 30, {"1": (("03-30", 9), ("03-30", 9)), "2": (("10-08", 12), ("12-26", 11))}),
    "2.2": (8, 10, {"1": (("03-30", 8), ("04-08", 6)), "2": (("12-26", 8), ("12-26", 7))}),
}
OFF = {"1": [("03-31", 2, 0)], "2": [("12-31", 2 * 2, 0), ("12-31", 0, 5)]}
# The ward is in group 2: 75 to pass, contents 95% and 600 (its own 620) trees.
PASS, BANDS = 75, [(90, "Xuất sắc"), (80, "Tốt"), (65, "Hoàn thành")]
MET = {"1.1": [("03-30", True)], "1.2": [("03-30", True)], "2.1": [("03-30", False), ("10-08", True)],
       "2.2": [("03-30", False), ("12-26", True)]}


def written(figure):
    if figure is None:
        return None
    text = f"{float(figure):.4f}".rstrip("0").rstrip(".")
    return text.replace(".", ",")


def points_of(side, on, number):
    given = {key: (most, weight, rounds[number][side][1]) for key, (most, weight, rounds) in POINTS.items()
             if day(rounds[number][side][0]) <= on}
    if not given:
        return {"scored": "0/4", "sum": None, "weighted": None, "result": None, "band": None, "passed": "not-judged"}
    total = sum(score for _, _, score in given.values())
    weighted = sum(Fraction(score, most) * weight for most, weight, score in given.values())
    off = sum(points + weighted * percent / 100 for known, points, percent in OFF[number] if day(known) <= on)
    result = weighted - off
    whole = len(given) == 4
    return {"scored": f"{len(given)}/4", "sum": written(total), "weighted": written(weighted), "result": written(result),
            "band": next((name for mark, name in BANDS if whole and result >= mark), None),
            "passed": ("met" if result >= PASS else "not-met") if whole else "not-judged"}


def check_verdict(on):
    said = run("verdict", "phuong-mau/tieu-chi.yaml", "--as-of", f"{on}")
    # The last round that was assessed; before any was, the last in which the ward gave itself points.
    by_side = [[number for number in ("1", "2") if any(day(rounds[number][side][0]) <= on
                                                       for _, _, rounds in POINTS.values())] for side in (1, 0)]
    scored = by_side[0] or by_side[1]
    for side in (0, 1):
        wanted = points_of(side, on, scored[-1] if scored else "1")
        row = said["scores"][side]
        check(f"points {on} side {side}", {key: row[key] for key in wanted}, wanted)
    met = {key: [yes for known, yes in said if day(known) <= on][-1:] for key, said in MET.items()}
    contents = sum(yes == [True] for yes in met.values())
    groups = sum(all(met[key] == [True] for key in keys) for keys in (("1.1", "1.2"), ("2.1", "2.2")))
    check(f"met {on}", [said["groups_met"], said["contents_met"]], [groups, contents])
    years = on.year - 2026 - ((on.month, on.day) < (1, 10))
    eligible = groups == 2 and contents >= 3 and years >= 1 and on >= day("12-20") and \
        points_of(1, on, "2")["passed"] == "met"
    check(f"conclusion {on}", said["conclusion"], "eligible" if eligible else "not-eligible")


INSPECTIONS = [("03-30", 10), ("06-30", 12), ("10-06", 9), ("12-28", 11)]


def check_report(period, last):
    """The sums since January of what came due by the last day of a period, as they stood on it."""
    fields = run("report", "phuong-mau/ke-hoach.yaml", "--period", period, "--as-of", "2027-01-15")["fields"]
    on = day(last)
    came_due = [time for time in TIMES if time.kind == "item" and time.deadline(on) and time.deadline(on) <= on]
    states = Counter(time.state(on) for time in came_due)
    kept, late, overdue, still = states["kept"], states["late"], states["overdue"], states["soon"]
    said = [row["từ_đầu_năm"] for row in fields["lũy_kế"]][:6]
    wanted = (kept + late + overdue + still, kept + late, kept, late, still, overdue)
    check(f"sums {period}", said, [str(count) for count in wanted])
    done = sum(count for known, count in INSPECTIONS if day(known) <= on)
    figures = [row["từ_đầu_năm"] for row in fields["cộng_dồn"]]
    check(f"figures {period}", figures, [f"{done} cuộc"])


def main():
    with tempfile.TemporaryDirectory() as folder, open(base, encoding="utf-8") as file:
        parts = re.split(r"(?m)^-- (\S+) --\n", file.read())
        for name, content in zip(parts[1::2], parts[2::2]):
            path = os.path.join(folder, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as laid:
                laid.write(content)
        os.chdir(folder)
        for text in DATES:
            on = date.fromisoformat(text)
            listed = check_due(on)
            made = check_assess(on)
            check_months(on)
            check_list(on)
            check_summary(on)
            check_verdict(on)
            print(f"{on}: {listed} due, {made['on_time']} on time, {made['late']} late, {made['open']} open")
        for period, last in (("2026-Q1", "03-31"), ("2026-H1", "06-30"), ("2026-9M", "09-30"), ("2026", "12-31")):
            check_report(period, last)
    print("\n".join(wrong))
    sys.exit(1 if wrong else 0)


main()
