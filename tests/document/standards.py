#!/usr/bin/env python3
"""What is printed is what its standards say, and nothing of it is cut.

standards.py WARDPLAN PLANS: prints everything of the plans, then asks
- the Nu HTML checker: `vnu`, or java and WARDPLAN_VNU=vnu.jar,
- axe-core in Chromium: WARDPLAN_AXE=axe.min.js,
- the schema of ECMA-376: xmllint and WARDPLAN_OOXML=the folder of its wml.xsd,
- Chromium, whether a page is wider than a screen of 360 px.
What is not to be had is named and left out; with none of them the test is skipped.
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

wardplan, plans = sys.argv[1:3]
faults = []


def run(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, **more)


def missing(what, why):
    print(f"left out: {what}: {why}")


def check_vnu(pages):
    jar = os.environ.get("WARDPLAN_VNU", "")
    if shutil.which("vnu"):
        command = ["vnu"]
    elif jar and shutil.which("java"):
        command = ["java", "-jar", jar]
    else:
        return missing("the Nu HTML checker", "neither vnu nor java with WARDPLAN_VNU")
    done = run(*command, "--format", "gnu", *pages)
    faults.extend(line for line in done.stderr.splitlines() if ".html" in line)
    if done.returncode != 0 and not faults:
        faults.append(f"the Nu HTML checker ends with {done.returncode}: {done.stderr[:200]}")
    return True


def shown(page, text):
    """What a page of this text, beside `page`, says with `say`."""
    copy = page + ".copy.html"
    with open(copy, "w", encoding="utf-8") as file:
        file.write(text)
    done = run("chromium", "--headless", "--no-sandbox", "--allow-file-access-from-files", "--dump-dom",
               "--virtual-time-budget=20000", "file://" + os.path.abspath(copy))  # fmt: skip
    os.unlink(copy)
    found = re.search(r'<pre id="said">(.*?)</pre>', done.stdout, re.S)
    return found.group(1) if found else None


SAY = 'const say = words => { const pre = document.createElement("pre"); pre.id = "said";\
 pre.textContent = words; document.body.append(pre) };'


def check_axe(pages):
    path = os.environ.get("WARDPLAN_AXE", "")
    if not shutil.which("chromium") or not path:
        return missing("axe-core", "no chromium or WARDPLAN_AXE")
    with open(path, encoding="utf-8") as file:
        axe = file.read().replace("</script", "<\\/script")
    ask = 'axe.run().then(r => say(r.violations.map(v => v.id + ": " + v.nodes[0].html).join("\\n")))'
    for page in pages:
        with open(page, encoding="utf-8") as file:
            text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", file.read())
        said = shown(page, text.replace("</body>", f"<script>{axe};{SAY}{ask}</script></body>"))
        if said is None:
            faults.append(f"{page}: axe-core says nothing")
        elif said.strip():
            faults.append(f"{page}: {said}")
    return True


def check_width(pages):
    """A window of a browser isn't made narrower than 500 px: the pages are looked at in frames."""
    if not shutil.which("chromium"):
        return missing("a narrow screen", "no chromium")
    frames = "".join(f'<iframe width="360" height="640" src="file://{page}"></iframe>' for page in pages)
    ask = (
        "onload = () => say([...document.querySelectorAll('iframe')].map(frame => {"
        "const root = frame.contentDocument.documentElement;"
        "return root.scrollWidth + ' ' + root.clientWidth }).join('\\n'))"
    )
    said = shown(pages[0], f"<body>{frames}<script>{SAY}{ask}</script></body>")
    widths = [[int(px) for px in line.split()] for line in (said or "").splitlines()]
    if len(widths) != len(pages):
        faults.append(f"{len(widths)} of {len(pages)} pages tell their width")
    for page, (width, room) in zip(pages, widths):
        if width > room or room < 300:
            faults.append(f"{page}: {width} px wide on a screen of {room} px")
    return True


# The attributes of XML that the schema names and doesn't bring.
XML = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
 targetNamespace="http://www.w3.org/XML/1998/namespace">
<xs:attribute name="space" type="xs:NCName"/><xs:attribute name="lang" type="xs:language"/>
</xs:schema>"""
ALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
<xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
<xs:import namespace="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
 schemaLocation="file://{}/wml.xsd"/></xs:schema>"""


def check_word(papers, folder):
    schema = os.environ.get("WARDPLAN_OOXML", "")
    if not shutil.which("xmllint") or not schema:
        return missing("the schema of ECMA-376", "no xmllint or WARDPLAN_OOXML")
    for name, text in (("xml.xsd", XML), ("all.xsd", ALL.format(os.path.abspath(schema)))):
        with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
            file.write(text)
    for paper in papers:
        with zipfile.ZipFile(paper) as parts:
            for part in parts.namelist():
                if not part.startswith("word/") or not part.endswith(".xml"):
                    continue
                done = run("xmllint", "--noout", "--schema", os.path.join(folder, "all.xsd"), "-",
                           input=parts.read(part).decode())  # fmt: skip
                if done.returncode != 0:
                    faults.append(f"{paper}: {part}: {done.stderr[:300]}")
    return True


with tempfile.TemporaryDirectory() as folder:
    out = os.path.join(folder, "out")
    built = run(wardplan, "build", plans, "-o", out, "--format", "html,docx", "--as-of", "2023-11-20")
    if built.returncode != 0:
        sys.exit(f"FAILED: build ends with {built.returncode}: {built.stderr}")
    pages = sorted(glob.glob(out + "/**/*.html", recursive=True))
    papers = sorted(glob.glob(out + "/**/*.docx", recursive=True))
    done = [check_vnu(pages), check_axe(pages), check_width(pages), check_word(papers, folder)]
    for fault in faults:
        print("FAILED:", fault.replace(out, ""))
    print(f"{len(pages)} pages, {len(papers)} papers, {len(faults)} faults")
    sys.exit(1 if faults else 0 if any(done) else 77)
