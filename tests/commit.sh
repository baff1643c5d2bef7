#!/usr/bin/env bash
# Which commit a program says it is built from, and the time that its package bears: those of the checkout, or of the archive
# that `git archive` made, and of no other repository around it: commit.sh SOURCE. Exit 77: git isn't there.
set -euo pipefail
source=$(realpath "$1")
if ! command -v git >/dev/null; then
  echo "git isn't installed: nothing is tried"
  exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null TZ=UTC
export GIT_AUTHOR_NAME=An GIT_AUTHOR_EMAIL=an@mau.vn GIT_COMMITTER_NAME=An GIT_COMMITTER_EMAIL=an@mau.vn

# commit FOLDER DAY: all of it, as a repository of its own.
commit() {
  git -C "$1" init -q
  git -C "$1" add -A
  GIT_AUTHOR_DATE="$2T00:00:00Z" GIT_COMMITTER_DATE="$2T00:00:00Z" git -C "$1" commit -qm "$2"
}

# is FOLDER TIME DAY: what the package and the program of the folder say.
is() {
  told=$("$1/scripts/package" --time)
  [ "$told" = "$2" ] || { echo "FAILED: $1: its package has the time $told, not $2" && exit 1; }
  cmake -DSOURCE="$PWD/$1" -DOUT="$folder/commit.cc" -P "$1/src/cli/commit.cmake"
  grep -q "kCommitDay = \"$3\"" commit.cc || { echo "FAILED: $1: not $3: $(cat commit.cc)" && exit 1; }
}

mkdir -p checkout/src/cli checkout/scripts
cp "$source/src/cli/commit.cmake" "$source/src/cli/commit.txt" checkout/src/cli
cp "$source/scripts/package" "$source/scripts/packages.sh" checkout/scripts
cp "$source/.gitattributes" checkout
touch checkout/CMakeLists.txt
# In an archive the commit is filled in already.
printf '$%s$\n' 'Format:%H %cs %ct' >checkout/src/cli/commit.txt
mkdir -p other/archive other/bare
commit checkout 2026-01-02
git -C checkout archive HEAD | tar -x -C other/archive
cp -r checkout/. other/bare
rm -rf other/bare/.git
touch other/file
commit other 2020-05-06
is checkout 1767312000 2026-01-02
is other/archive 1767312000 2026-01-02
# Neither a checkout nor an archive: nobody knows.
is other/bare 0 ""
echo "the commit is that of the source"
