"""The table of every plan in Markdown and CSV with PyYAML's C loader and Jinja2:
tables.py FOLDER OUTPUT PROCESSES."""

import csv
import multiprocessing
import pathlib
import sys

import jinja2
import yaml

PAGE = jinja2.Template("""# {{ title }}

| TT | Nội dung | Lãnh đạo | Chủ trì | Phối hợp | Thời gian |
|---|---|---|---|---|---|
{% for row in rows -%}
| {{ row.number }} | {{ row.text }} | {{ row.leader }} | {{ row.lead }} | {{ row.support }} | {{ row.due }} |
{% endfor %}""")


def load(path):
    with open(path, "rb") as file:
        return yaml.load(file, yaml.CSafeLoader)


def words(value, known):
    values = [value] if isinstance(value, str) else value
    return ", ".join(known.get(one, one) for one in values)


def make_tables(task):
    folder, output = task
    register = load(folder / "ward.yaml")
    known = {entry["id"]: entry["name"] for entry in register.get("people", []) + register.get("units", [])}
    for path in sorted(folder.glob("*.yaml")):
        record = load(path)
        if record["kind"] == "ward":
            continue
        rows = [{"number": row.get("number", ""), "text": row.get("heading", row.get("title", "")),
                 **{key: words(row.get(key, []), known) for key in ("leader", "lead", "support")},
                 "due": row.get("due", "")} for row in record.get("rows", [])]
        made = output / folder.name
        made.mkdir(parents=True, exist_ok=True)
        (made / f"{path.stem}-table.md").write_text(PAGE.render(title=record["title"], rows=rows))
        with open(made / f"{path.stem}-table.csv", "w", newline="") as file:
            writer = csv.writer(file)
            writer.writerows(row.values() for row in rows)


def main():
    folders = sorted({path.parent for path in pathlib.Path(sys.argv[1]).rglob("ward.yaml")})
    output = pathlib.Path(sys.argv[2])
    with multiprocessing.Pool(int(sys.argv[3])) as pool:
        for _ in pool.imap_unordered(make_tables, [(folder, output) for folder in folders], chunksize=4):
            pass


if __name__ == "__main__":
    main()
