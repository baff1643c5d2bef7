#!/usr/bin/env bash
# The language server in Neovim: neovim.sh BINARY
set -euo pipefail

if ! command -v nvim >/dev/null; then
  echo "skipped: there is no nvim (Debian: neovim)"
  exit 77
fi
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ward="$folder/Phường Đông"
mkdir -p "$ward" "$folder/.git" "$folder/home"
python3 "$here/session.py" "$1" --lay "$ward"
said=$(cd "$folder" && HOME=$folder/home XDG_CONFIG_HOME=$folder/home XDG_DATA_HOME=$folder/home \
  XDG_STATE_HOME=$folder/home XDG_CACHE_HOME=$folder/home WARDPLAN_LANG=vi LC_ALL=C.UTF-8 \
  WARD=$ward BINARY=$1 timeout 120 nvim --headless -u NONE -i NONE -n -c "luafile $here/neovim.lua" 2>&1) || {
  echo "$said"
  exit 1
}
echo "$said"
[ "${said##*$'\n'}" = fine ]
