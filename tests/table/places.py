#!/usr/bin/env python3
"""Tables as other places have them come in without a lost word.

places.py WARDPLAN [NAME…]: each table of places/ in each of its forms is imported; what was written is read here by
itself and held against what stands in the table. PLACES_KEEP=FOLDER keeps the files in a new folder.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata

sys.dont_write_bytecode = True
SKIPPED = 77
try:
    import yaml
except ImportError:
    print("Python has no yaml here")
    sys.exit(SKIPPED)

from place_case import OLD_FORMS, origin, read_cases, shown  # noqa: E402
from place_files import SOURCES, file_of, write_all  # noqa: E402

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "places")
NAMES = ("leader", "lead", "support")
KEYS = ("title", *NAMES, "start", "due", "product", "authority", "basis", "note",
        "solution", "by", "office", "registered", "group")
SIGNS = ".,;:()[]{}<>“”\"'`…"


def words(text, names=False):
    """The words of a text as they follow each other, without the signs around them."""
    found = [one.strip(SIGNS) for one in unicodedata.normalize("NFC", text).split()]
    return [one for one in found if one and not (names and one in "-–+")]


# What is expected of a table.

class Expected:
    """Rows as dictionaries of words by key, and words that are only told."""

    def __init__(self, case, form):
        self.case, self.form = case, form
        self.rows, self.unplaced, self.told, self.header = [], [], [], []
        for at, row in enumerate(case.rows):
            self.take(at, row)

    def cell(self, at, column):
        """The words of a place: what is merged downwards counts for each row that it reaches."""
        grid = self.case.grid()
        if grid[at][column] not in ("<", "^"):
            return shown(grid[at][column])
        above, left = origin(grid, at, column)
        if left != column or self.form in OLD_FORMS or self.case.kind == "movement":
            return ""
        key = self.case.columns[column]
        return "" if key in ("number", "title", "by", "group") else shown(grid[above][left])

    def own(self, at):
        """The words of a row, without those of rows above."""
        return [shown(cell) for cell in self.case.rows[at].cells if cell not in ("<", "^")]

    def take(self, at, row):
        if row.mark == "=":
            self.header += self.own(at)
        elif row.mark in ("#", "t", "b"):
            self.told += self.own(at)
        elif row.mark == "x":
            self.unplaced += self.own(at)
        elif row.mark == "+":
            self.add(self.rows[-1], at, own=True)
        elif row.mark == "gi":
            group = self.case.columns.index("group")
            numbers = list(row.number)
            self.rows.append({"mark": "h", "number": numbers[0],
                              "title": words(self.cell(at, group))})
            self.drop_number(self.rows[-1])
            self.item("i", numbers[1:], at)
        else:
            self.item(row.mark, row.number, at)

    def item(self, mark, number, at):
        made = {"mark": mark, "number": number[0] if number else None}
        self.add(made, at)
        if number:
            self.drop_number(made)
        self.rows.append(made)

    @staticmethod
    def drop_number(row):
        """A number in the same cell as the text."""
        title = row.get("title", [])
        for sign in ("", ".", ")"):
            if title and title[0] == (row["number"] + sign).strip(SIGNS):
                row["title"] = title[1:]
                return

    def add(self, row, at, own=False):
        for column, key in enumerate(self.case.columns):
            text = self.cell(at, column)
            if own and self.case.grid()[at][column] in ("<", "^"):
                continue
            if not text:
                continue
            if key == "number":
                row["number"] = row["number"] or text
            elif key == "x":
                self.unplaced.append(text)
            elif key == "field":
                self.field(row, at, column, text)
            elif key == "registered":
                row[key] = words("-".join(reversed(text.split("/"))))
            elif key not in (".", "group"):
                row[key] = row.get(key, []) + words(text, key in NAMES)

    def field(self, row, at, column, text):
        """What is marked is the column's name, in the lowest row of the header."""
        last = max(at for at, one in enumerate(self.case.rows) if one.mark == "="
                   and at < self.first_row())
        grid = self.case.grid()
        above, left = origin(grid, last, column)
        marked = text.lower() in ("1", "x", "✓", "+")
        row["field"] = row.get("field", []) + words(grid[above][left] if marked else text)

    def first_row(self):
        return next(at for at, row in enumerate(self.case.rows) if row.mark not in ("=", "#", "t"))


# What was written.

def load(path):
    with open(path, encoding="utf-8") as source:
        return yaml.load(source, Loader=yaml.BaseLoader)


def text_of(value):
    if isinstance(value, list):
        return " ".join(map(text_of, value))
    if isinstance(value, dict):
        return " ".join(map(text_of, value.values()))
    return value


# What entries say of how work stands, by the column that they are printed in.
STATUSES = {"not-started": "Chưa thực hiện", "in-progress": "Đang thực hiện", "done": "Hoàn thành",
            "paused": "Tạm dừng", "cancelled": "Hủy"}
ENTRIES = {"entry_status": lambda entry: STATUSES.get(entry.get("status"), entry.get("status", "")),
           "entry_percent": lambda entry: entry.get("percent", ""),
           "entry_obstacle": lambda entry: entry.get("obstacle", "")}


def own_texts(row, columns):
    """What stands in own columns and in entries, in the order of the columns."""
    entry = row.get("updates", [{}])[0]
    cells = row.get("cells", {})
    ids = [column["id"] for column in columns]
    if not any(one in ENTRIES for one in ids):
        return text_of(cells)
    return " ".join(ENTRIES[one](entry) if one in ENTRIES else text_of(cells.get(one, ""))
                    for one in ids)


def plan_row(row, columns=()):
    made = {"mark": "h" if "heading" in row else "i", "number": row.get("number")}
    heading = row.get("heading", row.get("title", "")) + " " + row.get("declares", "")
    made["title"] = words(heading)
    for key in KEYS[1:]:
        if key in row:
            made[key] = words(text_of(row[key]), key in NAMES)
    own = words(own_texts(row, columns))
    if own:
        made["*"] = own
    return made


def criteria_rows(record, folder):
    """Rows with what the list says of them; both have the same ones in the same order."""
    listed = load(os.path.join(folder, "catalogues", "bo.yaml"))["rows"]
    rows = []
    for one, other in zip(record["rows"], listed):
        whole = dict(other, **one)
        made = plan_row(whole)
        made["mark"] = "h" if "heading" in whole else "i"
        # The most points and weights are the list's.
        points = [word for key in ("points", "weight") for word in words(other.get(key, ""))]
        if points:
            made["*"] = points + made.get("*", [])
        # A number that starts again in each group is written as an address.
        made["number"] = other["number"]
        same = ("." + one["number"]).endswith("." + other["number"])
        rows.append(made if same else {"mark": "?"})
    longer = max(record["rows"], listed, key=len)
    return rows + [{"mark": "?", "title": [str(row)]} for row in longer[len(rows):]]


def movement_rows(record):
    names = {field["id"]: field["name"] for field in record["fields"]}
    rows = []
    for model in record["models"]:
        made = {"mark": "i", "number": None}
        for key in ("title", "by", "office", "registered", "note"):
            if key in model:
                made[key] = words(model[key])
        if "fields" in model:
            fields = model["fields"] if isinstance(model["fields"], list) else [model["fields"]]
            made["field"] = words(" ".join(names[one] for one in fields))
        rows.append(made)
    return rows


def rows_of(kind, folder):
    record = load(os.path.join(folder, "ra.yaml"))
    if kind == "criteria":
        return criteria_rows(record, folder)
    if kind == "movement":
        return movement_rows(record)
    return [plan_row(row, record.get("columns", ())) for row in record["rows"]]


# One against the other.

def same_row(wanted, got, kind):
    told = []
    for key in ("mark", "number", *KEYS[:-1], "field", "*"):
        one, other = wanted.get(key), got.get(key)
        if kind == "movement" and key == "number":
            continue
        if kind == "criteria" and key == "*":
            one, other = sorted(one or []), sorted(other or [])
        if (one or None) != (other or None):
            told.append(f"{key}: {other} where {one} stands")
    return told


def listed(out, heading):
    """The lines below a heading of what is printed, as far as they are indented."""
    found = re.search(rf"^{heading}:\n((?:  .*\n)*)", out, re.M)
    return found.group(1) if found else ""


def missing(texts, where):
    there = set(words(where))
    return [word for text in texts for word in words(text) if word not in there]


def compare(case, form, rows, out, record):
    expected = Expected(case, form)
    wanted = expected.rows
    told = []
    if case.kind == "movement":
        parts = [row for row in wanted if row["mark"] == "h"]
        wanted = [row for row in wanted if row["mark"] != "h"]
        for part in parts:
            said = " ".join(part.get("by", part.get("title", [])))
            if said.lower() not in ("tập thể", "cá nhân") and missing([said], out):
                told.append(f"the part {said} is lost")
    if len(rows) != len(wanted):
        told.append(f"{len(rows)} rows where {len(wanted)} stand")
    for one, other in zip(wanted, rows):
        told += [f"row {one['number']}: {text}" for text in same_row(one, other, case.kind)]
    lost = missing(expected.unplaced, listed(out, "không xếp được vào hồ sơ"))
    told += [f"`{word}` isn't listed as what can't be placed" for word in lost]
    seen = record + " " + out
    told += [f"`{word}` of the header is lost" for word in missing(expected.header, seen)]
    others = [shown(text) for text in case.above + case.below]
    told += [f"`{word}` outside the table is lost"
             for word in missing(expected.told + others, seen)]
    return told


# Runs.

def run(tool, case, path, folder, *more):
    """Imports a file into a folder: exit code, what is printed, what was written."""
    os.makedirs(folder)
    words_of_kind = {"plan": [], "movement": ["--kind", "movement"],
                     "criteria": ["--kind", "criteria", "--catalogue", "bo", "--with-catalogue",
                                  "--rounds", "Tháng 05/2026; Tháng 11/2026"]}[case.kind]
    done = subprocess.run([tool, "import", path, "-o", os.path.join(folder, "ra.yaml"), "--ward",
                           "xa-vi-du", "--year", "2026", "--lang", "vi", *words_of_kind,
                           *case.options, *more], capture_output=True, text=True, timeout=60,
                          check=False)
    return done.returncode, done.stdout + done.stderr


def options_of(case, form):
    """What only some forms need."""
    excel = case.facts.get("excel", "").split() if form == "excel" else []
    return excel + (["--encoding", "cp1258"] if form == "cp1258" else [])


def try_form(tool, case, form, path, folder):
    code, out = run(tool, case, path, folder, *options_of(case, form))
    # Behind the exit code the forms that have it, if not all.
    wanted, *forms = case.facts.get("exit", "0").split()
    expected = int(wanted) if not forms or form in forms else 0
    told = [] if code == expected else [f"exit {code}, {expected} was expected"]
    written = os.path.join(folder, "ra.yaml")
    if not os.path.exists(written):
        return told + ["nothing was written: " + out.strip().splitlines()[-1]], None
    with open(written, encoding="utf-8") as source:
        record = source.read()
    rows = rows_of(case.kind, folder)
    told += compare(case, form, rows, out, record)
    if not told and not notices(case, form, rows, out, record):
        told.append("a word was taken out of the record and nobody noticed")
    told += what_it_says(case, load(written), out)
    if "title" in case.facts and load(written)["title"] != case.facts["title"]:
        told.append(f"its title is {load(written)['title']}")
    return told, record


def what_it_says(case, record, out):
    """Words that a column's title must have, and that must be told."""
    titles = " ".join(one.get("title", "") for one in record.get("columns", []))
    told = [f"no column says {word}" for word in missing([case.facts.get("says", "")], titles)]
    tells = [case.facts.get(key, "") for key in ("tells", "tells-too")]
    return told + [f"it isn't told: {text}" for text in tells if text not in out]


def notices(case, form, rows, out, record):
    """Whether the comparison sees each single word that is taken out of a row."""
    for row in rows:
        for key in (key for key, value in row.items() if isinstance(value, list) and value):
            kept = row[key]
            row[key] = kept[:-1]
            seen = compare(case, form, rows, out, record)
            row[key] = kept
            if not seen:
                return False
    return True


def with_register(tool, case, path, folder):
    """Where names become ids, all words of a name are in the register, and `check` finds no error."""
    code, out = run(tool, case, path, folder, "--with-register", *options_of(case, case.forms[0]))
    if not os.path.exists(os.path.join(folder, "ward.yaml")):
        return [f"no register was written, exit {code}"]
    ward = load(os.path.join(folder, "ward.yaml"))
    entries = {one["id"]: text_of(one) for one in ward.get("people", []) + ward.get("units", [])}
    told = errors_of(tool, folder)
    for one, other in zip(Expected(case, case.forms[0]).rows, rows_of(case.kind, folder)):
        for key in NAMES if case.kind != "movement" else ():
            said = " ".join(entries.get(name, name) for name in other.get(key, []))
            said += " " + ward.get("honorific", "")
            there = {word.lower() for word in words(said)}
            told += [f"register: `{word}` of {key} in row {one['number']} is lost"
                     for word in one.get(key, []) if word.lower() not in there]
    return told


def errors_of(tool, folder):
    done = subprocess.run([tool, "check", folder, "--format", "short", "--lang", "en"],
                          capture_output=True, text=True, timeout=60, check=False)
    return ["check: " + os.path.basename(line) for line in done.stdout.splitlines()
            if ": error[" in line]


def judge(case, form, told):
    """Prints what is wrong; what is known to be wrong must be."""
    failed = False
    for said, text in case.known_of(form):
        met = [one for one in told if said in one]
        told = [one for one in told if said not in one]
        print(f"{case.name} {form}: " + (f"known: {text}" if met else
                                         f"is right now, though known: {text}"))
        failed |= not met
    for text in told[:6]:
        print(f"{case.name} {form}: {text}")
    if len(told) > 6:
        print(f"{case.name} {form}: … and {len(told) - 6} more")
    return failed or bool(told)


def try_case(tool, case, folder, records):
    failed = False
    for form in case.forms:
        path = file_of(folder, form, case)
        if not os.path.exists(path):
            if form not in SOURCES or shutil.which("soffice"):
                print(f"{case.name} {form}: the file couldn't be made")
                failed = True
            continue
        told, record = try_form(tool, case, form, path, f"{folder}/ra/{case.name}-{form}")
        failed |= judge(case, form, told)
        if record is not None and form in case.facts.get("alike", case.facts["forms"]).split():
            records[form] = record
    first = next(iter(records), None)
    differ = [form for form in records if records[form] != records[first]]
    told = [f"their records differ from that of {first}: {', '.join(differ)}"] if differ else []
    failed |= judge(case, "alike", told)
    if case.forms[0] in records:
        told = with_register(tool, case, file_of(folder, case.forms[0], case),
                             f"{folder}/ra/{case.name}-register")
        failed |= judge(case, "register", told)
    return failed


def main():
    tool = os.path.abspath(sys.argv[1])
    cases = [case for case in read_cases(FOLDER) if not sys.argv[2:] or case.name in sys.argv[2:]]
    failed, files = False, 0
    folder = os.environ.get("PLACES_KEEP") or tempfile.mkdtemp(prefix="wardplan-places-")
    try:
        write_all(cases, folder)
        for case in cases:
            failed |= try_case(tool, case, folder, {})
            files += len(case.forms)
    finally:
        if not os.environ.get("PLACES_KEEP"):
            shutil.rmtree(folder)
    print(f"{len(cases)} tables, {files} files")
    if shutil.which("soffice") is None:
        print("soffice isn't here: the files that it makes weren't tried")
        return 1 if failed else SKIPPED
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
