"""A language-server client for tests, the records of a small ward, and what is asked of answers."""

import json
import os
import pathlib
import subprocess
import sys
import time
import urllib.parse

BINARY = sys.argv[1]
PLANS = pathlib.Path(__file__).resolve().parents[2] / "plans"
CAN = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "hover": {"contentFormat": ["markdown", "plaintext"]},
        "publishDiagnostics": {"relatedInformation": True},
        "documentSymbol": {"hierarchicalDocumentSymbolSupport": True},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}
WARD = """kind: ward
format: 1
id: dong
name: phường Đông
people:
  - {id: kien, name: Nguyễn Trung Kiên, role: PCT UBND, aliases: [N. T. Kiên]}
  - {id: ha, name: Trần Thị Hà}
units:
  - {id: vhxh, name: Bộ phận VHXH}
  - {id: mttq, name: UB MTTQ phường}
"""
PLAN = """kind: plan
format: 1
ward: dong
year: 2023
title: Kế hoạch 😀 năm 2023
rows:
  - number: I
    heading: Môi trường
  - number: "1"
    title: Trồng 😀 cây
    leader: kien
    lead: [vhxh, mttq]
    due: Tháng 12/2023
    targets:
      - {name: cây xanh, goal: ">= 100 cây"}
    updates:
      - {date: 2023-06-15, status: in-progress, values: {cây xanh: 40 cây}}
  - number: "2"
    title: Dọn rác
    leader: N. T. Kiên
    lead: "vhxh"
    due: Tháng 3/2023
"""


class Client:
    """One editor: it sends what it is told to and keeps what comes back."""

    def __init__(self, *args, env=None):
        self.process = subprocess.Popen([BINARY, "lsp", *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env={**os.environ, "WARDPLAN_LANG": "vi", **(env or {})})
        self.last, self.told = 0, {}

    def raw(self, data):
        self.process.stdin.write(data)
        self.process.stdin.flush()

    def send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode()
        self.raw(b"Content-Length: %d\r\n\r\n" % len(body) + body)

    def notify(self, method, **params):
        self.send({"method": method, "params": params})

    def read(self):
        length = None
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line, "the server is gone"
            name, value = line.split(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]
        return message

    def ask(self, method, **params):
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        return self.answer(self.last)

    def answer(self, to):
        while (message := self.read()).get("id") != to or "method" in message:
            pass
        return message

    def result(self, method, **params):
        message = self.ask(method, **params)
        assert "result" in message, message
        return message["result"]

    def fault(self, method, **params):
        message = self.ask(method, **params)
        assert "error" in message, message
        return message["error"]

    def findings(self, uri, version=None):
        """What was found in a text, as it is in this version."""
        while uri not in self.told or (version is not None and self.told[uri].get("version") != version):
            self.read()
        return self.told[uri]["diagnostics"]

    def open(self, path, text, version=1):
        uri = uri_of(path)
        self.told.pop(uri, None)
        self.notify("textDocument/didOpen",
                    textDocument={"uri": uri, "languageId": "yaml", "version": version, "text": text})
        return uri

    def change(self, uri, version, *changes):
        self.notify("textDocument/didChange", textDocument={"uri": uri, "version": version},
                    contentChanges=list(changes))

    def start(self, can=None):
        answer = self.result("initialize", processId=None, rootUri=None, capabilities=can or CAN)
        self.notify("initialized")
        return answer["capabilities"]

    def end(self):
        self.result("shutdown")
        self.notify("exit")
        return self.process.wait(10)


def uri_of(path):
    return "file://" + urllib.parse.quote(str(path))


def place(text, needle, inside=0, units=16, nth=0):
    """The place of a text's part, `inside` characters behind its begin."""
    at = -1
    for _ in range(nth + 1):
        at = text.index(needle, at + 1)
    at += inside
    line = text.count("\n", 0, at)
    before = text[text.rfind("\n", 0, at) + 1:at]
    count = len(before.encode("utf-16-le")) // 2 if units == 16 else len(before.encode())
    return {"line": line, "character": count}


def equal(seen, wanted, about):
    assert seen == wanted, f"{about}:\nseen   {seen!r}\nwanted {wanted!r}"


def has(text, *parts):
    for part in parts:
        assert part in text, f"`{part}` isn't in:\n{text}"


def text_under(text, found):
    lines = text.split("\n")
    begin, end = found["start"], found["end"]
    assert begin["line"] == end["line"], found
    units = lines[begin["line"]].encode("utf-16-le")
    return units[2 * begin["character"]:2 * end["character"]].decode("utf-16-le")


def labels(answer):
    return [item["label"] for item in answer["items"]]


def lay(folder):
    """A ward of two files in a folder whose name must be escaped in addresses."""
    ward = folder / "Phường Đông (mới) 😀"
    ward.mkdir()
    (folder / ".git").mkdir(exist_ok=True)
    write_records(ward)
    return ward


def write_records(ward):
    (ward / "ward.yaml").write_text(WARD)
    (ward / "2023.yaml").write_text(PLAN)


def apply(edit, uri, text):
    """The text after an edit, which the editor would make."""
    changes = {c["textDocument"]["uri"]: c["edits"] for c in edit["documentChanges"]}[uri]
    lines = [line.encode("utf-16-le") for line in text.split("\n")]
    for change in sorted(changes, key=lambda c: (c["range"]["start"]["line"], -c["range"]["start"]["character"])):
        begin, end = change["range"]["start"], change["range"]["end"]
        line = lines[begin["line"]]
        lines[begin["line"]] = line[:2 * begin["character"]] + change["newText"].encode("utf-16-le") + line[2 * end["character"]:]
    return "\n".join(line.decode("utf-16-le") for line in lines)


def measure(folder, records=36):
    """How long a change takes until its findings are there, in a folder of many records."""
    ward = lay(folder)
    plans = PLANS / "long-bien"
    (ward / "ward.yaml").write_text((plans / "ward.yaml").read_text())
    text = (plans / "2023-chu-de.yaml").read_text()
    (ward / "2023.yaml").unlink()
    for year in range(records):
        (ward / f"{year}.yaml").write_text(text.replace("year: 2023", f"year: {2000 + year}"))
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri = client.open(ward / "23.yaml", text)
    client.findings(uri, 1)
    spent = []
    at = place(text, "title: Biểu", 7)
    for version in range(2, 12):
        begin = time.monotonic()
        client.change(uri, version, {"range": {"start": at, "end": at}, "text": "x"})
        client.findings(uri, version)
        spent.append(time.monotonic() - begin)
    spent.sort()
    print(f"{records} records of {len(text.encode()) >> 10} KiB: {spent[5] * 1000:.0f} ms (median)")
    client.end()
