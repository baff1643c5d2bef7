#!/usr/bin/env python3
"""What editors say of records by `wardplan schema` beside what `wardplan check` says of their shape.

record_schema.py WARDPLAN PLANS [FILES]: changes or removes keys and values of the plans' records at random, FILES times
(300), and asks `check`, jsonschema (a Python module) and yaml-language-server (in PATH, or WARDPLAN_YAML_LS) whether the file has
the shape of a record: both must say the same. Of the server's hover and completion one each is asked for.
What is not to be had is named and left out; with neither of them the test is skipped.
"""
import difflib
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

wardplan, plans = sys.argv[1:3]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 300
# Unknown kind and key, missing key, wrong type, impossible value, neither heading nor item.
SHAPE = {"S201", "S202", "S203", "S204", "S205", "S207"}
DATES = {"date", "from", "until", "registered", "published", "deadline"}
NUMBERS = {"year", "format", "percent", "cutoff"}
# What only the record or its register can tell to be right.
KNOWN = {"id", "status"}
WORDS = {"closes", "group", "applies", "counts", "counts_as"}

# What chance may miss: each of these in place of what it is beside.
PLAN = """kind: plan
format: 1
ward: mau
year: 2026
title: Kế hoạch
document:
  text:
    - {number: I, heading: Mục}
    - {text: Đoạn}
rows:
  - {number: I, heading: Mục, declares: 1 việc}
  - {number: "1", title: Một, targets: [{goal: 5 cây}]}
reporting:
  - {id: bao-cao, title: Báo cáo, due: Tháng 3/2026}
"""
WARD = """kind: ward
format: 1
id: mau
name: phường Mẫu
cutoff: 25
groups: {huyện: Mẫu}
"""
LIST = """kind: catalogue
format: 1
id: mau
name: Bộ tiêu chí
rows:
  - {number: "1", heading: Mục}
  - {number: "1.1", title: Một, targets: [{goal: ">= 90%"}]}
"""
SETTINGS = """kind: settings
format: 1
lang: vi
soon: 30
layout: dang
check: {fail-on: error}
build: {format: [docx], only: report}
accepted:
  - {code: P402, reason: như vậy}
severities:
  - {code: [P402, P401], severity: note}
"""
ODD = [(SETTINGS, {"lang: vi": ["lang: fr", "lang: null", "language: vi"],
                   "soon: 30": ["soon: 0", 'soon: "9"', 'soon: "3660"', "soon: 3660", 'soon: "3661"', "soon: 3661", "soon: -1"],
                   "layout: dang": ["layout: dangg", "layout: [dang]"],
                   "{fail-on: error}": ["error", "{fail-on: note}", "{}"],
                   "format: [docx]": ["format: docx", "format: [docs]", "format: []"],
                   ", reason: như vậy": ["", ', reason: ""', ", note: a"],
                   "severity: note": ["severity: error", "severity: warning"]}),
       (PLAN, {"format: 1": ["format: 2", 'format: "1"', "format: 0"],
               "year: 2026": ["year: 26", "year: 0", 'year: "1899"', 'year: "1900"', "year: 2199", "year: 2200", 'year: "19000"'],
               "title: Một": ['title: "  "', 'title: "\\n"', "heading: Một", "heading: Một, title: Hai", "note: a"],
               ", due: Tháng 3/2026": ["", ", targets: []", ", targets: [{goal: 5 cây}]", ", due: null", ", due: Tháng 3, closes: results"],
               "heading: Mục, declares: 1 việc": ["title: Mục, declares: 1 việc", "heading: Mục, targets: [{goal: 5 cây}]",
                                                  "heading: Mục, targets: []", "heading: Mục, updates: []"],
               "{text: Đoạn}": ["{note: a}", "{text: Đoạn, heading: Mục}", "{text: Đoạn, declares: 2 mục}",
                                "{heading: Mục, targets: [{goal: 5 cây}]}"],
               "    - {number: I, heading: Mục}\n    - {text: Đoạn}": ["    []"]}),
       (WARD, {"cutoff: 25": ["cutoff: 0", "cutoff: 1", 'cutoff: "28"', "cutoff: 29", 'cutoff: "31"'],
               "{huyện: Mẫu}": ['{huyện: "  "}', '{"  ": Mẫu}', "{}"]}),
       (LIST, {'goal: ">= 90%"': ['compare: ">=", with: a', 'compare: "=", with: a', 'compare: ">="', "with: a", "name: a",
                                  'goal: ">= 90%", with: a']})]

try:
    import yaml
except ImportError:
    print("skipped: the Python module yaml is missing")
    sys.exit(77)


class Core(yaml.SafeLoader):
    """Plain scalars as YAML 1.2 has them: no days, and of yes and no only true and false."""
    yaml_implicit_resolvers = {}


for tag, words, first in (("null", r"~|null|Null|NULL|", "~nN"), ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
                          ("int", "[-+]?[0-9]+", "-+0123456789"),
                          ("float", r"[-+]?([0-9]+\.[0-9]*|\.[0-9]+)([eE][-+]?[0-9]+)?", "-+.0123456789")):
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(f"^(?:{words})$"), list(first) + [""] * (tag == "null"))
# `010` is ten, and no number in octal.
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))


def scalars(node, key=None):
    """Each key and each value of a record with its place in the text: (is it a key, of which key, node)."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            yield True, name.value, name
            yield from scalars(value, name.value)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from scalars(item, key)
    else:
        yield False, key, node


def pairs(node):
    """Each key with its value."""
    if isinstance(node, yaml.MappingNode):
        for pair in node.value:
            yield pair
            yield from pairs(pair[1])
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from pairs(item)


def without_key(rand, text):
    """The text without one key and what stands under it."""
    key, value = rand.choice(list(pairs(yaml.compose(text, yaml.BaseLoader))))
    begin = key.start_mark.index
    end = begin + len(text[begin:value.end_mark.index].rstrip())
    before, behind = text[:begin], text[end:]
    if behind.startswith(","):
        behind = behind[1:]
    elif before.endswith(", "):
        before = before[:-2]
    # A line of which nothing is left goes, too.
    if behind.startswith("\n") and before.rpartition("\n")[2].strip() == "":
        before, behind = before.rpartition("\n")[0], behind
    return before + behind


def changed(rand, text):
    """The text with one key or value changed or removed, or None where nothing fits."""
    if rand.random() < 0.25:
        return without_key(rand, text)
    is_key, key, node = rand.choice(list(scalars(yaml.compose(text, yaml.BaseLoader))))
    begin, end = node.start_mark.index, node.end_mark.index
    if node.value == "" or "\n" in text[begin:end] or text[begin:begin + 1] in "|>":
        return None
    if is_key:
        new = rand.choice([node.value + "x", node.value.upper(), "ghi_chú"])
    elif key in DATES:
        new = rand.choice(["2026-02-03", "2026-13-01", "3/2/2026", "[]", "{a: b}"])
    elif key == "percent":
        new = rand.choice(["101", '"101%"', "60 %", "007", "null"])
    elif key in NUMBERS:
        new = rand.choice(["hai", "12x", "[1]", "{a: b}", '"%s"' % node.value, "2", "0", "26", '"26"', "1899", "1900", "2199",
                           '"2199"', "2200", "28", "29"])
    elif key in WORDS:
        new = rand.choice(["lạ", "[]", "{a: b}", '"%s"' % node.value])
    elif key in KNOWN:
        new = rand.choice(["[[a]]", "{a: b}", '""'])
    else:
        new = rand.choice(['"Một chữ khác"', "7", "7.5", "{a: b}", '""', "[[a]]", "null", "true", '"  "', '"\\t"', '"\\u00a0"'])
    return text[:begin] + new + text[end:]


def is_whole(text):
    """What `check` says of its shape; None where it is no YAML as records are."""
    done = subprocess.run([wardplan, "check", "-", "--format", "json"], input=text, capture_output=True, text=True)
    codes = {finding["code"] for finding in json.loads(done.stdout)["findings"]}
    return None if any(code.startswith("Y1") for code in codes) else not codes & SHAPE


def by_jsonschema(schema, texts):
    try:
        import jsonschema
    except ImportError:
        print("left out: the Python module jsonschema")
        return None
    judge = jsonschema.Draft7Validator(schema, format_checker=jsonschema.FormatChecker(["date"]))
    return [judge.is_valid(yaml.load(text, Core)) for text in texts]


class Server:
    """A client of yaml-language-server over stdio."""

    def __init__(self, program, schema):
        self.process = subprocess.Popen([program, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.asked = 0
        self.settings = {"yaml": {"schemas": {schema: ["*.yaml"]}, "validate": True, "hover": True, "completion": True,
                                  "schemaStore": {"enable": False}}}
        self.ask("initialize", {"processId": None, "rootUri": None, "capabilities": {
            "workspace": {"configuration": True}, "textDocument": {"publishDiagnostics": {}}}})
        self.send("initialized", {})
        self.send("workspace/didChangeConfiguration", {"settings": self.settings})

    def write(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def send(self, method, params):
        self.write({"method": method, "params": params})

    def read(self):
        length = 0
        while (line := self.process.stdout.readline().strip()):
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            section = [self.settings.get(item.get("section"), {}) for item in message["params"].get("items", [])] \
                if message["method"] == "workspace/configuration" else None
            self.write({"id": message["id"], "result": section})
        return message

    def ask(self, method, params):
        self.asked += 1
        self.write({"id": self.asked, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == self.asked and "method" not in message:
                return message.get("result")

    def opened(self, uri, text):
        """What it says of a file: its diagnostics."""
        self.send("textDocument/didOpen",
                  {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}})
        while True:
            message = self.read()
            if message.get("method") == "textDocument/publishDiagnostics" and message["params"]["uri"] == uri:
                return message["params"]["diagnostics"]

    def closed(self, uri):
        self.send("textDocument/didClose", {"textDocument": {"uri": uri}})


def by_server(schema, texts, folder):
    program = os.environ.get("WARDPLAN_YAML_LS") or shutil.which("yaml-language-server")
    if not program:
        print("left out: yaml-language-server: neither in PATH nor WARDPLAN_YAML_LS")
        return None
    path = os.path.join(folder, "schema.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(schema, file)
    server = Server(program, pathlib.Path(path).as_uri())
    whole = []
    for at, text in enumerate(texts):
        uri = f"file://{folder}/{at}.yaml"
        whole.append(not server.opened(uri, text))
        server.closed(uri)
    uri = f"file://{folder}/ask.yaml"
    server.opened(uri, "kind: plan\nformat: 1\nrows:\n  - number: 1\n    lead: a\n    \n")
    at = {"textDocument": {"uri": uri}, "position": {"line": 4, "character": 6}}
    hover = json.dumps(server.ask("textDocument/hover", at), ensure_ascii=False)
    offered = server.ask("textDocument/completion", {**at, "position": {"line": 5, "character": 4}})
    server.process.kill()
    if "đơn vị chủ trì" not in hover:
        sys.exit(f"hover over `lead`: {hover}")
    if "support" not in {item["label"] for item in offered["items"]}:
        sys.exit(f"completion of a row: {[item['label'] for item in offered['items']]}")
    return whole


def check_init(folder):
    """The first line of each record that `init` makes leads to the schema."""
    subprocess.run([wardplan, "init", os.path.join(folder, "mau"), "--name", "phường Mẫu", "--schema"], check=True,
                   capture_output=True)
    made = pathlib.Path(folder, "mau")
    for record in made.glob("*.yaml"):
        path = record.read_text(encoding="utf-8").split("\n")[0].removeprefix("# yaml-language-server: $schema=")
        if (made / path).read_bytes() != subprocess.check_output([wardplan, "schema"]):
            sys.exit(f"{record}: {path} is not what `schema` prints")


def main():
    rand = random.Random(19)
    schema = json.loads(subprocess.check_output([wardplan, "schema"]))
    records = [path.read_text(encoding="utf-8") for path in sorted(pathlib.Path(plans).rglob("*.yaml"))]
    texts, said, origins = list(records), [True] * len(records), list(records)
    for record, odd in ODD:
        for text in [record, *(record.replace(old, new) for old, news in odd.items() for new in news)]:
            texts.append(text)
            said.append(is_whole(text))
            origins.append(record)
    assert None not in said and True in said[len(records):] and False in said
    fixed = len(texts)
    while len(texts) < COUNT + fixed:
        record = rand.choice(records)
        text = changed(rand, record)
        whole = is_whole(text) if text else None
        if whole is not None:
            texts.append(text)
            said.append(whole)
            origins.append(record)
    with tempfile.TemporaryDirectory() as folder:
        check_init(folder)
        judges = {"jsonschema": by_jsonschema(schema, texts), "yaml-language-server": by_server(schema, texts, folder)}
    judges = {name: whole for name, whole in judges.items() if whole is not None}
    if not judges:
        sys.exit(77)
    bad = 0
    for name, whole in judges.items():
        for at, (ours, theirs) in enumerate(zip(said, whole)):
            if ours == theirs:
                continue
            bad += 1
            lines = [line for line in difflib.ndiff(origins[at].split("\n"), texts[at].split("\n")) if line[0] in "+-"]
            print(f"{name} says {theirs}, check {ours}: {lines[:6]}")
        print(f"{name}: {len(whole)} files, {said.count(False)} without the shape of a record")
    sys.exit(1 if bad else 0)


main()
