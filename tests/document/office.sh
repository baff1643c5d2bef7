#!/usr/bin/env bash
# What LibreOffice makes of a Word file: it is A4, all its words are on paper, and the table that
# LibreOffice writes again is that of the CSV, cell by cell:
# office.sh WORD_DRIVER LEAST_COLUMNS COMMAND…, which gets OUT as its last word and makes OUT.docx
# and OUT.csv
set -uo pipefail
word_driver=$1 least=$2
shift 2
for tool in soffice pdftoppm pdftotext pdfinfo; do
  command -v "$tool" >/dev/null || { echo "skipped: there is no $tool here"; exit 77; }
done
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*"
  exit 1
}

# A profile of its own: another run of LibreOffice may be open.
office() {
  timeout 120 soffice "-env:UserInstallation=file://$folder/profile" --headless \
    --convert-to "$1" --outdir "$folder/out" "$folder/page.docx" >"$folder/log" 2>&1 ||
    { cat "$folder/log"; fail "LibreOffice could not make $1"; }
}

"$@" "$folder/page" || fail "the document was not written"

office docx
# The CSV holds every grid; those of fewer columns come last on the page.
"$word_driver" "$folder/out/page.docx" "$least" >"$folder/seen.csv" || fail "no Word file came back"
head -c "$(stat -c %s "$folder/seen.csv")" "$folder/page.csv" >"$folder/wanted.csv"
[ "$(wc -l <"$folder/wanted.csv")" -gt 1 ] || fail "there is no table"
diff "$folder/wanted.csv" "$folder/seen.csv" || fail "the table came back otherwise"

office pdf
pdfinfo "$folder/out/page.pdf" | grep -q '(A4)' || fail "the paper is not A4"
# Word by word; lines break at hyphens, which may go then.
pdftotext "$folder/out/page.pdf" "$folder/page.txt"
tr -s ' ,"|\r\n-' '\n' <"$folder/wanted.csv" | grep -v ':$' | sort -u >"$folder/words"
while read -r word; do
  grep -qF -- "$word" "$folder/page.txt" || fail "not on paper: $word"
done <"$folder/words"
pdftoppm -r 40 -png "$folder/out/page.pdf" "$folder/page" || fail "no picture"
pictures=("$folder"/page-*1.png)
[ -s "${pictures[0]}" ] || fail "no picture of page 1"
