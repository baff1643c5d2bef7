"""A table in places/*.table: what stands in it, and what it is to become.

First lines `name: text`, then blocks:

    -- above --   lines that stand over the table        -- below --   lines that stand under it
    -- before --, -- before2 --  further tables over it, -- after -- one under it: rows of cells without marks
    -- table --   the table: `MARK | cell | cell`, a row a line

A cell `<` is merged with the one left of it, `^` with the one above, `⏎` is a line's end. `{+…+}` was inserted and
`{-…-}` deleted where changes are tracked. `{n VALUE FORMAT}shown` is a number in Excel and `shown` elsewhere; `{a 1.}`
is a number of Word's own list.

MARK says what becomes of a row: `=` header, said again where it stands further down; `#` counts the columns; `t` a
title above the header; `h` a heading, `i` an item; `gi` both, the heading in the column `group`; `+` goes on with the
row above; `x` can't be placed and is listed so; `b` stands below the table. `!` behind it: the row is hidden. What
stands between mark and `|` is the row's number where that isn't its cell of the column `number` as it stands.

`columns` are the keys in which the cells are to be: those of a record, `*` for an own column, `field` for one of marks,
`x` for one that can't be placed, `.` for one that is empty. `says` are words that titles of columns in the record must
have, `tells` and `tells-too` words that must be printed; `excel` are options of its Excel form alone; `hidden` counts columns of a sheet that aren't shown. `needs` says for people
what they must type besides. ``known FORM,… `words` text`` names what isn't right yet: what is told of these forms
(`all`: of each) with these words must go on being told until the line is taken away.
"""
import glob
import os
import re
import shlex
from dataclasses import dataclass, field

CHANGE = re.compile(r"\{([+-])(.*?)\1\}", re.S)
KNOWN = re.compile(r"known (\S+) `([^`]*)` (.+)")
NUMBER = re.compile(r"^\{n (\S+) ([^}]*)\}(.*)$", re.S)
OWN = re.compile(r"\{a ([^}]*)\}")
OLD_FORMS = ("csv", "semicolon", "tsv", "md", "lines", "cp1258", "opened")  # nothing is merged in them


def shown(cell):
    """What people see: changes made, numbers as they are formatted."""
    found = NUMBER.match(cell)
    text = OWN.sub(r"\1", found.group(3) if found else cell)
    return CHANGE.sub(lambda change: change.group(2) if change.group(1) == "+" else "", text)


@dataclass
class Row:
    mark: str
    cells: list
    number: list = field(default_factory=list)
    hidden: bool = False


@dataclass
class Case:
    name: str
    path: str
    facts: dict = field(default_factory=dict)
    known: list = field(default_factory=list)
    above: list = field(default_factory=list)
    below: list = field(default_factory=list)
    before: list = field(default_factory=list)
    before2: list = field(default_factory=list)
    after: list = field(default_factory=list)
    rows: list = field(default_factory=list)

    @property
    def kind(self):
        return self.facts.get("kind", "plan")

    @property
    def forms(self):
        return self.facts["forms"].split()

    @property
    def columns(self):
        return self.facts["columns"].split()

    @property
    def options(self):
        return shlex.split(self.facts.get("options", ""))

    def grid(self):
        return [row.cells for row in self.rows]

    def known_of(self, form):
        return [(said, text) for forms, said, text in self.known
                if form in (self.forms if forms == "all" else forms.split(","))]


def cells_of(line):
    return [cell.strip().replace("⏎", "\n") for cell in line.split("|")]


def row_of(line, path):
    head, *cells = cells_of(line)
    mark, *number = head.split()
    hidden = mark.endswith("!")
    mark = mark.rstrip("!")
    if mark not in ("=", "#", "t", "h", "i", "gi", "+", "x", "b"):
        raise ValueError(f"{path}: `{mark}` is no mark: {line}")
    return Row(mark, cells, number, hidden)


def read_case(path):
    case = Case(os.path.basename(path).rsplit(".", 1)[0], path)
    block = "facts"
    with open(path, encoding="utf-8") as source:
        lines = source.read().splitlines()
    for line in lines:
        if re.fullmatch(r"-- \w+ --", line):
            block = line.split()[1]
        elif not line.strip() or (block == "facts" and line.startswith("#")):
            continue
        elif block == "facts":
            known = KNOWN.fullmatch(line)
            if known:
                case.known.append(known.groups())
            else:
                name, text = line.split(": ", 1)
                case.facts[name] = text
        elif block == "table":
            case.rows.append(row_of(line, path))
        elif block in ("before", "before2", "after"):
            getattr(case, block).append(cells_of(line))
        else:
            getattr(case, block).append(line)
    wide = {len(row.cells) for row in case.rows}
    if wide != {len(case.columns)}:
        raise ValueError(f"{path}: {len(case.columns)} columns, rows have {sorted(wide)} cells")
    return case


def read_cases(folder):
    return [read_case(path) for path in sorted(glob.glob(os.path.join(folder, "*.table")))]


def origin(grid, row, column):
    """The place whose words a merged place has."""
    while grid[row][column] in ("<", "^"):
        if grid[row][column] == "<":
            column -= 1
        else:
            row -= 1
    return row, column


def span(grid, row, column):
    """How many rows and columns a cell reaches over."""
    wide = tall = 1
    while column + wide < len(grid[row]) and grid[row][column + wide] == "<":
        wide += 1
    while row + tall < len(grid) and origin(grid, row + tall, column) == (row, column):
        tall += 1
    return tall, wide
