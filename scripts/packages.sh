# shellcheck shell=bash disable=SC2034
# Sourced by the other scripts: what a Debian 12 machine needs, and how to get it.

build_packages=(
  g++ cmake ninja-build pkg-config
  libyaml-cpp-dev libfmt-dev libcli11-dev libutf8proc-dev nlohmann-json3-dev
  libminizip-dev libpugixml-dev libzip-dev nettle-dev doctest-dev libyaml-dev
  libxlsxwriter-dev
)
test_packages=("${build_packages[@]}" clang-format git strace python3 python3-yaml valgrind)

say() {
  printf '==> %s\n' "$*"
}

is_installed() {
  local status
  status=$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) && [ "$status" = installed ]
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "this needs root or sudo: $*" >&2
    return 1
  fi
}

# Installs those of the named packages that are missing.
install_missing() {
  local missing=() package
  for package in "$@"; do
    is_installed "$package" || missing+=("$package")
  done
  if [ ${#missing[@]} = 0 ]; then
    say "All ${#} packages are installed"
    return
  fi
  say "Installing from Debian: ${missing[*]}"
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
  quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y \
    --no-install-recommends "${missing[@]}"
}

# Runs a command and shows what it said only when it failed.
quietly() {
  local log code=0
  log=$(mktemp)
  "$@" >"$log" 2>&1 </dev/null || code=$?
  if [ "$code" != 0 ]; then
    cat "$log" >&2
    echo "failed with exit $code: $*" >&2
  fi
  rm -f "$log"
  return "$code"
}

# Configures and builds one preset: build PRESET [TARGET…].
build() {
  local targets=("${@:2}")
  say "Building the preset $1 in build/$1 (minutes the first time, seconds later)"
  quietly cmake --preset "$1"
  quietly cmake --build --preset "$1" --parallel "$(nproc)" --target "${targets[@]:-all}"
}
