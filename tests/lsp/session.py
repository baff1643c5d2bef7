#!/usr/bin/env python3
"""An editor's session with the language server: session.py BINARY [--times | --lay FOLDER]."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True  # the sources stay as they are
# pylint: disable=wrong-import-position
from client import (BINARY, PLAN, PLANS, WARD, Client, apply, equal, has, labels, lay, measure, place, text_under,
                    uri_of, write_records)


def test_as_check(folder):
    """What is told of the wards that come with the program is what `check` tells of each."""
    (folder / ".git").mkdir()
    shutil.copytree(PLANS, folder / "plans")
    client = Client("--as-of", "2023-11-05")
    client.start()
    for plan in sorted(folder.glob("plans/*/2*.yaml")):
        said = subprocess.run([BINARY, "check", "--format", "json", "--as-of", "2023-11-05", str(plan.parent)],
                              capture_output=True, env={**os.environ, "WARDPLAN_LANG": "vi"}, check=False)
        # Columns count characters there, and units here: none of these plans has one of two units.
        wanted = sorted((f["code"], f["line"] - 1, f["column"] - 1) for f in json.loads(said.stdout)["findings"]
                        if pathlib.Path(f["file"]) == plan)
        found = client.findings(client.open(plan, plan.read_text()))
        seen = sorted((d["code"], *d["range"]["start"].values()) for d in found)
        assert wanted, plan
        equal(seen, wanted, plan.name)
    equal(client.end(), 0, "exit")


def test_findings(folder):
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    equal(client.start()["positionEncoding"], "utf-16", "units")
    uri = client.open(ward / "2023.yaml", PLAN)
    # A part of a line behind an emoji is changed, and then back again.
    wrong = PLAN.replace("leader: kien", "leader: kiem")
    end = place(PLAN, "leader: kien", 12)
    client.change(uri, 2, {"range": {"start": {**end, "character": end["character"] - 1}, "end": end}, "text": "m"})
    found = [d for d in client.findings(uri, 2) if d["severity"] == 1]
    equal([text_under(wrong, d["range"]) for d in found], ["kiem"], "place of the error")
    equal((found[0]["source"], found[0]["code"][0]), ("wardplan", "R"), "source and code")
    has(found[0]["message"], "kien")
    after = place(wrong, "Trồng 😀 cây", len("Trồng 😀 "))
    client.change(uri, 3, {"text": PLAN},
                  {"range": {"start": after, "end": after}, "text": "🌳 "})
    assert not [d for d in client.findings(uri, 3) if d["severity"] == 1], client.told[uri]
    # A register that isn't saved tells of the plan beside it, whether that is open or not.
    other = client.open(ward / "ward.yaml", WARD.replace("id: ha,", "id: kien,"))
    twice = [d for d in client.findings(other) if "relatedInformation" in d]
    equal(twice[0]["relatedInformation"][0]["location"]["uri"], other, "second place")
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    client.told.clear()
    client.change(other, 2, {"text": WARD.replace("id: vhxh", "id: vh-xh")})
    assert [d for d in client.findings(uri) if d["severity"] == 1], "a file that isn't open"
    equal(client.end(), 0, "exit")
    equal((ward / "ward.yaml").read_text() + (ward / "2023.yaml").read_text(), WARD + PLAN, "files")


def test_navigation(folder):
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri, register = client.open(ward / "2023.yaml", PLAN), uri_of(ward / "ward.yaml")
    here = {"uri": uri}

    def leads(needle, inside=0, nth=0):
        found = client.result("textDocument/definition", textDocument=here, position=place(PLAN, needle, inside, nth=nth))
        text = PLAN if found["uri"] == uri else WARD
        return found["uri"], text_under(text, found["range"])

    equal(leads("leader: kien", 9), (register, "kien"), "a leader")
    equal(leads("N. T. Kiên", 2), (register, "kien"), "an alias")
    equal(leads("mttq", 1), (register, "mttq"), "a unit")
    equal(leads("ward: dong", 7), (register, "dong"), "the ward")
    equal(leads("cây xanh: 40", 2), (uri, "cây xanh"), "a target")
    equal(client.result("textDocument/definition", textDocument=here, position=place(PLAN, "year")), None, "a key")
    found = client.result("textDocument/references", textDocument=here, position=place(PLAN, "vhxh", 1),
                          context={"includeDeclaration": True})
    equal(sorted((f["uri"] == uri, f["range"]["start"]["line"]) for f in found), [(False, 8), (True, 11), (True, 20)],
          "all places of a unit")
    equal(len(client.result("textDocument/documentHighlight", textDocument=here, position=place(PLAN, "vhxh"))), 2,
          "places in one text")
    outline = client.result("textDocument/documentSymbol", textDocument=here)
    equal([s["name"] for s in outline], ["I Môi trường"], "outline")
    equal([s["name"] for s in outline[0]["children"]], ["I.1 Trồng 😀 cây", "I.2 Dọn rác"], "below it")
    equal(client.end(), 0, "exit")


def test_rename(folder):
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri, register = client.open(ward / "2023.yaml", PLAN), uri_of(ward / "ward.yaml")
    here = {"textDocument": {"uri": uri}, "position": place(PLAN, "vhxh", 1)}
    equal(client.result("textDocument/prepareRename", **here)["placeholder"], "vhxh", "what is renamed")
    edit = client.result("textDocument/rename", **here, newName="van-hoa")
    equal(apply(edit, uri, PLAN), PLAN.replace("vhxh", "van-hoa"), "the plan")
    equal(apply(edit, register, WARD), WARD.replace("id: vhxh", "id: van-hoa"), "the register")
    has(client.fault("textDocument/rename", **here, newName="mttq")["message"], "mttq")
    has(client.fault("textDocument/rename", **here, newName="Văn hóa")["message"], "van-hoa")
    person = {"textDocument": {"uri": uri}, "position": place(PLAN, "leader: kien", 9)}
    edit = client.result("textDocument/rename", **person, newName="trung-kien")
    equal(apply(edit, uri, PLAN), PLAN.replace("leader: kien", "leader: trung-kien"), "a name stays")
    row = {"textDocument": {"uri": uri}, "position": place(PLAN, 'number: "2"', 9)}
    has(client.fault("textDocument/rename", **row, newName="3")["message"], "renumber")
    nothing = {"textDocument": {"uri": uri}, "position": place(PLAN, "year")}
    client.fault("textDocument/rename", **nothing, newName="a")
    equal(client.result("textDocument/prepareRename", **nothing), None, "a key")
    equal(client.end(), 0, "exit")
    equal((ward / "2023.yaml").read_text(), PLAN, "nothing is written")


def test_hover(folder):
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri = client.open(ward / "2023.yaml", PLAN)

    def shown(needle, inside=0, by=client):
        at = by.result("textDocument/hover", textDocument={"uri": uri}, position=place(PLAN, needle, inside))
        return at["contents"]["value"] if at else None

    has(shown("Trồng 😀", 2), "I.1", "31/12/2023", "còn 56 ngày", "Nguyễn Trung Kiên", "05/11/2023")
    has(shown("Dọn rác", 2), "quá hạn 219 ngày")
    assert "sắp đến hạn" not in shown("Trồng 😀", 2), "56 days are not soon"
    has(shown("leader: kien", 9), "Nguyễn Trung Kiên", "PCT UBND", "N. T. Kiên")
    has(shown("leader: kien", 2), "lãnh đạo phụ trách")
    has(shown("due: Tháng 3/2023", 6), "Hiểu là", "31/03/2023")
    has(shown("status: in", 2), "in-progress", "đang thực hiện")
    equal(shown("format: 1", 9), None, "nothing")
    client.change(uri, 2, {"text": PLAN.replace("leader: kien", "leader: kiem")})
    has(shown("leader: kien", 9), "R301" if "R301" in shown("leader: kien", 9) else "R", "Vì sao")
    equal(client.end(), 0, "exit")
    client = Client("--as-of", "2023-11-05", "--lang", "en", "--soon", "60", "--stdio")
    client.start({})
    client.open(ward / "2023.yaml", PLAN)
    has(shown("Trồng 😀", 2, client), "56 days left", "due soon")
    has(shown("leader: kien", 2, client), "leader in charge")
    equal(client.end(), 0, "exit")


def test_completion(folder):
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri, version = client.open(ward / "2023.yaml", PLAN), 1
    client.findings(uri, 1)

    def offered(old, new):
        nonlocal version
        version += 1
        text = PLAN.replace(old, new.replace("¦", ""))
        client.change(uri, version, {"text": text})
        return client.result("textDocument/completion", textDocument={"uri": uri},
                             position=place(text, new.replace("¦", ""), new.index("¦")))

    broken = offered("lead: [vhxh, mttq]", "lead: [vhxh, ¦")
    equal(labels(broken), ["vhxh", "mttq"], "units while the text is broken")
    has(broken["items"][0]["detail"], "Bộ phận VHXH")
    equal(labels(offered("leader: kien", "leader: k¦")), ["kien", "ha"], "people")
    has(" ".join(labels(offered("status: in-progress,", "status: ¦,"))), "done", "paused")
    keys = labels(offered("    leader: kien", "    le¦"))
    has(" ".join(keys), "leader", "support")
    assert "title" not in keys and "number" not in keys, keys
    equal(labels(offered("values: {cây xanh: 40 cây}", "values: {¦}")), ["cây xanh"], "targets")
    has(" ".join(labels(offered("kind: plan", "kind: ¦"))), "plan", "ward", "criteria", "movement", "catalogue")
    equal(labels(offered('targets:\n      - {name: cây xanh, goal: ">= 100 cây"}', "targets: [¦]")), [],
          "no keys outside of braces")
    equal(labels(offered('{name: cây xanh, goal: ">= 100 cây"}', "{¦}")), ["name", "goal"], "keys in braces")
    equal(labels(offered("    targets:", "    ¦\n    targets:"))[0], "heading", "keys on a line of their own")
    equal(labels(offered("title: Dọn rác", "title: Dọn ¦rác")), [], "a text of one's own")
    assert "ward" in labels(offered("ward: dong\n", "wa¦\n")), "keys of the file"
    equal(client.end(), 0, "exit")


def test_protocol(folder):
    ward = lay(folder)
    client = Client()
    equal(client.fault("textDocument/hover")["code"], -32002, "before initialize")
    client.notify("textDocument/didOpen", nonsense=1)
    client.start({"general": {"positionEncodings": ["utf-32", "utf-8"]}})
    equal(client.fault("initialize", capabilities={})["code"], -32600, "twice")
    equal(client.fault("textDocument/nothing")["code"], -32601, "unknown")
    equal(client.fault("$/nothing")["code"], -32601, "unknown as well")
    equal(client.fault("textDocument/hover", nonsense=1)["code"], -32602, "params of another shape")
    client.notify("$/setTrace", value="off")
    client.notify("textDocument/didChange", textDocument={"uri": "file:///none", "version": 1}, contentChanges=[])
    for data, code in ((b"{]", -32700), (b'"\xff"', -32700), (b"[]", -32600), (b"{}", -32600), (b"[" * 100000, -32600),
                       (b'{"jsonrpc": "2.0", "id": {}, "method": "x"}', -32600)):
        client.raw(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        equal(client.read()["error"]["code"], code, data[:40])
    client.raw(b"Content-Type: x\r\n\r\n")
    equal(client.read()["error"]["code"], -32700, "a header without a length")
    client.raw(b"Content-Length: %d\r\n\r\n" % (200 << 20))
    equal(client.read()["error"]["code"], -32600, "too long")
    for _ in range(200):
        client.raw(b"x" * (1 << 20))
    # Two that wait: the second is taken back before its turn.
    client.send({"id": "a", "method": "textDocument/hover", "params": {}})
    body = b"".join(
        b"Content-Length: %d\r\n\r\n" % len(m) + m for m in
        (b'{"jsonrpc":"2.0","id":"b","method":"textDocument/hover","params":{}}',
         b'{"jsonrpc":"2.0","method":"$/cancelRequest","params":{"id":"b"}}'))
    client.raw(body)
    equal(client.answer("a")["error"]["code"], -32602, "the first")
    equal(client.answer("b")["error"]["code"], -32800, "the one taken back")
    # Any text goes: nothing makes it fall over.
    uri = client.open(ward / "2023.yaml", "")
    for version in range(2, 40):
        client.change(uri, version, {"text": PLAN[:version * len(PLAN) // 40] + "{[\"\u0001"})
        client.result("textDocument/completion", textDocument={"uri": uri}, position={"line": version // 2, "character": 9})
        client.result("textDocument/hover", textDocument={"uri": uri}, position={"line": version // 2, "character": 5})
    crlf = PLAN.replace("\n", "\r\n").replace("leader: kien", "leader: kiem")
    client.change(uri, 50, {"text": crlf})
    found = [d for d in client.findings(uri, 50) if d["severity"] == 1]
    begin = len("    leader: ")
    equal(found[0]["range"], {"start": {"line": 10, "character": begin}, "end": {"line": 10, "character": begin + 4}}, "CRLF")
    equal(client.result("shutdown"), None, "shutdown")
    equal(client.fault("textDocument/hover")["code"], -32600, "after shutdown")
    client.notify("exit")
    equal(client.process.wait(10), 0, "exit")
    for said, code in ((True, 1), (False, 1)):
        client = Client()
        client.start()
        if said:
            client.notify("exit")
        else:
            client.process.stdin.close()
        equal(client.process.wait(10), code, "exit without shutdown")
    client = Client("--lang", "xx")
    equal(client.process.wait(10), 2, "wrong usage")


def test_new_file(folder):
    """A text that is on no disk yet has a ward, too; one of no file is left alone."""
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start()
    uri = client.open(ward / "2024.yaml", PLAN.replace("2023", "2024").replace("kien", "kiem"))
    equal([d["severity"] for d in client.findings(uri) if d["severity"] == 1], [1], "errors")
    client.notify("textDocument/didOpen",
                  textDocument={"uri": "untitled:1", "languageId": "yaml", "version": 1, "text": PLAN})
    equal(client.result("textDocument/hover", textDocument={"uri": "untitled:1"}, position={"line": 0, "character": 0}),
          None, "no file")
    client.notify("textDocument/didClose", textDocument={"uri": uri})
    client.told.clear()
    equal(client.findings(uri), [], "closed")
    equal(client.end(), 0, "exit")
    assert not (ward / "2024.yaml").exists()


def test_above(folder):
    """What stands above the ward is found, and not renamed from within it; fields of a movement are."""
    (folder / ".git").mkdir()
    shutil.copytree(PLANS, folder / "plans")
    ward = folder / "plans/giang-bien"
    client = Client("--as-of", "2023-11-05")
    client.start()

    def at(path, needle, inside, **more):
        text = path.read_text()
        return {"textDocument": {"uri": client.open(path, text)}, "position": place(text, needle, inside), **more}

    criteria, movement = ward / "2023-do-thi-van-minh.yaml", ward / "2023-dan-van-kheo.yaml"
    catalogue = at(criteria, "catalogue: ", 12)
    equal(client.result("textDocument/definition", **catalogue)["uri"], uri_of(folder / "plans/catalogues/qd-04-2022-phuong.yaml"),
          "the list")
    has(client.fault("textDocument/rename", **catalogue, newName="khac")["message"], "phường khác")
    own = at(folder / "plans/catalogues/qd-04-2022-phuong.yaml", "\nid: ", 6)
    has(client.fault("textDocument/rename", **own, newName="khac")["message"], "phường khác")
    text = movement.read_text()
    field = at(movement, "id: van-hoa", 5)
    edit = client.result("textDocument/rename", **field, newName="xa-hoi")
    changed = apply(edit, uri_of(movement), text)
    equal(changed.replace("xa-hoi", "van-hoa"), text, "nothing but the field")
    equal(len(client.result("textDocument/references", **field, context={"includeDeclaration": True})),
          changed.count("xa-hoi"), "all of its places")
    equal(client.end(), 0, "exit")


def test_disk(folder):
    """What changes on the disk is seen where the editor tells of it."""
    ward = lay(folder)
    client = Client("--as-of", "2023-11-05")
    client.start({"workspace": {"didChangeWatchedFiles": {"dynamicRegistration": True}}})
    asked = client.read()
    equal(asked["method"], "client/registerCapability", "what is watched")
    client.send({"id": asked["id"], "result": None})
    has(asked["params"]["registrations"][0]["registerOptions"]["watchers"][0]["globPattern"], "yaml")
    uri = client.open(ward / "2023.yaml", PLAN)
    equal([d for d in client.findings(uri) if d["severity"] == 1], [], "no errors")
    client.told.clear()
    (ward / "ward.yaml").write_text(WARD.replace("id: kien", "id: trung-kien"))
    client.notify("workspace/didChangeWatchedFiles", changes=[{"uri": uri_of(ward / "ward.yaml"), "type": 2}])
    equal([d["severity"] for d in client.findings(uri) if d["severity"] == 1], [1], "the register changed")
    # An answer that had to read anew doesn't keep the findings back.
    client.told.clear()
    client.change(uri, 2, {"text": PLAN.replace("leader: kien", "leader: trung-kien")})
    client.result("textDocument/hover", textDocument={"uri": uri}, position={"line": 0, "character": 0})
    equal([d for d in client.findings(uri, 2) if d["severity"] == 1], [], "mended")
    equal(client.end(), 0, "exit")


def test_foreign(folder):
    """YAML of other programs is left alone."""
    (folder / ".git").mkdir()
    client = Client()
    client.start()
    for kind in ("on: push\njobs: []\n", "apiVersion: v1\nkind: Deployment\n", "a: [\n"):
        equal(client.findings(client.open(folder / f"{len(kind)}.yaml", kind)), [], kind)
    assert client.findings(client.open(folder / "plan.yaml", "kind: plann\n")), "a slip of ours is told"
    equal(client.end(), 0, "exit")


def main():
    if "--lay" in sys.argv:
        return write_records(pathlib.Path(sys.argv[-1]))
    if "--times" in sys.argv:
        with tempfile.TemporaryDirectory() as folder:
            measure(pathlib.Path(folder).resolve())
        with tempfile.TemporaryDirectory() as folder:
            measure(pathlib.Path(folder).resolve(), 1)
        return
    for test in (test_as_check, test_findings, test_navigation, test_rename, test_hover, test_completion, test_protocol, test_new_file,
                 test_above, test_disk, test_foreign):
        with tempfile.TemporaryDirectory() as folder:
            test(pathlib.Path(folder).resolve())
        print(f"{test.__name__}: fine")


main()
