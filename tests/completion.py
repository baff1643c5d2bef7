#!/usr/bin/env python3
"""Tab in real shells: what they would run after it, word for word: completion.py BINARY SHELL PLANS."""

import fcntl
import os
import pathlib
import pty
import re
import select
import shutil
import signal
import struct
import sys
import tempfile
import termios
import time

SKIPPED = 77
BINARY, SHELL, PLANS = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
ODD = 'Kế hoạch "$HOME" của `phường` (mới).yaml'
PLAN = "long-bien/2023-chu-de.yaml"
MOVEMENT = "giang-bien/2023-dan-van-kheo.yaml"

# What is typed (`\t` is Tab), and the words that the program gets.
CASES = [
    ("ver\t", ["verdict"]),
    ("due --form\tdig\t", ["due", "--format", "digest"]),
    ("due --format=dig\t", ["due", "--format=digest"]),
    ("--lang v\tsho\t", ["--lang", "vi", "show"]),
    ("explain P401\t", ["explain", "P401"]),
    ("help bat\t", ["help", "bat-dau"]),
    ("completion zs\t", ["completion", "zsh"]),
    (f"show {PLAN} I.2.4.1\t", ["show", PLAN, "I.2.4.1"]),
    (f"show {PLAN} II.3.1.11#2\t", ["show", PLAN, "II.3.1.11#2"]),
    ("show long-b\t2023-chu\t I.2.4.1", ["show", PLAN, "I.2.4.1"]),
    (f"update {PLAN} I.2.4.1 in-p\t --note a", ["update", PLAN, "I.2.4.1", "in-progress", "--note", "a"]),
    ("list long-bien --leader kie\t", ["list", "long-bien", "--leader", "kien"]),
    ("list --lead chinh\t", ["list", "--lead", "chinh-sach"]),
    ("list --columns address,titl\t", ["list", "--columns", "address,title"]),
    ("list --ward giang\t", ["list", "--ward", "giang-bien"]),
    ("list --state over\t", ["list", "--state", "overdue"]),
    (f"form m1 {MOVEMENT} --by 'Cá nh\tA\t", ["form", "m1", MOVEMENT, "--by", "Cá nhân A"]),
    (f"form m1 {MOVEMENT} --by Tập\tA\t", ["form", "m1", MOVEMENT, "--by", "Tập thể A"]),
    (f"form m1 {MOVEMENT} --by \"Tập\tA\t", ["form", "m1", MOVEMENT, "--by", "Tập thể A"]),
    ("check K\t", ["check", ODD]),
    ("build long-bien -o thu\t --only tab\t", ["build", "long-bien", "-o", "thu muc", "--only", "table"]),
    ("build -o x --template m2=mau\t", ["build", "-o", "x", "--template", "m2=mau m2.html"]),
    ("list . --text khong\t", ["list", ".", "--text", "khong"]),
    # Nothing to offer, and no word about it.
    ("show hong.yaml I.\t", ["show", "hong.yaml", "I."]),
    ("show khong-co.yaml I.\t", ["show", "khong-co.yaml", "I."]),
    ("khong-co-lenh a\t", ["khong-co-lenh", "a"]),
]
# What is typed, and what the list that Tab shows says of the words.
LISTED = [(f"show {PLAN} I.1.\t\t", "thu gom"), (" \t\t", "check"), ("list --leader \t\t", "Kiên")]


class Shell:
    """A shell at a terminal of its own."""

    def __init__(self, folder, command, begin):
        self.folder, self.seen = folder, ""
        env = {
            "HOME": str(folder), "PATH": f"{folder}/bin:/usr/bin:/bin", "TERM": "xterm", "LC_ALL": "C.UTF-8",
            "SAID": f"{folder}/said", "WARDPLAN_LANG": "vi",
        }
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder / "plans")
            os.execvpe(command[0], command, env)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
        for line in begin:
            self.type(line + "\r")
        self.run("bat-dau-thu", 60)

    def type(self, keys):
        os.write(self.terminal, keys.encode())

    def look(self, seconds):
        """Reads what the shell shows for so long, and answers what it asks its terminal."""
        if not select.select([self.terminal], [], [], seconds)[0]:
            return
        try:
            shown = os.read(self.terminal, 65536).decode(errors="replace")
        except OSError:
            return
        self.seen += shown
        if re.search(r"\x1b\[0?c", shown):
            self.type("\x1b[?62c")
        if "\x1b[6n" in shown:
            self.type("\x1b[1;1R")

    def run(self, keys, seconds=20):
        """The words that the program gets when this is typed, or nothing."""
        said = self.folder / "said"
        said.unlink(missing_ok=True)
        self.seen = ""
        self.type(f"wardplan {keys}\r")
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            self.look(0.05)
            if said.exists():
                return [word.rstrip("/") for word in said.read_text().split("\0")[:-1]]
        self.type("\x03")
        return None

    def listed(self, keys, word, seconds=15):
        """Whether the word is shown when this is typed."""
        self.seen = ""
        self.type(f"wardplan {keys}")
        end = time.monotonic() + seconds
        while time.monotonic() < end and word not in self.seen:
            self.look(0.1)
        return word in self.seen

    def leave(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def lay(folder):
    shutil.copytree(PLANS, folder / "plans")
    (folder / "plans" / ODD).write_text("kind: plan\n")
    (folder / "plans" / "hong.yaml").write_text("kind: plan\nrows: [{\n")
    (folder / "plans" / "thu muc").mkdir()
    (folder / "plans" / "mau m2.html").write_text("")
    movement = folder / "plans" / MOVEMENT
    (folder / "bin").mkdir()
    program = folder / "bin" / "wardplan"
    program.write_text(
        f"#!/bin/sh\n[ \"$1\" = complete ] && exec '{BINARY}' \"$@\"\n"
        'printf \'%s\\0\' "$@" > "$SAID.new" && mv "$SAID.new" "$SAID"\n'
    )
    program.chmod(0o755)
    return movement


def begun(folder):
    script = os.popen(f"'{BINARY}' completion {SHELL}").read()
    if SHELL == "bash":
        (folder / "script").write_text(script)
        return Shell(folder, ["bash", "--norc", "--noprofile", "-i"], [f"source {folder}/script"])
    if SHELL == "zsh":
        (folder / "fpath").mkdir(exist_ok=True)
        (folder / "fpath" / "_wardplan").write_text(script)
        return Shell(
            folder, ["zsh", "-f", "-i"],
            [f"fpath=({folder}/fpath $fpath); autoload -Uz compinit; compinit -u -D; LISTMAX=1000"],
        )
    (folder / "script").write_text(script)
    return Shell(folder, ["fish", "--no-config", "-i"], [f"source {folder}/script"])


def main():
    if shutil.which(SHELL) is None:
        print(f"skipped: there is no {SHELL}")
        return SKIPPED
    failed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()
        lay(folder)
        shell = begun(folder)
        for keys, wanted in CASES:
            got = shell.run(keys)
            complained = re.search(r"wardplan: |command not found|no such file|[Uu]nknown", shell.seen)
            if got != wanted or complained:
                failed += 1
                print(f"FAILED {SHELL}: {keys!r}\n  wanted {wanted}\n  got    {got}\n  shown  {shell.seen!r}")
        for keys, word in LISTED:
            shell.leave()
            shell = begun(folder)
            if not shell.listed(keys, word):
                failed += 1
                print(f"FAILED {SHELL}: {keys!r} doesn't show {word!r}\n  shown  {shell.seen!r}")
        shell.leave()
    print(f"{len(CASES)} lines, {failed} failed")
    return 1 if failed else 0


sys.exit(main())
