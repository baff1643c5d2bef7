#!/usr/bin/env bash
# Prints the same as a Word file and as CSV: both_formats.sh WARDPLAN WORD… OUT
set -euo pipefail
words=("${@:1:$#-1}") out=${!#}
for format in docx csv; do
  "${words[@]}" --format "$format" -o "$out.$format"
done
