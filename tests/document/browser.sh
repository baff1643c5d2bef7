#!/usr/bin/env bash
# What a browser makes of a page: it is drawn at the width of a desktop and of A4, nothing is wider
# than the paper, and all words of a list are in it: browser.sh WORDS COMMAND…, which gets OUT as
# its last word and makes OUT.html; WORDS is a file with a line for each text.
set -uo pipefail
words=$1
shift
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome) ||
  { echo "skipped: there is no Chromium here"; exit 77; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

fail() {
  echo "FAILED: $*"
  exit 1
}

chromium_run() {
  timeout 60 "$browser" --headless --no-sandbox --disable-gpu --hide-scrollbars \
    "--user-data-dir=$folder/profile" "$@" "file://$folder/page.html" 2>/dev/null
}

"$@" "$folder/page" || fail "the page was not written"
grep -Eq '<script|https?://[^w]|url\(http' "$folder/page.html" && fail "the page asks for something else"
for width in 1280 794; do
  chromium_run "--screenshot=$folder/$width.png" "--window-size=$width,1600" >/dev/null
  [ -s "$folder/$width.png" ] || fail "no picture at $width pixels"
done
chromium_run --dump-dom >"$folder/dom.html"
# The words alone, as a reader sees them.
sed 's/<style>.*<\/style>//; s/<[^>]*>/ /g' "$folder/dom.html" | tr -s ' \n' ' ' >"$folder/seen"
while IFS= read -r text; do
  [ -z "$text" ] || grep -qF -- "$text" "$folder/seen" || fail "not on the page: $text"
done <"$words"
# Every drawing has a name, and its figures are text.
[ "$(grep -o '<svg' "$folder/dom.html" | wc -l)" = "$(grep -o '<svg[^>]*><title>' "$folder/dom.html" | wc -l)" ] ||
  fail "a drawing has no name"
