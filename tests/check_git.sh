#!/usr/bin/env bash
# `check --staged` and `check --since` in repositories of git: check_git.sh BINARY. Exit 77: git isn't there.
set -euo pipefail
binary=$(realpath "$1")
if ! command -v git >/dev/null; then
  echo "git isn't installed: nothing is compared"
  exit 77
fi
folder=$(realpath "$(mktemp -d)")
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export WARDPLAN_LANG=en WARDPLAN_TODAY=2026-11-20 GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null TZ=UTC
export GIT_AUTHOR_NAME=An GIT_AUTHOR_EMAIL=an@mau.vn GIT_COMMITTER_NAME=An GIT_COMMITTER_EMAIL=an@mau.vn
export GIT_CEILING_DIRECTORIES=$folder TMPDIR=$folder/tmp
mkdir tmp

fail() {
  echo "FAILED: $*"
  exit 1
}

# check CODE ARGUMENTS…: what `check --format short` says, on both streams, is in `told`, and nothing is left behind.
check() {
  local code=$1 got=0
  shift
  told=$("$binary" check --format short "$@" 2>&1) || got=$?
  [ $got = "$code" ] || fail "check $* ended with $got and not $code: $told"
  [ -z "$(ls "$TMPDIR")" ] || fail "check $* left behind: $(ls "$TMPDIR")"
}

# has PATTERN, hasnt PATTERN: whether a line of `told` matches.
has() {
  grep -qE -- "$1" <<<"$told" || fail "no line \`$1\` in: $told"
}
hasnt() {
  ! grep -qE -- "$1" <<<"$told" || fail "a line \`$1\` in: $told"
}

commit() {
  git add -A
  GIT_AUTHOR_DATE="${2-2026-03-01}T08:00:00Z" GIT_COMMITTER_DATE="${2-2026-03-01}T08:00:00Z" git commit -qm "$1"
}

git init -q -b main repo
cd repo
mkdir -p plans/mau
cat >plans/mau/ward.yaml <<'YAML'
kind: ward
format: 1
id: mau
name: phường Mẫu
people:
  - {id: an, name: Trần Văn An}
  - {id: binh, name: Lê Thị Bình}
units:
  - {id: vh, name: Bộ phận Văn hóa}
YAML
# The second row has no due time from the start.
cat >plans/mau/2026.yaml <<'YAML'
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
  - number: "2"
    title: Hội diễn văn nghệ
    leader: binh
    lead: vh
YAML

# Without any commit: nothing is there to be committed, then all of it is new.
check 2 plans --staged
has "^wardplan: .plans. isn't in what is to be committed; .git add plans. first"
check 2 plans --since HEAD
has "the branch has no commit yet"
git add -A
check 1 plans --staged
has "^plans/mau/2026.yaml:13:12: warning\[P505\]"
has "^wardplan: 2 files changed since no commit at all"
commit "records"

# What was there before isn't told.
check 0 plans --staged
has "^wardplan: no record changed since commit [0-9a-f]+; 1 finding of before not told"
check 0 plans --since HEAD
hasnt P505

# The index is judged, whatever the files are, and the other way round.
sed -i 's/leader: an$/leader: ann/' plans/mau/2026.yaml
check 0 plans --staged
check 1 plans --since HEAD
has "^plans/mau/2026.yaml:9:13: error\[R311\]"
hasnt P505
git add -A
git show HEAD:plans/mau/2026.yaml >plans/mau/2026.yaml
check 1 plans --staged
has "^plans/mau/2026.yaml:9:13: error\[R311\]"
check 0 plans --since HEAD
git reset -q --hard

# Settings are those of what is judged, and their patterns go by where its files stand.
cat >wardplan.yaml <<'YAML'
kind: settings
format: 1
accepted:
  - {code: [P505], path: "plans/mau/**", reason: họp chưa định ngày}
YAML
sed -i 's/Hội diễn văn nghệ/Hội diễn/' plans/mau/2026.yaml
git add -A
check 0 . --staged
hasnt P505
check 0 plans --since HEAD
echo "severities: [{code: [P505], severity: note, path: \"plans/**\"}]" >>wardplan.yaml
sed -i '/^accepted/,/reason/d' wardplan.yaml
check 0 . --staged
hasnt P505
check 0 . --since HEAD
has "note\[P505\]"
git rm -qf --cached wardplan.yaml
check 1 plans --staged
has "warning\[P505\]"
git reset -q --hard
rm wardplan.yaml

# What a change brings about in files that stay is told, and no more of them.
sed -i '/Lê Thị Bình/d' plans/mau/ward.yaml
for asked in --staged --since=HEAD; do
  git add -A
  check 1 plans $asked
  has "^plans/mau/2026.yaml:14:13: error\[R311\]"
  hasnt P505
  has "^wardplan: 1 file changed since commit [0-9a-f]+; 1 finding of before not told"
done
# Every form of the report tells it alone.
for format in text json github gitlab sarif junit; do
  out=$("$binary" check plans --staged --format $format 2>/dev/null) && fail "$format ends with 0"
  grep -q R311 <<<"$out" || fail "$format lacks R311: $out"
  ! grep -q P505 <<<"$out" || fail "$format has P505: $out"
done
check 1 plans --staged --select R3 --quiet
check 0 plans --staged --select P
git reset -q --hard

# A line more above and another name of the file are no findings; what is gone is gone.
sed -i '1i # Bản 2026' plans/mau/2026.yaml
git add -A
check 0 plans --staged
hasnt P505
git reset -q --hard
git mv plans/mau/2026.yaml plans/mau/ke-hoach.yaml
check 0 plans --staged
has "1 finding of before not told"
git reset -q --hard
# One more that says the same is told, with its like.
sed -n '/number: "2"/,$p' plans/mau/2026.yaml >more
sed -i 's/number: "2"/number: "3"/' more
cat more >>plans/mau/2026.yaml
rm more
git add -A
check 1 plans --staged
has "2026.yaml:17:12: warning\[P505\]"
hasnt "2026.yaml:13:12: warning\[P505\]"
git reset -q --hard
git rm -q plans/mau/2026.yaml
check 0 plans --staged
has "^wardplan: 1 file changed"
git rm -q -r plans
check 0 plans --staged
has "^wardplan: no record is left at .plans."
check 2 nowhere --staged
git reset -q --hard

# From anywhere, and by days.
echo "# x" >>plans/mau/ward.yaml
commit "a comment" 2026-04-01
sed -i 's/Hội diễn/Hội thi/' plans/mau/2026.yaml
for place in . plans plans/mau; do
  (cd $place && check 1 --since HEAD && has "2026.yaml:13:12: warning\[P505\]")
  (cd $place && check 1 . --since 2026-03-15 && has "^wardplan: 2 files changed")
done
(cd / && check 1 "$folder/repo/plans" --since HEAD && has "^plans/mau/2026.yaml:13:12")
check 1 "$PWD/plans/mau/2026.yaml" --since HEAD
has "^plans/mau/2026.yaml:13:12"
check 0 plans/mau/ward.yaml --since HEAD
check 2 plans --since nobody
has "git doesn't know the commit .nobody."
check 2 plans --since 2020-01-01
has "there is no commit before"
for variable in $(git rev-parse --local-env-vars | grep -v '^GIT_CONFIG'); do
  told=$(env "$variable=$folder/nowhere" "$binary" check plans --since HEAD --format short 2>&1) && fail "0 with $variable"
  has "^plans/mau/2026.yaml:13:12"
done
# Files that git doesn't know yet are new.
git stash -q
cp plans/mau/2026.yaml plans/mau/them.yaml
check 1 plans --since HEAD
has "them.yaml"
check 0 plans --staged
rm plans/mau/them.yaml

# In a hook git may make the next commit in an index of its own.
printf '#!/bin/sh\nexec "%s" check plans --staged --format short --fail-on error\n' "$binary" >.git/hooks/pre-commit
chmod +x .git/hooks/pre-commit
sed -i 's/leader: an$/leader: ann/' plans/mau/2026.yaml
told=$(git commit -qam "broken" 2>&1) && fail "committed: $told"
has "error\[R311\]"
echo "# y" >>plans/mau/ward.yaml
told=$(git commit -qm "another file" plans/mau/ward.yaml 2>&1) || fail "not committed: $told"
git worktree add -q ../beside >/dev/null 2>&1
(
  cd ../beside
  sed -i 's/leader: an$/leader: ann/' plans/mau/2026.yaml
  told=$(git commit -qam "broken" 2>&1) && fail "committed in a worktree: $told"
  has "error\[R311\]"
) || exit 1
rm .git/hooks/pre-commit
git checkout -q .

# A merge that isn't done.
git checkout -qb one
sed -i 's/Trồng cây xanh/Trồng cây/' plans/mau/2026.yaml
commit "one"
git checkout -qb two HEAD~1
sed -i 's/Trồng cây xanh/Trồng hoa/' plans/mau/2026.yaml
commit "two"
git merge one >/dev/null 2>&1 && fail "two titles merged"
check 2 plans --staged
has "^wardplan: .plans/mau/2026.yaml. is still in conflict"
git merge --abort
git checkout -q main

# A repository within it is its own.
git clone -q . "$folder/inner"
git -c protocol.file.allow=always submodule --quiet add "$folder/inner" plans/trong >/dev/null 2>&1
for asked in --staged --since=HEAD; do
  check 0 plans $asked
  has "^wardplan: .plans/trong. is a submodule and isn't judged here"
done
check 0 plans/mau --staged
hasnt submodule
check 2 plans/mau plans/trong/plans --since HEAD
has "are in two git repositories"
(cd plans/trong && check 0 plans --since HEAD)
git reset -q --hard
rm -rf plans/trong

# Where there is no history, or no repository, or no git.
git clone -q --depth 1 "file://$PWD" "$folder/cut"
(cd "$folder/cut" && check 2 plans --since HEAD~1 && has "git fetch --unshallow")
mkdir -p "$folder/outside"
cp -r plans "$folder/outside"
(cd "$folder/outside" && check 2 plans --staged && has "is in no git repository")
mkdir "$folder/nothing"
told=$(PATH=$folder/nothing "$binary" check plans --staged 2>&1) && fail "without git"
has "git isn't installed"
echo "git $(git --version | cut -d' ' -f3): what is staged, and what changed, is judged as it should be"
