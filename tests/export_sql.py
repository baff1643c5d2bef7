#!/usr/bin/env python3
"""The SQL of scripts/sql over what `wardplan export` writes, beside what `wardplan summary` counts.

export_sql.py WARDPLAN TOP [WARDS]: makes the records of so many wards (12), exports them whole, as CSV and in two parts
that are laid together, and asks DuckDB (its module @duckdb/node-api, in the folder WARDPLAN_DUCKDB) the summary's
questions of each. Without node or the module the test is skipped.
"""
import importlib.machinery
import importlib.util
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

wardplan, top = sys.argv[1], pathlib.Path(sys.argv[2])
WARDS = int(sys.argv[3]) if len(sys.argv) > 3 else 12
AS_OF = "2023-11-20"
ASKED = ["wards", "plans", "late_leaders", "late_units", "criteria", "movements", "targets", "provinces"]
COUNTS = ["total", "done", "done_late", "open", "overdue", "set_aside"]

if shutil.which("node") is None:
    print("skipped: node is missing")
    sys.exit(77)
module = pathlib.Path(os.environ.get("WARDPLAN_DUCKDB", ".")) / "node_modules/@duckdb/node-api"
if not module.is_dir():
    print("skipped: the module @duckdb/node-api is missing; WARDPLAN_DUCKDB names the folder with node_modules")
    sys.exit(77)


def corpus(folder):
    """The wards that the measurements are made of."""
    loader = importlib.machinery.SourceFileLoader("bench", str(top / "scripts/bench"))
    spec = importlib.util.spec_from_loader("bench", loader)
    bench = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    loader.exec_module(bench)
    bench.make_corpus(folder, WARDS)
    # Files of one name in several folders of a ward are several records.
    for ward in folder.glob("p*/w*"):
        for at, path in enumerate(sorted(ward.glob("20*.yaml"))):
            (ward / str(at)).mkdir()
            path.rename(ward / str(at) / "ke-hoach.yaml")


def run(*words):
    done = subprocess.run([wardplan, *words], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"FAILED: {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr[:2000]}")
    return done.stdout


def answers(folder):
    files = [str(top / "scripts/sql" / f"{name}.sql") for name in ASKED]
    done = subprocess.run(["node", str(top / "tests/duckdb.mjs"), str(folder), *files], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"FAILED: DuckDB on {folder}\n{done.stderr[-2000:]}")
    return dict(zip(ASKED, json.loads(done.stdout)))


def numbers(row, keys):
    return tuple(int(row[key]) for key in keys)


def same(what, ours, theirs):
    if ours == theirs:
        return len(ours)
    differ = [(key, ours.get(key), theirs.get(key)) for key in sorted(set(ours) | set(theirs), key=str)
              if ours.get(key) != theirs.get(key)]
    sys.exit(f"FAILED: {what}: (key, SQL, summary) {differ[:5]}, {len(differ)} in all")


def compare(asked, summary):
    compared = same("wards", {row["ward"]: numbers(row, COUNTS) for row in asked["wards"]},
                    {row["ward"]: numbers(row, COUNTS) for row in summary["wards"]})
    compared += same("plans", {row["plan"]: numbers(row, COUNTS) for row in asked["plans"]},
                     {"/".join(pathlib.Path(row["file"]).parts[-3:]): numbers(row, COUNTS)
                      for row in summary["plans"]})
    for late in ("late_leaders", "late_units"):
        compared += same(late, {(row["ward"], row["name"]): numbers(row, ["overdue", "done_late"]) for row in asked[late]},
                         {(row["ward"], "" if row["name"].startswith("(") else row["name"]):
                          numbers(row, ["overdue", "done_late"]) for row in summary[late]})
    compared += same("criteria",
                     {row["ward"]: (f"{row['groups_met']}/{row['groups']}", f"{row['contents_met']}/{row['contents']}",
                                    *numbers(row, ["not_met", "not_judged"])) for row in asked["criteria"]},
                     {row["ward"]: (row["groups"], row["contents"], *numbers(row, ["not_met", "not_judged"]))
                      for row in summary["criteria"]})
    models = ["models", "registered", "arisen", "effective", "proposed"]
    compared += same("movements", {row["ward"]: numbers(row, models) for row in asked["movements"]},
                     {row["ward"]: numbers(row, models) for row in summary["movements"]
                      if row["field"] == "mọi lĩnh vực"})
    return compared


with tempfile.TemporaryDirectory() as scratch:
    scratch = pathlib.Path(scratch)
    plans = scratch / "plans"
    corpus(plans)
    summary = json.loads(run("summary", plans, "--as-of", AS_OF, "--format", "json"))
    run("export", plans, "-o", scratch / "whole", "--as-of", AS_OF)
    whole = answers(scratch / "whole")
    compared = compare(whole, summary)
    if compared < 3 * WARDS or not whole["targets"] or not whole["provinces"]:
        sys.exit(f"FAILED: only {compared} rows were compared")
    run("export", plans, "-o", scratch / "csv", "--as-of", AS_OF, "--format", "csv", "--by", "province")
    if answers(scratch / "csv") != whole:
        sys.exit("FAILED: CSV, parted by province, gives other answers")
    for part, half in (("a", 0), ("b", 1)):
        folders = [path for at, path in enumerate(sorted(plans.glob("p*"))) if at % 2 == half]
        run("export", *folders, "-o", scratch / part, "--as-of", AS_OF, "--part", part)
    shutil.copytree(scratch / "b", scratch / "a", dirs_exist_ok=True)
    if answers(scratch / "a") != whole:
        sys.exit("FAILED: two parts laid together give other answers")
    print(f"{WARDS} wards: {compared} rows of {len(ASKED)} questions are those of summary; CSV and two parts agree")
