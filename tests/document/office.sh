#!/usr/bin/env bash
# What LibreOffice makes of a page's Word file: it is A4, all its words are on paper, and the table
# that LibreOffice writes again is that of the CSV, cell by cell:
# office.sh DOCUMENT_DRIVER WORD_DRIVER PAGE LEAST_COLUMNS
set -uo pipefail
driver=$1 word_driver=$2 page=$3 least=$4
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

"$driver" "$page" 2023-02-10 "$folder/page" || fail "the page was not written"

office docx
# The CSV holds every grid; those of fewer columns come last on the page.
"$word_driver" "$folder/out/page.docx" "$least" >"$folder/seen.csv" || fail "no Word file came back"
head -c "$(stat -c %s "$folder/seen.csv")" "$folder/page.csv" >"$folder/wanted.csv"
[ "$(wc -l <"$folder/wanted.csv")" -gt 3 ] || fail "there is no table"
diff "$folder/wanted.csv" "$folder/seen.csv" || fail "the table came back otherwise"

office pdf
pdfinfo "$folder/out/page.pdf" | grep -q '(A4)' || fail "the paper is not A4"
# Word by word: where lines break is for the program to say.
pdftotext "$folder/out/page.pdf" "$folder/page.txt"
missing=$(comm -23 <(tr -s ' ,"|\r\n' '\n' <"$folder/wanted.csv" | grep -v ':$' | sort -u) \
  <(tr -s ' ,"|\f\n' '\n' <"$folder/page.txt" | sort -u))
[ -z "$missing" ] || fail "not on paper: $missing"
pdftoppm -r 40 -png "$folder/out/page.pdf" "$folder/page" || fail "no picture"
[ -s "$folder/page-1.png" ] || fail "no picture of page 1"
