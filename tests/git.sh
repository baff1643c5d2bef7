#!/usr/bin/env bash
# git itself with the merge driver, and what `diff` and `log` read from it: git.sh BINARY.
# Exit 77: git isn't there.
set -euo pipefail
binary=$(realpath "$1")
readme=$(realpath "$(dirname "$0")/../README.md")
if ! command -v git >/dev/null; then
  echo "git isn't installed: nothing is merged"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export WARDPLAN_LANG=en GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null TZ=UTC
export GIT_AUTHOR_NAME=An GIT_AUTHOR_EMAIL=an@mau.vn GIT_COMMITTER_NAME=An GIT_COMMITTER_EMAIL=an@mau.vn

fail() {
  echo "FAILED: $*"
  exit 1
}

# has TEXT PATTERN: the text has a line of it.
has() {
  grep -qE -- "$2" <<<"$1" || fail "no line \`$2\` in: $1"
}

# hasnt TEXT PATTERN
hasnt() {
  ! grep -qE -- "$2" <<<"$1" || fail "a line \`$2\` in: $1"
}

# commit DAY WORDS [WRITTEN]: all that changed, which was written on another day.
commit() {
  git add -A
  GIT_AUTHOR_DATE="${3-$1}T08:00:00Z" GIT_COMMITTER_DATE="$1T08:00:00Z" git commit -qm "$2"
}

# marks_in FILE: what stands between marks, which newer versions of git call by names of branches.
marks_in() {
  sed -nE '/^<{7} /,/^>{7} /p' "$1" | sed -E 's/^(<{7}) .*/\1 ours/; s/^(>{7}) .*/\1 theirs/'
}

git init -q -b main repo
cd repo
git config merge.wardplan.recursive binary
mkdir -p plans/mau "$folder/bin"
"$binary" init plans/mau --name "phường Mẫu" --year 2026 >/dev/null
cp plans/mau/.gitattributes .
# The line that `init` and README give, as it is run there.
ln -s "$binary" "$folder/bin/wardplan"
PATH=$folder/bin:$PATH
line=$(sed -n 's/^# *\(git config merge\.wardplan\.driver .*\)/\1/p' .gitattributes)
grep -qxF "    $line" "$readme" || fail "README gives another line than: $line"
eval "$line"
cat >plans/mau/ward.yaml <<'YAML'
kind: ward
format: 1
id: mau
name: phường Mẫu
people:
  - {id: an, name: Trần Văn An}
units:
  - {id: vh, name: Bộ phận Văn hóa}
YAML
plan=plans/mau/2026.yaml
cat >$plan <<'YAML'
kind: plan
format: 1
ward: mau
year: 2026
title: Kế hoạch
rows:
  - number: "1"
    title: Trồng cây xanh
    leader: an
    lead: vh
    due: Tháng 6/2026
    updates:
      - {date: 2026-03-01, status: in-progress}
  - number: "2"
    title: Hội diễn văn nghệ
    leader: an
    lead: vh
    due: Tháng 8/2026
YAML
commit 2026-03-01 "the plan"

# Two people record the same item on different days: both entries, by day.
git checkout -qb ours
"$binary" update $plan 1 done --date 2026-06-20 --evidence "BC 12/BC-UBND" >/dev/null 2>&1
commit 2026-06-21 "ours"
git checkout -qb theirs main
"$binary" update $plan 1 in-progress --date 2026-05-10 --note "đã trồng 40 cây" >/dev/null 2>&1
GIT_AUTHOR_NAME=Binh commit 2026-05-11 "theirs"
git checkout -q ours
git merge -q -m merge theirs || fail "git merge: $(git diff)"
grep -A4 "updates:" $plan >told
diff - told <<'YAML' || fail "the entries"
    updates:
      - {date: 2026-03-01, status: in-progress}
      - {date: 2026-05-10, status: in-progress, note: đã trồng 40 cây}
      - {date: 2026-06-20, status: done, evidence: BC 12/BC-UBND}
  - number: "2"
YAML
rm told

# git by itself can't do that.
git -c merge.wardplan.driver=false checkout -q main~0 2>/dev/null
git checkout -qb plain 'ours^1'
! git -c merge.wardplan.driver="git merge-file %A %O %B" merge -q theirs >/dev/null 2>&1 ||
  fail "git merged it alone: nothing is tried here"
git merge --abort
git checkout -q ours

# Two values of one key stay, each between git's marks, and git says so.
git checkout -qb due-7 ours
"$binary" amend $plan 2 --due "Tháng 7/2026" >/dev/null
commit 2026-07-01 "due 7"
git checkout -qb due-9 ours
"$binary" amend $plan 2 --due "Tháng 9/2026" >/dev/null
"$binary" amend $plan 1 --note "thêm" >/dev/null
commit 2026-07-02 "due 9"
git checkout -q due-7
told=$(git merge due-9 2>&1) && fail "two values merged: $told"
has "$told" "^wardplan: plans/mau/2026.yaml: 2 \(Hội diễn văn nghệ\): due: ours has .Tháng 7/2026., theirs has .Tháng 9/2026."
has "$told" "^CONFLICT"
git diff --name-only --diff-filter=U | grep -q "^$plan$" || fail "git holds it for merged"
marks_in $plan >told
diff - told <<'YAML' || fail "the marks"
<<<<<<< ours
    due: Tháng 7/2026
=======
    due: Tháng 9/2026
>>>>>>> theirs
YAML
mv told "$folder/marks"
grep -q "note: thêm" $plan || fail "what didn't conflict is missing"
git merge --abort

# Marks are as long as the file's attribute asks for.
echo "$plan conflict-marker-size=12" >>.git/info/attributes
told=$(git merge due-9 2>&1) && fail "two values merged: $told"
has "$told" "between .<<<<<<<<<<<<. and .>>>>>>>>>>>>."
[ "$(grep -cE '^(<{12} |={12}$|>{12} )' $plan)" = 3 ] || fail "marks of 12 signs"
git merge --abort
rm .git/info/attributes

# Work that one holds for done and the other for open later is merged, and said.
git checkout -q --detach ours
"$binary" update $plan 2 done --date 2026-08-10 >/dev/null 2>&1
commit 2026-08-10 "done"
done=$(git rev-parse HEAD)
git checkout -q --detach ours
"$binary" update $plan 2 in-progress --date 2026-08-15 >/dev/null 2>&1
commit 2026-08-15 "open"
told=$(git merge -m merge "$done" 2>&1) || fail "entries of two days: $told"
has "$told" "^wardplan: plans/mau/2026.yaml: 2 \(Hội diễn văn nghệ\): theirs has .done. on 2026-08-10, ours has .in progress. on 2026-08-15"
git checkout -q due-7

# Where wardplan isn't there, or can't do it, git's own merge by lines comes: ours never stands for
# both. Each program here ends as one that isn't wardplan, that can't write, and that was killed.
git checkout -qb note ours
"$binary" amend $plan 1 --note "thêm" >/dev/null
commit 2026-07-03 "note"
for end in 127 2 137; do
  rm "$folder/bin/wardplan"
  if [ $end != 127 ]; then
    printf '#!/bin/sh\nexit %s\n' "$end" >"$folder/bin/wardplan"
    chmod +x "$folder/bin/wardplan"
  fi
  git checkout -q due-7
  git merge due-9 >/dev/null 2>&1 && fail "two values merged by a program that ends with $end"
  marks_in $plan | diff "$folder/marks" - || fail "the marks after $end"
  grep -q "note: thêm" $plan || fail "theirs is lost after $end"
  git merge --abort
  git checkout -q --detach due-7
  git merge -q -m merge note 2>/dev/null || fail "what git merges alone doesn't merge after $end"
  grep -q "note: thêm" $plan || fail "theirs is lost in a merge after $end"
  git checkout -q due-7
  ln -sf "$binary" "$folder/bin/wardplan"
done

# What changed between commits, days and the file, and who brought it.
git checkout -q ours
told=$("$binary" diff $plan --since main --format json)
has "$told" '"before": "[0-9a-f]{7}:plans/mau/2026.yaml"'
has "$told" '"author": "Binh"'
has "$told" '"after": "in progress; note: đã trồng 40 cây"'
has "$told" '"status_after": "done"'
told=$("$binary" diff $plan --since 2026-06-01 --until HEAD --format json)
has "$told" '"date": "2026-06-20"'
told=$(cd plans/mau && "$binary" diff 2026.yaml --since main --until theirs --format json)
hasnt "$told" '"date": "2026-06-20"'
told=$("$binary" diff $plan 2>&1)
has "$told" "nothing changed"
"$binary" diff $plan --exit-code >/dev/null 2>&1 || fail "--exit-code without a change"
! "$binary" diff $plan --since main --exit-code >/dev/null 2>&1 || fail "--exit-code with a change"
told=$("$binary" diff $plan --since nobody 2>&1) && fail "an unknown commit"
has "$told" "git doesn't know the commit .nobody."
told=$("$binary" diff $plan --since 2020-01-01 2>&1) && fail "a day before all commits"
has "$told" "there is no commit before"

# One item's history, through another name of the file and what isn't committed yet.
git mv $plan plans/mau/ke-hoach.yaml
commit 2026-06-30 "another name"
plan=plans/mau/ke-hoach.yaml
"$binary" amend $plan 1 --title "Trồng cây bóng mát" >/dev/null
told=$("$binary" log $plan 1 --format json)
has "$told" '"commit": null'
has "$told" '"author": "Binh"'
has "$told" '"change": "added"'
[ "$(grep -c '"committed": "2026-03-01"' <<<"$told")" = 2 ] || fail "the first commit in: $told"
hasnt "$told" "Hội diễn"
told=$("$binary" log $plan 1 --lang vi)
has "$told" "^01/03/2026 .* An .* cả dòng"

# What is read is the same whatever the settings of git and the variables of a hook are.
cat >"$folder/sign" <<'SH'
#!/bin/sh
case "$*" in
*--verify*) printf '[GNUPG:] GOODSIG 1 An\n' && echo "good signature" >&2 ;;
*) cat >/dev/null && printf '\n[GNUPG:] SIG_CREATED D\n' >&2 && printf -- '-----BEGIN PGP SIGNATURE-----\n\nx\n-----END PGP SIGNATURE-----\n' ;;
esac
SH
chmod +x "$folder/sign"
(
  git clone -q . "$folder/past" && cd "$folder/past"
  retitle() { sed -i "s/^    title: $1\$/    title: $2/" $plan; }
  old=$(git rev-parse origin/main)
  retitle "Trồng cây xanh" "Trồng cây"
  git config gpg.program "$folder/sign"
  commit 2026-07-10 "a signed one" 2026-07-02
  GIT_COMMITTER_DATE=2026-07-10T08:00:00Z git commit -q --amend --no-edit -S
  signed=$(git rev-parse HEAD)
  git checkout -qb side
  retitle "Hội diễn văn nghệ" "Hội thi"
  GIT_AUTHOR_NAME=Chi commit 2026-07-20 "side"
  git checkout -q -
  retitle "Trồng cây" "Trồng cây ven đường"
  commit 2026-07-15 "main line"
  GIT_AUTHOR_DATE=2026-08-02T08:00:00Z GIT_COMMITTER_DATE=2026-08-02T08:00:00Z git merge -q --no-ff -m merge side

  # A day means what stood on the main line then: what was merged later came later.
  told=$("$binary" diff $plan --since 2026-08-01 --format json)
  has "$told" '"author": "Chi"'
  told=$("$binary" diff $plan --since 2026-07-18 --until 2026-08-01 --format json 2>&1)
  has "$told" "nothing changed"
  # The day that is told of a commit is the one by which it is found.
  told=$("$binary" diff $plan --since 2026-07-09 --until 2026-07-14 --format json)
  has "$told" '"after": "Trồng cây"'
  has "$told" '"committed": "2026-07-10"'

  git config log.showSignature true
  told=$("$binary" diff $plan --since "$signed" --format json)
  has "$told" '"before": "Trồng cây"'
  has "$told" '"after": "Trồng cây ven đường"'
  told=$("$binary" log $plan 1 --format json)
  [ "$(grep -c '"author": ' <<<"$told")" -ge 4 ] || fail "commits with signatures: $told"
  git config --unset log.showSignature
  for name in "^$signed" "$signed^@" "$signed..HEAD" ":$plan" -1 ""; do
    told=$("$binary" diff $plan --since "$name" 2>&1) && fail "the commit $name"
    has "$told" "git doesn't know the commit|cần|needs" || fail "$name: $told"
  done

  # Former names lead to what stood there, of both ends.
  told=$("$binary" diff $plan --since "$old" --format json) || fail "since before another name"
  has "$told" '"before": "[0-9a-f]{7}:plans/mau/2026.yaml"'
  told=$("$binary" diff $plan --since "$old^" --until "$old" --format json 2>&1) && fail "no parent"
  told=$("$binary" diff $plan --since "$old" --until origin/theirs --format json) || fail "until before another name"
  has "$told" '"after": "[0-9a-f]{7}:plans/mau/2026.yaml"'
  has "$told" '"author": "Binh"'

  "$binary" diff $plan --since "$old" --format json >"$folder/diff.json"
  "$binary" log $plan 1 --format json >"$folder/log.json"
  # same WORDS…: `diff` and `log` say the same when they are run so.
  same() {
    "$@" "$binary" diff $plan --since "$old" --format json 2>&1 | diff "$folder/diff.json" - || fail "diff with $*"
    "$@" "$binary" log $plan 1 --format json 2>&1 | diff "$folder/log.json" - || fail "log with $*"
  }
  # What says how git works is the user's; the rest says which repository.
  for variable in $(git rev-parse --local-env-vars | grep -v '^GIT_CONFIG'); do
    same env "$variable=$folder/nowhere"
  done
  for variable in LITERAL GLOB NOGLOB ICASE; do same env "GIT_${variable}_PATHSPECS=1"; done
  for setting in log.follow=true log.date=raw log.mailmap=true format.pretty=oneline diff.renames=false diff.relative=true \
    log.showSignature=true color.ui=always i18n.logOutputEncoding=UTF-16 core.quotePath=true log.showRoot=false; do
    same env GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="${setting%=*}" GIT_CONFIG_VALUE_0="${setting#*=}"
  done
  same env --ignore-signal=CHLD

  # Half an answer of git is none.
  if strace -o /dev/null true 2>/dev/null; then
    told=$(strace -o /dev/null -e 'trace=?poll,?ppoll' -e 'inject=?poll,?ppoll:error=ENOMEM:when=2' \
      "$binary" diff $plan --since "$old" 2>&1) && fail "half an answer: $told"
    has "$told" "^wardplan: cannot run .git."
  else
    echo "left out: answers that break off: strace isn't there, or may not trace"
  fi

  # A history that nothing connects with the file is refused.
  git rm -q --cached $plan
  GIT_AUTHOR_DATE=2026-08-03T08:00:00Z GIT_COMMITTER_DATE=2026-08-03T08:00:00Z git commit -qm "gone"
  told=$("$binary" log $plan 1 2>&1) && fail "the log of a file that is gone: $told"
  has "$told" "^wardplan: .$plan. isn't in the last commit"
  odd="plans/mau/a"$'\n'"b.yaml"
  git mv -f plans/mau/ward.yaml "$odd"
  commit 2026-08-04 "a name in two lines"
  git mv "$odd" plans/mau/ward.yaml
  commit 2026-08-05 "and back"
  told=$("$binary" diff plans/mau/ward.yaml --since HEAD~1 2>&1) && fail "a former name in two lines"
  has "$told" "^wardplan: the name .* has a line end"
) || exit 1
git init -q "$folder/empty"
cp $plan "$folder/empty/a.yaml"
cp plans/mau/ward.yaml "$folder/empty"
told=$("$binary" diff "$folder/empty/a.yaml" 2>&1) && fail "a diff without commits"
has "$told" "git doesn't know the commit .HEAD.: the branch has no commit yet"
told=$("$binary" log "$folder/empty/a.yaml" 1 2>&1) && fail "a log without commits"
has "$told" "has no commit yet"

# Without git there is a word for it.
mkdir nothing
told=$(PATH=$PWD/nothing "$binary" diff $plan --since HEAD 2>&1) && fail "a diff without git"
has "$told" "git isn't installed"
mkdir "$folder/outside"
cp $plan "$folder/outside/a.yaml"
told=$("$binary" diff "$folder/outside/a.yaml" 2>&1) && fail "a diff outside of git"
has "$told" "is in no git repository"

# A version that can't be read is merged by lines, and git asks about it.
git checkout -q -f main
git checkout -qb broken
sed -i 's/^    due: Tháng 6/    due: [Tháng 6/' $plan 2>/dev/null || sed -i 's/^    due: Tháng 6/    due: [Tháng 6/' plans/mau/2026.yaml
commit 2026-07-03 "broken"
git checkout -qb sound main
"$binary" amend plans/mau/2026.yaml 2 --note "x" >/dev/null
commit 2026-07-03 "sound"
told=$(git merge broken 2>&1) && fail "a broken side merged: $told"
has "$told" "theirs \(line [0-9]+: .*\) can't be read"
grep -q "note: x" plans/mau/2026.yaml && grep -q "due: \[Tháng 6" plans/mau/2026.yaml || fail "lost by lines"
git merge --abort

# Where two histories cross, git puts their common versions together first, which may conflict.
crossed=plans/mau/2026.yaml
git checkout -qb cross-a main
"$binary" amend $crossed 2 --due "Tháng 7/2026" >/dev/null
commit 2026-07-05 "due 7"
git checkout -qb cross-b main
"$binary" amend $crossed 2 --due "Tháng 9/2026" >/dev/null
commit 2026-07-05 "due 9"
git checkout -q cross-a
git merge -q -m "a with b" cross-b >/dev/null 2>&1 && fail "two values merged"
git checkout -q --ours $crossed
commit 2026-07-06 "a with b"
git checkout -q cross-b
git merge -q -m "b with a" cross-a^1 >/dev/null 2>&1 && fail "two values merged"
git checkout -q --theirs $crossed
commit 2026-07-06 "b with a"
"$binary" amend $crossed 2 --note "ở sân" >/dev/null
commit 2026-07-07 "a note"
git checkout -q cross-a
"$binary" amend $crossed 2 --support vh >/dev/null
commit 2026-07-07 "support"
git config --unset merge.wardplan.recursive
told=$(git merge -m x cross-b 2>&1) && fail "a base with marks merged: $told"
has "$told" "what both were made of \(line [0-9]+: .*\) can't be read"
has "$told" "git config merge.wardplan.recursive binary"
git merge --abort
git config merge.wardplan.recursive binary
told=$(git merge -q -m x cross-b 2>&1) || fail "crossed: $told $(git diff)"
grep -q "note: ở sân" $crossed && grep -q "support: vh" $crossed && grep -q "due: Tháng 7/2026" $crossed || fail "crossed"
# Who recorded what, where that isn't plain: each in a clone of the first commit.
who() {
  git checkout -q -f main
  rm -rf "$folder/who"
  git clone -q . "$folder/who" && cd "$folder/who"
  plan=plans/mau/2026.yaml
}
# entry DAY AUTHOR: an entry of the first item, recorded by somebody.
entry() {
  "$binary" update "$plan" 1 in-progress --date "$1" --note "ngày $1" >/dev/null 2>&1
  GIT_AUTHOR_NAME=$2 commit "$1" "$2"
}

# With a version between that can't be read, what came can be of either.
(
  who
  sed -i 's/^    due: Tháng 8/    due: [Tháng 8/' $plan
  GIT_AUTHOR_NAME=Binh commit 2026-04-01 "broken"
  sed -i 's/^    due: \[Tháng 8/    due: Tháng 8/' $plan
  entry 2026-04-02 Chi
  entry 2026-04-03 Dung
  short() { git rev-parse --short "$1"; }
  told=$("$binary" log $plan 1 --format json 2>&1)
  has "$told" '"author": "Chi, Binh"'
  has "$told" "\"commit\": \"$(short HEAD~1), $(short HEAD~2)\""
  has "$told" '"author": "Dung"'
  hasnt "$told" '"author": "Binh"'
  has "$told" "^wardplan: 1 earlier version can't be read"
  told=$("$binary" diff $plan --since HEAD~3 --format json 2>&1)
  has "$told" '"author": "Chi, Binh"'
  has "$told" "^wardplan: 1 earlier version can't be read"
) || exit 1

# Where the history is cut off, nobody is named for what stands there.
(
  who
  entry 2026-04-01 Binh
  entry 2026-04-02 Chi
  git clone -q --depth 2 "file://$folder/who" "$folder/cut" && cd "$folder/cut"
  told=$("$binary" log $plan 1 --format json 2>&1)
  has "$told" '"author": "Chi"'
  hasnt "$told" '"author": "Binh"'
  has "$told" "^wardplan: the history is cut off here .*git fetch --unshallow"
  told=$("$binary" diff $plan --since HEAD~5 2>&1) && fail "a commit that is cut off"
  has "$told" "git fetch --unshallow"
  told=$("$binary" diff $plan --since 2026-03-15 2>&1) && fail "a day that is cut off"
  has "$told" "git fetch --unshallow"
  told=$("$binary" diff $plan --since HEAD~1 --format json 2>&1)
  has "$told" '"author": "Chi"'
) || exit 1

# Another name on one branch, an entry on the other.
(
  who
  git checkout -qb side
  entry 2026-04-01 Binh
  git checkout -q main
  git mv $plan plans/mau/moi.yaml
  GIT_AUTHOR_NAME=Chi commit 2026-04-02 "another name"
  before=$(git rev-parse HEAD~1)
  GIT_COMMITTER_DATE=2026-04-03T08:00:00Z git merge -q -m merge side
  told=$("$binary" log plans/mau/moi.yaml 1 --format json)
  [ "$(grep -c '"author": "Binh"' <<<"$told")" = 2 ] || fail "the entry of the other branch: $told"
  told=$("$binary" diff plans/mau/moi.yaml --since "$before" --format json)
  has "$told" '"author": "Binh"'
) || exit 1

# What a merge dropped was recorded all the same.
(
  who
  git checkout -qb side
  entry 2026-04-01 Binh
  git checkout -q main
  entry 2026-04-02 Chi
  GIT_AUTHOR_NAME=Dung GIT_COMMITTER_DATE=2026-04-03T08:00:00Z git merge -q -s ours -m merge side
  told=$("$binary" log $plan 1 --format json)
  has "$told" '"author": "Binh"'
  has "$told" 'ngày 2026-04-01'
) || exit 1

# Files that are no records go as with git alone.
git checkout -q main
printf 'a: &x 1\nb: 2\n\n\n\nc: 3\n' >ci.yaml
commit 2026-07-04 "ci"
git checkout -qb ci-1
sed -i 's/^b: 2/b: 20/' ci.yaml
commit 2026-07-04 "b"
git checkout -qb ci-2 main
sed -i 's/^c: 3/c: 30/' ci.yaml
commit 2026-07-04 "c"
git merge -q -m merge ci-1 || fail "a file that is no record"
diff - ci.yaml <<'YAML' || fail "a file that is no record"
a: &x 1
b: 20



c: 30
YAML
echo "git $(git --version | cut -d' ' -f3): merges, conflicts, diff and log are as they should be"
