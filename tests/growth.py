#!/usr/bin/env python3
"""What a hostile input costs grows with its size and no faster: growth.py WARDPLAN

Each kind is made at two sizes, the larger four times the smaller; the instructions that the program
takes beyond an empty run are counted (valgrind), and the exponent by which they grow may be 1.2 at
most. Exit 77: there is nothing to count with.
"""

import math
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

MOST = 1.2
FACTOR = 4
WARD = "kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\npeople:\n  - {id: a, name: A}\nunits:\n  - {id: b, name: Bộ phận}\n"
PLAN = "kind: plan\nformat: 1\nward: mau\nyear: 2026\ntitle: Kế hoạch\nrows:\n"
MOVEMENT = (
    "kind: movement\nformat: 1\nward: mau\nyear: 2026\nname: Phong trào\ntitle: Phong trào\n"
    "fields:\n  - {id: kt, name: Kinh tế}\nlevels:\n  - {id: p, name: phường}\nmodels:\n"
)
RECORD = ["--ward", "mau", "--year", "2026", "--title", "Kế hoạch"]


def letters(number):
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def row(text):
    return "  - {number: \"1\", title: Việc, leader: a, lead: b, " + text + "}\n"


def lines(count, make):
    return "".join(make(number) for number in range(count))


def versions(count, base, ours, theirs):
    """Three versions of a plan, each row made by the text that it gets."""
    return {name: PLAN + lines(count, make) for name, make in (("goc", base), ("nay", ours), ("kia", theirs))}


def item(number, due="Tháng 6", above="", beside=""):
    return f"{above}  - number: \"{number + 1}\"\n    title: Việc {letters(number)}\n    due: {due}/2026{beside}\n"


def entry(number, month):
    return f"\n    updates:\n      - {{date: 2026-{month:02}-{1 + number % 28:02}, status: in-progress}}"


# By name: the smaller size, the files of a size, the command.
KINDS = {
    "targets of one item": (
        50,
        lambda n: {"p.yaml": PLAN + row("targets: [" + ", ".join(f"{{name: số {i}, goal: 9%}}" for i in range(n)) + "]")},
        ["check", "."],
    ),
    "unknown names": (
        110,
        lambda n: {
            "ward.yaml": WARD + lines(n, lambda i: f"  - {{id: {letters(i)}x, name: Đơn vị {letters(i)}}}\n"),
            "p.yaml": PLAN + lines(n, lambda i: f"  - {{number: \"{i + 1}\", title: Việc {i}, lead: Đơn vi {letters(i)}}}\n"),
        },
        ["check", "."],
    ),
    "models": (
        25,
        lambda n: {
            "p.yaml": MOVEMENT
            + lines(n, lambda i: f"  - {{id: {letters(i)}, title: Mô hình {i}, by: Tập thể {i}, group: collective, fields: [kt], registered: 2026-02-10}}\n")
        },
        ["build", ".", "-o", "out", "--format", "md", "--only", "form"],
    ),
    "files of one folder": (
        30,
        lambda n: {f"p{i}.yaml": PLAN.replace("Kế hoạch", f"Kế hoạch {i}") + row("due: Tháng 3") for i in range(n)},
        ["build", ".", "-o", "out", "--format", "md", "--only", "table,summary"],
    ),
    "entries of one item": (
        300,
        lambda n: {
            "p.yaml": PLAN
            + "  - number: \"1\"\n    title: Việc\n    due: Tháng 3\n    updates:\n"
            + lines(n, lambda i: f"      - {{date: 2026-03-{1 + i % 28:02}, status: in-progress, note: ghi {i}}}\n")
        },
        ["check", "."],
    ),
    "dates of one item": (
        20,
        lambda n: {"p.yaml": PLAN + row("due: \"" + ", ".join(f"{1 + i % 28:02}/{1 + i % 12:02}/2026" for i in range(n)) + "\"")},
        ["check", "."],
    ),
    "unknown keys": (40, lambda n: {"p.yaml": PLAN[: -len("rows:\n")] + lines(n, lambda i: f"k{i}: 1\n")}, ["check", "."]),
    "values in brackets": (5000, lambda n: {"p.yaml": "a: [" + "a," * n + "a]\n"}, ["check", "."]),
    "brackets that close nothing": (1000, lambda n: {"p.yaml": PLAN + row("note: \"" + ")" * n + "\"")}, ["check", "."]),
    "symbols of documents": (500, lambda n: {"p.yaml": PLAN + row("note: \"" + "1-KH/QU " * n + "\"")}, ["check", "."]),
    "bodies without a symbol": (500, lambda n: {"p.yaml": PLAN + row("note: \"" + "1-KH/ 1-QUA " * n + "\"")}, ["check", "."]),
    "comments that don't end": (500, lambda n: {"p.yaml": PLAN + row("note: \"" + "<!-- " * n + "\"")}, ["check", "."]),
    "units of a table": (
        150,
        lambda n: {"a.csv": "TT,Nội dung,Đơn vị chủ trì\n" + lines(n, lambda i: f"{i + 1},Việc {i},Trường {letters(i)}\n")},
        ["import", "a.csv", "-o", "p.yaml", *RECORD, "--kind", "plan"],
    ),
    "units of one id": (
        150,
        lambda n: {"a.csv": "TT,Nội dung,Đơn vị chủ trì\n" + lines(n, lambda i: f"{i + 1},Việc {i},Trường {'dài ' * 10}{i}\n")},
        ["import", "a.csv", "-o", "p.yaml", *RECORD, "--kind", "plan"],
    ),
    "people of a table": (
        150,
        lambda n: {"a.csv": "TT,Nội dung,Lãnh đạo\n" + lines(n, lambda i: f"{i + 1},Việc {i},Đ/c Lê {letters(i).title()} - Ủy viên\n")},
        ["import", "a.csv", "-o", "p.yaml", *RECORD, "--kind", "plan"],
    ),
    "spellings of one name": (
        150,
        lambda n: {"a.csv": "TT,Nội dung,Lãnh đạo\n" + lines(n, lambda i: f"{i + 1},Việc {i},Đ/c Lê Văn An - Ủy viên {letters(i)}\n")},
        ["import", "a.csv", "-o", "p.yaml", *RECORD, "--kind", "plan"],
    ),
    "fields of a form": (
        150,
        lambda n: {"a.csv": "TT,Tên mô hình,Đơn vị đăng ký,Lĩnh vực\n" + lines(n, lambda i: f"{i + 1},Mô hình {i},Trường {letters(i)},Lĩnh vực {letters(i)}\n")},
        ["import", "a.csv", "-o", "p.yaml", *RECORD, "--kind", "movement", "--name", "Phong trào"],
    ),
    "a key for every row": (
        250,
        lambda n: {
            "a.csv": "TT,Nội dung,Đơn vị chủ trì,Thời hạn\n" + lines(n, lambda i: f"{i + 1},Việc {letters(i)},Bộ phận,Tháng 9/2026\n"),
            "p.yaml": PLAN
            + lines(n, lambda i: f"  - number: \"{i + 1}\"\n    title: Việc {letters(i)}\n    lead: b\n")
            + "letterhead:\n  issuer: UBND\n  place: Mẫu\n  recipients: [" + "b," * (40 * n) + "Lưu]\n",
        },
        ["import", "a.csv", "-o", "p.yaml", "--ward", "mau", "--year", "2026", "--merge", "--apply"],
    ),
    "folders within folders": (15, lambda n: {"d/" * n + "p.yaml": PLAN + row("due: Tháng 3")}, ["check", "."]),
    "paragraphs of a template": (
        400,
        lambda n: {"m1.html": "<html><head><title>M</title></head><body>" + "<p>a {{chỗ_trống}}</p>\n" * n + "</body></html>\n"},
        ["templates", "check", "m1.html"],
    ),
    "tables within tables": (
        400,
        lambda n: {
            "m1.html": "<html><head><title>M</title></head><body>"
            + "<table class=\"grid\"><tr><td>" * n + "x" + "</td></tr></table>" * n + "</body></html>\n"
        },
        ["templates", "check", "m1.html"],
    ),
    "conflicts of a merge": (
        20,
        lambda n: versions(n, item, lambda i: item(i, "Tháng 7"), lambda i: item(i, "Tháng 8")),
        ["merge-file", "goc", "nay", "kia"],
    ),
    "comments of a merge": (
        30,
        lambda n: versions(
            n, item, lambda i: item(i, "Tháng 7"), lambda i: item(i, above=f"  # xem {i}\n", beside=f" # chờ {i}")
        ),
        ["merge-file", "goc", "nay", "kia"],
    ),
    "a line for every row": (
        50,
        lambda n: {
            "p.yaml": PLAN + lines(n, item),
            "list": "file,address,status,date\n" + lines(n, lambda i: f"p.yaml,{i + 1},done,2026-06-01\n"),
        },
        ["update", "-"],
    ),
    "new rows at many places of a merge": (
        20,
        lambda n: versions(
            n, lambda i: item(2 * i), lambda i: item(2 * i, "Tháng 7"), lambda i: item(2 * i) + item(2 * i + 1)
        ),
        ["merge-file", "goc", "nay", "kia"],
    ),
    "entries of both sides": (
        20,
        lambda n: versions(n, item, lambda i: item(i, beside=entry(i, 5)), lambda i: item(i, beside=entry(i, 6))),
        ["merge-file", "goc", "nay", "kia"],
    ),
    "tables of an export": (
        50,
        lambda n: {"p.yaml": PLAN + lines(n, lambda i: item(i, beside=entry(i, 5)))},
        ["export", ".", "-o", "out"],
    ),
    "unknown fields of a template": (
        100,
        lambda n: {"m1.html": "<html><head><title>M</title></head><body>" + "<p>{{xyz}}</p>\n" * n + "</body></html>\n"},
        ["templates", "check", "m1.html"],
    ),
}


def instructions(binary, files, command, expected):
    """What a run takes, whatever it answers of those codes."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {"ward.yaml": WARD, **files}.items():
            path = pathlib.Path(folder, "in", name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        given = pathlib.Path(folder, "in", "list")
        ran = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", "--log-file=../log", binary, *command],
            cwd=pathlib.Path(folder, "in"),
            input=given.read_bytes() if given.exists() else b"",
            capture_output=True,
            env={**os.environ, "WARDPLAN_TODAY": "2026-11-20"},
        )
        if ran.returncode not in expected:
            sys.exit(f"growth: {command} answered {ran.returncode}: {ran.stderr.decode()[-500:]}")
        return int(re.search(r"Collected : (\d+)", pathlib.Path(folder, "log").read_text())[1])


def main():
    binary = str(pathlib.Path(sys.argv[1]).resolve())
    if shutil.which("valgrind") is None:
        print("there is no valgrind here")
        return 77
    empty = instructions(binary, {}, ["--version"], {0})
    failed = False
    for name, (size, make, command) in KINDS.items():
        small, large = (instructions(binary, make(n), command, {0, 1}) - empty for n in (size, FACTOR * size))
        exponent = math.log(large / small, FACTOR)
        print(f"{name}: {size} {small / 1e6:.1f}, {FACTOR * size} {large / 1e6:.1f} million instructions, exponent {exponent:.2f}")
        failed = failed or exponent > MOST
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
