#!/usr/bin/env python3
"""What `check` prints for CI is what those who read it take.

ci_formats.py WARDPLAN PLANS SOURCE: checks the plans, and a folder with broken records, in each format, and counts the
findings beside those of `--format json`: GitHub's commands by their syntax, GitLab's report by its keys, JUnit's as XML,
SARIF as JSON and, with WARDPLAN_SARIF=its schema and the Python module jsonschema, by its schema. With pre-commit the hook
of SOURCE is run for real. What is not to be had is named and left out.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

wardplan, plans, source = sys.argv[1:4]
COMMAND = re.compile(r"::(error|warning|notice) file=[^,:]+,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=\w+::[^\n]+")
BROKEN = {"a/ward.yaml": "kind: ward\nformat: 1\nid: a\nname: 100%, <b> & \"c\"\n",
          "a/b,c: d%.yaml": "kind: plan\nformat: 1\nward: a\nyear: 2026\ntitle: x\nrows:\n"
                            "  - {number: 1, titel: \"a\\tb\"}\n  - {number: 1, titel: c}\n",
          "a/\u0061\u0301.yaml": "kind: plan\n\tformat: 1\n",
          # Names that would be more than a name to a terminal, a log or a viewer.
          "a/x\n::error::y.yaml": "kind: plan\n",
          "a/\x1b[31mred.yaml": "kind: plan\n",
          os.fsdecode(b"a/\xff\xc3.yaml"): "kind: plan\n",
          "a/link.yaml": "kind: plan\nformat: 1\n[here](sarif:0): \"{0} [b](1) \\e[31m\"\n"
                         "ward: \"[here](1) {0} a\\\\b\"\nyear: 2026\n"}
WARD = """kind: ward
format: 1
id: mau
name: phường Mẫu
units:
  - {id: vh, name: Bộ phận Văn hóa}
"""
PERSON = """people:
  - {id: an, name: Trần Văn An}
"""
PLAN = """kind: plan
format: 1
ward: mau
year: 2026
title: Kế hoạch
rows:
  - {number: "1", title: Trồng cây xanh, leader: an, lead: vh, due: Tháng 12/2026}
"""
UNREAD = ["nope.yaml", "no\n\x1b[1mpe.yaml"]


def check(path, form, ends=None):
    done = subprocess.run([wardplan, "check", *([path] if isinstance(path, str) else path), "--format", form, "--lang", "en"],
                          capture_output=True)
    assert ends is None or done.returncode == ends, (done.returncode, done.stderr)
    text = done.stdout.decode()
    assert not re.search("[\0-\x09\x0b-\x1f\x7f-\x9f]", text), [line for line in text.splitlines() if "\x1b" in line]
    return text


def shown(name):
    """A name as it is shown: as JSON has it, and in one line."""
    return re.sub("[\0-\x1f\udc80-\udcff]", "\ufffd", name.replace("\n", " "))


def plain(text):
    """A message of SARIF as a viewer shows it, which has no links and places for words."""
    assert not re.search(r"(?<![{])(?:[{][{])*[{]\d+[}]", text), text
    bare = re.sub(r"\\\\", "", text)
    assert not re.search(r"(?<!\\)\[(?:\\.|[^\\\[\]])*\]\(", bare), text
    return re.sub(r"\\([\\\[\]])", r"\1", text) if "](" in text else text


def unread():
    """What can't be read is an error of JUnit's, and no successful run of SARIF's."""
    paths = ["broken", *UNREAD]
    suites = xml.fromstring(check(paths, "junit", 2))
    errors = [case.get("name") for case in suites.iter("testcase") if case.find("error") is not None]
    assert errors == [shown(path) for path in UNREAD], errors
    assert sum(int(suite.get("errors")) for suite in suites) == len(UNREAD)
    assert sum(int(suite.get("tests")) for suite in suites) == len(list(suites.iter("testcase")))
    [said] = valid(json.loads(check(paths, "sarif", 2)))["runs"][0]["invocations"]
    assert said["executionSuccessful"] is False
    notes = said["toolExecutionNotifications"]
    assert [note["level"] for note in notes] == ["error"] * len(UNREAD) and "nope.yaml" in notes[0]["message"]["text"], notes
    os.mkdir("empty")
    [said] = valid(json.loads(check("empty", "sarif", 2)))["runs"][0]["invocations"]
    assert said["executionSuccessful"] is False and len(said["toolExecutionNotifications"]) == 1
    assert sum(int(suite.get("errors")) for suite in xml.fromstring(check("empty", "junit", 2))) == 1


def valid(sarif):
    """The same, which the schema of SARIF has nothing against."""
    schema = os.environ.get("WARDPLAN_SARIF")
    try:
        import jsonschema
    except ImportError:
        schema = None
    if schema is None:
        print("left out: the schema of SARIF: no WARDPLAN_SARIF, or no Python module jsonschema")
        return sarif
    schema = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(sarif)
    return sarif


def same(path):
    findings = json.loads(check(path, "json"))["findings"]
    count = len(findings)
    check(path, "text")
    assert len(check(path, "short").splitlines()) == count
    lines = check(path, "github").splitlines()
    assert len(lines) == count and all(COMMAND.fullmatch(line) for line in lines), lines
    for line, one in zip(lines, findings):
        file = re.sub("%(..)", lambda sign: chr(int(sign[1], 16)), line.split("file=")[1].split(",line=")[0])
        assert file == shown(one["file"]), (file, one["file"])
    report = json.loads(check(path, "gitlab"))
    assert [one["location"]["lines"]["begin"] for one in report] == [one["line"] for one in findings]
    assert len({one["fingerprint"] for one in report}) == count
    suites = xml.fromstring(check(path, "junit"))
    failed = {one.get("name") for one in suites.iter("testcase") if one.find("failure") is not None}
    errors = {one["file"] for one in findings if one["severity"] == "error"}
    assert failed == {shown(file) for file in errors}, (failed, errors)
    assert sum(int(suite.get("failures")) for suite in suites) == len(failed)
    run = valid(json.loads(check(path, "sarif")))["runs"][0]
    assert run["invocations"] == [{"executionSuccessful": True}]
    assert len(run["results"]) == count
    assert {one["ruleId"] for one in run["results"]} == {one["id"] for one in run["tool"]["driver"]["rules"]}
    for result, one in zip(run["results"], findings):
        said = plain(result["message"]["text"]).replace("{{", "{").replace("}}", "}")
        assert said.split("\n")[0] == shown(one["message"]).split("\n")[0], (said, one["message"])
        for place in result["locations"] + result.get("relatedLocations", []):
            plain(place.get("message", {"text": ""})["text"])
    print(f"{path}: {count} findings")


def hook(folder):
    """The hook says of each commit what `check` says of all records: of one that only changes a register, or removes it, too."""
    if not shutil.which("pre-commit") or not shutil.which("git"):
        return print("left out: pre-commit: it isn't there, or git")
    repository = pathlib.Path(folder, "repository")
    shutil.copytree(plans, repository / "plans")
    ward = repository / "plans" / "mau" / "ward.yaml"
    ward.parent.mkdir()
    (ward.parent / "2026.yaml").write_text(PLAN, encoding="utf-8")
    ward.write_text(WARD + PERSON, encoding="utf-8")
    clean = {**os.environ, "PATH": f"{pathlib.Path(wardplan).resolve().parent}:{os.environ['PATH']}",
             "PRE_COMMIT_HOME": f"{folder}/home", "GIT_CONFIG_GLOBAL": "/dev/null"}
    commit = ("-c", "user.name=a", "-c", "user.email=a@b.c", "commit", "-qm", "all")

    def run(*command):
        return subprocess.run(command, cwd=repository, env=clean, capture_output=True, text=True)

    # The hook of the work tree as it is, by a copy that is a repository of its own.
    own = pathlib.Path(folder, "hooks")
    own.mkdir()
    shutil.copy(pathlib.Path(source) / ".pre-commit-hooks.yaml", own)
    for command in (("init", "-q"), ("add", "."), commit):
        subprocess.run(["git", *command], cwd=own, env=clean, check=True)
        subprocess.run(["git", *command], cwd=repository, env=clean, check=True)

    def checked():
        """What it says of what is staged, and whether that is what `check` says of all records."""
        run("git", "add", "-A")
        told = run("pre-commit", "try-repo", str(own), "wardplan", "--verbose")
        ends = run(wardplan, "check", "plans").returncode
        assert (told.returncode == 0) == (ends == 0), told.stdout + told.stderr
        staged = run("pre-commit", "try-repo", str(own), "wardplan-staged", "--verbose")
        ends = run(wardplan, "check", "plans", "--staged").returncode
        assert (staged.returncode == 0) == (ends == 0), staged.stdout + staged.stderr
        run("git", *commit)
        return told.stdout

    assert "R311" not in checked()
    ward.write_text(WARD, encoding="utf-8")
    told = checked()
    assert "R311" in told, told
    ward.unlink()
    told = checked()
    assert "S206" in told, told
    (repository / "plans" / "x.yaml").write_text("kind: plan\n", encoding="utf-8")
    told = checked()
    assert "S203" in told, told
    print("pre-commit ran the hook")


with tempfile.TemporaryDirectory() as folder:
    for name, text in BROKEN.items():
        path = pathlib.Path(folder, "broken", name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    os.chdir(folder)
    same(plans)
    same("broken")
    unread()
    hook(folder)
