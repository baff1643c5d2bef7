#!/usr/bin/env bash
# Prints the same as a Word file and as CSV: both_formats.sh WARDPLAN WORD… OUT
set -euo pipefail
words=("${@:1:$#-1}") out=${!#}
for format in docx csv; do
  "${words[@]}" --format "$format" -o "$out.$format"
done
# A report's tables stand in one CSV, each line behind the heading of its table: taken apart again.
if [[ " ${words[*]} " == *" report "* ]]; then
  python3 - "$out.csv" <<'PYTHON'
import csv, itertools, sys
rows = list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))
with open(sys.argv[1], "w", encoding="utf-8", newline="") as out:
    for at, (_, table) in enumerate(itertools.groupby(rows, key=lambda row: row[0])):
        table = [row[1:] for row in table]
        width = max(len(row) - next((n for n, cell in enumerate(reversed(row)) if cell), len(row)) for row in table)
        out.write("\r\n" if at else "")
        csv.writer(out).writerows(row[:width] for row in table)
PYTHON
fi
