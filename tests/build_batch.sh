#!/usr/bin/env bash
# `build` over many wards: the same bytes under one thread and two, nothing rewritten that holds them
# already, and after an interrupt whole files and, with a second run, the same folder:
# build_batch.sh WARDPLAN PLANS WARDS
set -euo pipefail
wardplan=$1 plans=$2 wards=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export WARDPLAN_TODAY=2023-11-20

fail() {
  echo "FAILED: $*"
  exit 1
}

# Whether a file is what an empty folder gets; what is left of runs before stands in the manifest.
same() {
  if [ "$1" = ./manifest.jsonl ]; then
    cmp -s <(sed '/^{"left"/d; s/"lines":.*//' "one/$1") <(sed 's/"lines":.*//' "anew/$1")
  else
    cmp -s "one/$1" "anew/$1"
  fi
}

for ((at = 1; at <= wards; ++at)); do
  mkdir -p "plans/w$at"
  sed "s/long-bien/w$at/" "$plans/long-bien/ward.yaml" >"plans/w$at/ward.yaml"
  # Each ward has done something else.
  sed "s/ward: long-bien/ward: w$at/; s/^    due: Tháng 11\/2023/&\n    note: phường $at/" \
    "$plans/long-bien/2023-chu-de.yaml" >"plans/w$at/2023.yaml"
done

"$wardplan" build plans -o one --format md,docx --threads 1 2>said
grep -q "ghi $((wards * 6 + 2)), không đổi 0" said || fail "$(cat said)"
"$wardplan" build plans -o two --format md,docx --threads 2 2>said
diff -r one two || fail "two threads make other bytes than one"

touch -d 2020-01-01 one/w1/2023-table.md one/manifest.jsonl
"$wardplan" build plans -o one --format md,docx --threads 2 2>said
grep -q "ghi 0, không đổi $((wards * 6 + 2))" said || fail "the second run: $(cat said)"
[ "$(date -r one/w1/2023-table.md +%Y)" = 2020 ] || fail "a file that holds its bytes was rewritten"

# A few of them are enough for what comes and goes.
mkdir few
cp -r plans/w1 plans/w2 plans/w3 few/
rm -r one
"$wardplan" build few -o one --format md,docx 2>/dev/null

# What was made by the run before is kept only as long as it is what would be made now.
echo "tampered" >one/w2/2023-table.md
"$wardplan" build few -o one --format md,docx 2>said
grep -q "ghi 1," said || fail "a file that was changed by hand: $(cat said)"
sed -i "s/    note: phường 1$/    note: phường một/" few/w1/2023.yaml
"$wardplan" build few -o one --format md,docx 2>said
"$wardplan" build few -o anew --format md,docx 2>/dev/null
diff -r one anew || fail "a ward that changed: $(cat said)"
# A template of one's own and its partials are part of what a run before was asked.
mkdir own
page() { echo "<html lang=\"vi\"><head><title>a</title></head><body>$1</body></html>"; }
page '{{> cau}}' >own/report.html
echo '<p>{{kỳ}}</p>' >own/cau.html
with_own=(build few -o filled --only report --format md --template report=own/report.html)
"$wardplan" "${with_own[@]}" 2>said
grep -q "ghi 3, không đổi 0" said || fail "papers from an own template: $(cat said)"
"$wardplan" "${with_own[@]}" 2>said
grep -q "ghi 0, không đổi 3" said || fail "the same template again: $(cat said)"
echo '<p>{{kỳ}}: {{tên}}</p>' >own/cau.html
"$wardplan" "${with_own[@]}" 2>said
grep -q "ghi 3, không đổi 0" said || fail "a partial that was changed: $(cat said)"

mkdir few/more
cp few/w1/ward.yaml few/more/
sed -i "s/^id: .*/id: more/; s/^name: .*/name: phường Thêm/" few/more/ward.yaml
"$wardplan" build few -o one --format md,docx 2>said
rm -r anew
"$wardplan" build few -o anew --format md,docx 2>/dev/null
diff -r one anew || fail "a ward that came: $(cat said)"
rm -r few/more anew
for other in "--as-of 2023-12-01" "--lang en" "--format csv" "--period 2023-Q1" "--only table" "--layout dang"; do
  # shellcheck disable=SC2086
  "$wardplan" build few -o one --format md,docx $other 2>said
  # shellcheck disable=SC2086
  "$wardplan" build few -o anew --format md,docx $other 2>/dev/null
  while IFS= read -r path; do
    same "$path" || fail "asked for $other: $path"
  done < <(cd anew && find . -type f)
  rm -r anew
done
# The same of a plan alone: its register is beside it, and its folder may get another.
"$wardplan" build few/w1/2023.yaml -o alone --format md 2>/dev/null
sed -i "s/^name: .*/name: phường Khác/" few/w1/ward.yaml
"$wardplan" build few/w1/2023.yaml -o alone --format md 2>/dev/null
grep -q "phường Khác" alone/summary.md || fail "a register that nobody asked for changed"
sed -i "s/^name: .*/name: phường Long Biên/" few/w1/ward.yaml
sed -i "s/    note: phường một$/    note: phường 1/" few/w1/2023.yaml
rm -r one
"$wardplan" build few -o one --format md,docx 2>/dev/null

# Whatever happens between two builds, the second leaves what a build into an empty folder makes.
check_change() {
  local what=$1 paths=$2
  # shellcheck disable=SC2086
  "$wardplan" build $paths -o one --format md >/dev/null 2>&1 || true
  eval "$3"
  # shellcheck disable=SC2086
  "$wardplan" build $paths -o one --format md >/dev/null 2>said || true
  # shellcheck disable=SC2086
  "$wardplan" build $paths -o anew --format md >/dev/null 2>&1 || true
  while IFS= read -r path; do
    same "$path" || fail "$what: $path: $(cat said)"
  done < <(cd anew && find . -type f)
  rm -rf one anew
}
mkdir -p q/.hidden q/a/x q/b/x up/w
cp few/w1/*.yaml q/.hidden/
check_change "a register beside a hidden plan" "q q/.hidden/2023.yaml" 'sed -i "s/^name: .*/name: phường Khác/" q/.hidden/ward.yaml'
for at in a b; do
  cp few/w1/2023.yaml q/$at/x/
  sed "s/^name: .*/name: phường $at/" few/w1/ward.yaml >q/$at/ward.yaml
done
ln -s a/x q/link
check_change "a link to another folder" "q/link" 'ln -sfn b/x q/link'
cp few/w1/ward.yaml up/
cp few/w1/2023.yaml up/w/
check_change "a register above" "up/w" 'sed -i "s/^name: .*/name: phường Trên/" up/ward.yaml'
check_change "another record above" "up/w" 'cp up/ward.yaml up/again.yaml'
rm up/again.yaml
check_change "a nearer register" "up/w" 'sed "s/^name: .*/name: phường Gần/" up/ward.yaml >up/w/ward.yaml'
rm up/w/ward.yaml
check_change "the root of a repository" "up/w" 'mkdir up/w/.git'
check_change "a line of the manifest" "few" 'sed -i "/w1.*report/d" one/manifest.jsonl; rm one/w1/*report*'
check_change "a plan, which goes" "few" 'rm few/w2/2023.yaml'
sed "s/ward: w1/ward: w2/" few/w1/2023.yaml >few/w2/2023.yaml
echo "bogus: 1" >>few/w2/2023.yaml
check_change "a broken plan, which goes" "few" 'rm few/w2/2023.yaml'
check_change "a broken register" "few" 'echo "bogus: 1" >>few/w3/ward.yaml'
sed -i '/^bogus/d' few/w3/ward.yaml
sed "s/ward: w1/ward: w2/; s/^    note: phường 1$/    note: phường 2/" few/w1/2023.yaml >few/w2/2023.yaml
ln -s "$PWD/few/w1/ward.yaml" summary.md
mkdir linked && mv summary.md linked/
! "$wardplan" build few -o linked --format md 2>said || fail "written through a link"
grep -q "summary.md" said || fail "a link onto a record: $(cat said)"
grep -q "^kind: ward" few/w1/ward.yaml || fail "a record was written over"
# Side by side, each ends as if it were alone.
for round in 1 2 3; do
  "$wardplan" build few -o both --format md,html 2>first & first=$!
  "$wardplan" build few -o both --format md,html 2>second & second=$!
  wait "$first" || fail "two at once, round $round: $(cat first)"
  wait "$second" || fail "two at once, round $round: $(cat second)"
  rm -r both
done
rm -rf one
"$wardplan" build plans -o one --format md,docx 2>/dev/null

# Interrupted wherever it happens to be; most runs have written some files by then.
for wait in 0.05 0.3 1; do
  "$wardplan" build plans -o three --format md,docx --threads 2 2>/dev/null &
  run=$!
  sleep "$wait"
  kill -KILL "$run" 2>/dev/null || true
  wait "$run" 2>/dev/null || true
  while IFS= read -r path; do
    cmp -s "three/$path" "one/$path" || fail "half a file after an interrupt: $path"
  done < <(cd three 2>/dev/null && find . -type f ! -name '.*' ! -name manifest.jsonl)
done
"$wardplan" build plans -o three --format md,docx --threads 2 2>said
diff -r one three || fail "after an interrupt and a second run the folder is another"
echo "$(find one -type f | wc -l) files of $wards wards"
