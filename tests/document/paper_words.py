#!/usr/bin/env python3
"""No word is lost on the way to paper, and what belongs together stands on one page.

paper_words.py WARDPLAN MOVEMENT: makes pages and plans at random (long cells, many rows, headings,
totals, a signature), prints them to Word and lets LibreOffice make PDFs of them. WARDPLAN_PAPERS says
how many (12), WARDPLAN_SEED with which one to begin (1); what fails is named by its seed.
"""
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile

for tool in ("soffice", "pdftotext"):
    if shutil.which(tool) is None:
        print(f"skipped: there is no {tool} here")
        sys.exit(77)
wardplan, movement = sys.argv[1:3]
count = int(os.environ.get("WARDPLAN_PAPERS", "12"))
first = int(os.environ.get("WARDPLAN_SEED", "1"))
# LibreOffice takes so many files at once.
BATCH = 100
SIGNS = "0123456789abcdefghijklmnoprstuvwxy"
WORD = re.compile("q[%s]{3}z" % SIGNS)


class Paper:
    """The text of one paper, in which no word stands twice, and what must stand together."""

    def __init__(self, seed):
        self.seed = seed
        self.random = random.Random(seed)
        self.words = []
        # (what, words, other words): the last of the former stand where the latter begin.
        self.joined = []
        # (words of the heading, words of the rows)
        self.repeated = None

    def word(self):
        n = len(self.words)
        base = len(SIGNS)
        word = "q" + SIGNS[n // base**2] + SIGNS[n // base % base] + SIGNS[n % base] + "z"
        self.words.append(word)
        return word

    def text(self, words, between=" "):
        return between.join(self.word() for _ in range(words))

    def cell(self):
        kind = self.random.random()
        if kind < 0.01:
            return self.text(self.random.randint(300, 750))
        if kind < 0.02:
            return self.text(self.random.randint(30, 60), "<br/>")
        if kind < 0.10:
            return self.text(self.random.randint(20, 80))
        if kind < 0.15:
            return "<ul>" + "".join(f"<li>{self.text(2)}</li>" for _ in range(4)) + "</ul>"
        return self.text(self.random.choice([0, 1, 1, 2, 3, 5, 8]))


def row(cells):
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def words_in(text):
    return WORD.findall(text)


def is_low(row):
    """Whether a row is kept with the next: not one of half a page and more."""
    return all(len(words_in(cell)) < 30 for cell in row.split("</td>"))


def body_rows(paper, columns):
    """Rows in groups under headings, each with a total; what belongs together is noted."""
    made, heading = [], None
    for group in range(paper.random.randint(1, 4)):
        if paper.random.random() < 0.7:
            heading = row([f"<b>{paper.text(2)}</b>"] + [""] * (columns - 1))
            made.append(heading)
        for _ in range(paper.random.choice([1, 2, 5, 12, 25])):
            made.append(row([paper.text(1)] + [paper.cell() for _ in range(columns - 1)]))
            if heading:
                paper.joined.append(("a heading and its first row", heading, made[-1]))
            heading = None
        if paper.random.random() < 0.5:
            made.append(row([f"<b>Cộng {paper.text(1)}</b>"] + [paper.text(1)] * (columns - 1)))
            if is_low(made[-2]):
                paper.joined.append(("a total and the row before", made[-2], made[-1]))
    return made


def page_text(paper):
    """A page as templates are written."""
    lies = paper.random.random() < 0.5
    columns = paper.random.randint(2, 8 if lies else 5)
    title, above = paper.text(3), paper.text(4)
    heads = "".join(f"<th>{paper.text(paper.random.randint(1, 3))}</th>" for _ in range(columns))
    rows = body_rows(paper, columns)
    note = f'<p class="note">{paper.text(5)}</p>' if paper.random.random() < 0.5 else ""
    office, signer = paper.text(2), paper.text(2)
    paper.joined.append(("a heading and its table", above, rows[0]))
    if is_low(rows[-1]):
        paper.joined.append(("a table and its signature", rows[-1], office))
    paper.joined.append(("a signature", office, signer))
    paper.repeated = (words_in(heads), words_in("".join(rows)))
    return (
        f'<html lang="vi"><head><title>{title}</title></head>'
        f'<body data-layout="{paper.random.choice(["nha-nuoc", "dang"])}"'
        f' data-orientation="{"landscape" if lies else "portrait"}">'
        f'<p class="title">{title}</p><h1>{above}</h1><table class="grid"><thead><tr>{heads}</tr></thead>'
        f'<tbody>{"".join(rows)}</tbody></table>{note}<table class="plain"><tr><td>'
        f'<p class="recipients">{paper.text(2)}</p></td><td><p class="office">{office}</p>'
        f'<p class="remark">{paper.text(3)}</p><p class="signer">{signer}</p></td></tr></table>'
        "</body></html>"
    )


def plan_text(paper):
    """A plan whose table is printed."""
    lines = ["kind: plan", "format: 1", "ward: mau", "year: 2026", f"title: {paper.text(3)}", "rows:"]
    for number in range(1, paper.random.choice([3, 20, 40])):
        if paper.random.random() < 0.2:
            lines += [f'  - number: "{number}"', f"    heading: {paper.text(2)}"]
            continue
        lines += [f'  - number: "{number}"', "    title: |"]
        for line in range(paper.random.choice([1, 1, 1, 2, 60])):
            lines.append("      " + paper.text(paper.random.choice([1, 4, 12, 12, 40])))
    return "\n".join(lines) + "\n"


def write(folder, paper):
    """Prints one paper to Word."""
    start = os.path.join(folder, f"p{paper.seed}")
    if paper.seed % 4 == 0:
        ward = os.path.join(folder, f"w{paper.seed}")
        os.mkdir(ward)
        with open(os.path.join(ward, "ward.yaml"), "w", encoding="utf-8") as out:
            out.write("kind: ward\nformat: 1\nid: mau\nname: phường Mẫu\n")
        source = os.path.join(ward, "plan.yaml")
        with open(source, "w", encoding="utf-8") as out:
            out.write(plan_text(paper))
        command = ["table", source]
    else:
        with open(start + ".html", "w", encoding="utf-8") as out:
            out.write(page_text(paper))
        command = ["form", "m2", movement, "--as-of", "2026-12-31", "--template", start + ".html"]
    done = subprocess.run(
        [wardplan, *command, "--format", "docx", "-o", start + ".docx"], capture_output=True, text=True
    )
    if done.returncode != 0:
        sys.exit(f"FAILED: seed {paper.seed} was not printed:\n{done.stderr}")


def faults_of(paper, pdf):
    """What is lost, and what stands apart."""
    if not os.path.exists(pdf):
        return ["LibreOffice made no PDF"]
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True).stdout
    pages = [set(words_in(page)) for page in text.split("\f")]
    places = {}
    for at, page in enumerate(pages):
        for word in page:
            places.setdefault(word, []).append(at)
    lost = [word for word in paper.words if word not in places]
    if lost:
        return [f"{len(lost)} of {len(paper.words)} words are lost: {' '.join(lost[:5])}"]
    faults = []
    for what, before, after in paper.joined:
        before, after = words_in(before), words_in(after)
        if not {places[word][-1] for word in before} & {places[word][0] for word in after}:
            faults.append(f"{what} stand apart: {before[0]} {after[0]}")
    if paper.repeated:
        heads, rows = paper.repeated
        for at in sorted({places[word][0] for word in rows}):
            if not pages[at].issuperset(heads):
                faults.append(f"page {at + 1} has rows and not their headings")
    return faults


def main():
    failed = words = 0
    with tempfile.TemporaryDirectory() as folder:
        for begin in range(first, first + count, BATCH):
            papers = [Paper(seed) for seed in range(begin, min(begin + BATCH, first + count))]
            for paper in papers:
                write(folder, paper)
            out = os.path.join(folder, f"out{begin}")
            subprocess.run(
                ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
                + ["--convert-to", "pdf", "--outdir", out]
                + [os.path.join(folder, f"p{paper.seed}.docx") for paper in papers],
                capture_output=True,
            )
            for paper in papers:
                words += len(paper.words)
                faults = faults_of(paper, os.path.join(out, f"p{paper.seed}.pdf"))
                failed += bool(faults)
                for fault in faults:
                    print(f"FAILED: seed {paper.seed}: {fault}")
    print(f"{count} papers, {words} words, {failed} papers with faults")
    return 1 if failed else 0


sys.exit(main())
