#!/usr/bin/env python3
"""What comes in goes out: a printed table is imported and printed again with the same cells.

round_trip.py WARDPLAN PLANS

The tables of the shipped plan and of the shipped criteria, printed as CSV, Word and Excel, come in
from each and go out as each; the rows of the records are the same whatever they came from. Cells are compared
with their blanks made one, as an independent reader of CSV sees them.
"""
import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile

FORMATS = ["csv", "docx", "xlsx"]
PLANS = [
    ("long-bien", "2023-chu-de.yaml", []),
    ("giang-bien", "2023-do-thi-van-minh.yaml",
     ["--kind", "criteria", "--catalogue", "qd-04-2022-phuong", "--rounds",
      "Tháng 05/2023; Tháng 11/2023"]),
]


def run(program, *words):
    done = subprocess.run([program, *words, "--lang", "en"], capture_output=True, text=True, check=False)
    if done.returncode == 2:
        sys.exit(f"{words}: exit {done.returncode}: {done.stderr}")
    return done.stdout


def cells(program, plan):
    text = run(program, "table", plan, "--format", "csv").lstrip("\ufeff")
    return [[" ".join(cell.split()) for cell in row]
            for row in csv.reader(io.StringIO(text, newline=""))]


def differences(expected, seen):
    if len(expected) != len(seen):
        yield f"{len(expected)} rows went in, {len(seen)} came out"
    for at, (wanted, got) in enumerate(zip(expected, seen)):
        if len(wanted) != len(got):
            yield f"row {at + 1}: {len(wanted)} cells went in, {len(got)} came out"
        for column, (a, b) in enumerate(zip(wanted, got)):
            if a != b:
                yield f"row {at + 1}, column {column + 1}: {a!r} became {b!r}"


def main(program, plans):
    faults = []
    compared = 0
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(os.path.join(plans, "catalogues"), os.path.join(folder, "catalogues"))
        for ward, name, options in PLANS:
            shipped = os.path.join(plans, ward, name)
            wanted = cells(program, shipped)
            records = []
            for form in FORMATS:
                table = os.path.join(folder, f"{ward}.{form}")
                run(program, "table", shipped, "-o", table)
                own = os.path.join(folder, f"{ward}-{form}")
                os.mkdir(own)
                shutil.copy(os.path.join(plans, ward, "ward.yaml"), own)
                record = os.path.join(own, "record.yaml")
                run(program, "import", table, "-o", record, "--ward", ward, "--year", "2023", "--title",
                    "Biểu", *options)
                with open(record, encoding="utf-8") as file:
                    # CSV says nothing of the title and of what it was issued with.
                    records.append(file.read().split("rows:", 1)[1])
                for out in FORMATS:
                    again = os.path.join(own, f"again.{out}")
                    run(program, "table", record, "-o", again)
                seen = cells(program, record)
                compared += sum(len(row) for row in seen)
                faults += [f"{ward} from {form}: {fault}" for fault in differences(wanted, seen)]
                # What was printed in each format says the same once more.
                for out in FORMATS:
                    # One folder takes the same record once.
                    beside = os.path.join(own, out)
                    os.mkdir(beside)
                    shutil.copy(os.path.join(plans, ward, "ward.yaml"), beside)
                    second = os.path.join(beside, "record.yaml")
                    run(program, "import", os.path.join(own, f"again.{out}"), "-o", second, "--ward", ward,
                        "--year", "2023", "--title", "Biểu", *options)
                    faults += [f"{ward} from {form} by {out}: {fault}"
                               for fault in differences(wanted, cells(program, second))]
            if len(set(records)) != 1:
                faults.append(f"{ward}: the record differs by what it came from")
    for fault in faults[:40]:
        print(fault)
    print(f"{compared} cells compared, {len(faults)} faults")
    return 1 if faults or compared == 0 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
