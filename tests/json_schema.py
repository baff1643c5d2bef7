#!/usr/bin/env python3
"""json_schema.py PROGRAM CASES PLANS: every JSON that a case expects, and what each command gives
of the shipped plans, held against the schema that the program prints; by jsonschema where it is
installed, else by as much of it as the schema needs."""

import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "null": type(None)}


def is_of(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def faults(value, schema, whole, where=""):
    """What of `value` the schema doesn't allow."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix("#/$defs/").replace("~1", "/")
        return faults(value, whole["$defs"][name], whole, where)
    if "anyOf" in schema:
        each = [faults(value, one, whole, where) for one in schema["anyOf"]]
        # Those of the kind that it says, or that it is nearest to.
        return min(each, key=lambda some: (any("/kind: " in one for one in some), len(some)))
    if "const" in schema:
        return [] if value == schema["const"] else [f"{where}: {value!r}"]
    names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(is_of(value, name) for name in names):
        return [f"{where}: {value!r} is none of {names}"]
    found = []
    if isinstance(value, str) and not re.search(schema.get("pattern", ""), value):
        found.append(f"{where}: {value!r}")
    if isinstance(value, list):
        for at, one in enumerate(value):
            found += faults(one, schema["items"], whole, f"{where}/{at}")
    if isinstance(value, dict) and "properties" in schema:
        found += [f"{where}/{key}: missing" for key in schema["required"] if key not in value]
        patterns = schema.get("patternProperties", {}).items()
        for key, one in value.items():
            of_key = schema["properties"].get(key) or next(
                (of for pattern, of in patterns if re.search(pattern, key)), None)
            found += (faults(one, of_key, whole, f"{where}/{key}") if of_key
                      else [f"{where}/{key}: unknown"])
    return found


def faults_of(value, schema):
    try:
        import jsonschema
    except ImportError:
        return faults(value, schema, schema)
    if jsonschema.Draft202012Validator(schema).is_valid(value):
        return []
    return faults(value, schema, schema) or ["refused by jsonschema"]


def documents(case):
    """What a case expects as JSON, and whether it is one row of a table."""
    sections = re.split(r"^-- (.*) --$", case, flags=re.MULTILINE)
    asked = re.search(r"^\$ .*", case, re.MULTILINE).group()
    # Exported tables have a schema of their own beside them.
    if asked.startswith("$ wardplan export "):
        return
    for name, text in zip(sections[1::2], sections[2::2]):
        text = text.lstrip("\n")
        lines = name == "stdout" and "--format jsonl" in asked
        if lines or re.match(r"after/.*(?<!manifest)\.jsonl$", name):
            yield from ((True, json.loads(line)) for line in text.splitlines() if line)
        elif name == "stdout" and "--format json" in asked and text.startswith("{"):
            yield False, json.loads(text)
        elif re.match(r"after/.*\.json$", name):
            yield False, json.loads(text)


def answers(program, plans):
    """What each command gives of the plans, with the command line."""
    def run(*args):
        done = subprocess.run([program, *args, "--as-of", "2023-11-20", "--format", "json"],
                              capture_output=True, check=False)
        return (" ".join(args), json.loads(done.stdout)) if done.stdout else None

    def plain(*args):
        done = subprocess.run([program, *args, "--format", "json"], capture_output=True, check=True)
        return " ".join(args), json.loads(done.stdout)

    items = run("list", plans)
    yield items
    yield from (run("due", plans), run("check", plans))
    yield run("summary", plans, "--explain", "--by", "district", "--period", "2023-Q2")
    yield from (plain("explain"), plain("explain", "P401"), plain("templates", "list"),
                plain("templates", "fields", "report"), plain("explain-date", "Tháng 6, 11/2023"))
    shown = {}
    for row in items[1]["rows"]:
        shown.setdefault(row["file"], []).append(row["address"])
    for path, addresses in shown.items():
        yield from (run("table", path, "--with-state"), run("verdict", path))
        yield from (run("form", form, path) for form in ("m2", "m3"))
        yield run("report", path, "--period", "2023")
        # Of many alike some: first, last, and every ninth.
        yield from (run("show", path, address) for address in addresses[::9] + addresses[-1:])


def answers_of_git(program, plans):
    """What the commands give that read from git, of a plan that was committed and updated."""
    git = ["git", "-c", "user.name=An", "-c", "user.email=an@mau.vn"]
    with tempfile.TemporaryDirectory() as folder:
        ward = pathlib.Path(folder) / "long-bien"
        shutil.copytree(pathlib.Path(plans) / "long-bien", ward)
        plan = str(ward / "2023-chu-de.yaml")
        for words in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
            subprocess.run([*git, *words], cwd=folder, check=True)
        subprocess.run([program, "update", plan, "I.2.4.1", "done", "--value", "94%", "--date",
                        "2023-11-20", "--force"], capture_output=True, check=True)
        for words in (["log", plan, "I.2.4.1"], ["diff", plan]):
            done = subprocess.run([program, *words, "--format", "json"], capture_output=True,
                                  check=True)
            yield words[0], json.loads(done.stdout)


def main():
    program, cases, plans = sys.argv[1:]
    schema = json.loads(subprocess.check_output([program, "schema", "output"]))
    of_rows = {"anyOf": [{"$ref": "#/$defs/" + name.replace("/", "~1")}
                         for name in schema["$defs"] if name.endswith("/rows")],
               "$defs": schema["$defs"]}
    values = [(path.name, is_row, value) for path in sorted(pathlib.Path(cases).rglob("*.test"))
              for is_row, value in documents(path.read_text(encoding="utf-8"))]
    values += [(answer[0], False, answer[1]) for answer in answers(program, plans) if answer]
    unseen = set()
    if shutil.which("git"):
        values += [(name, False, value) for name, value in answers_of_git(program, plans)]
    else:
        print("git isn't installed: nothing is told of it")
        unseen = {"log"}
    bad = 0
    for name, is_row, value in values:
        found = faults_of(value, of_rows if is_row else schema)
        bad += bool(found)
        for fault in found:
            print(f"{name}: {fault}")
    kinds = {value.get("kind") for _, is_row, value in values if not is_row}
    of_schema = {name for name in schema["$defs"] if "/" not in name and name != "columns"}
    unseen = of_schema - kinds - {"findings"} - unseen
    print(f"{len(values)} documents and rows, {bad} against the schema; never seen: {unseen}")
    return 1 if bad or unseen else 0


sys.exit(main())
