#!/usr/bin/env python3
"""Whether a reader of YAML 1.1 finds only texts as keys in the records.

string_keys.py FOLDER: exit 77 where there is no PyYAML, which is such a reader.
"""
import pathlib
import sys

try:
    import yaml
except ImportError:
    print("skipped: there is no PyYAML here")
    sys.exit(77)


def odd_keys(value, path):
    """Paths of the keys that are no texts, and what was read."""
    if isinstance(value, dict):
        for key, held in value.items():
            if not isinstance(key, str):
                yield f"{path}: the key {key!r}"
            yield from odd_keys(held, f"{path}.{key}")
    elif isinstance(value, list):
        for index, held in enumerate(value):
            yield from odd_keys(held, f"{path}[{index}]")


records = sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml"))
odd = [told for record in records
       for told in odd_keys(yaml.safe_load(record.read_text(encoding="utf-8")), str(record))]
if odd or not records:
    sys.exit("\n".join(odd) or "there is no record")
print(f"{len(records)} records")
