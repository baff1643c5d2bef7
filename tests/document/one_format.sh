#!/usr/bin/env bash
# Prints one format: one_format.sh FORMAT WARDPLAN WORD… OUT makes OUT.FORMAT
set -euo pipefail
format=$1
shift
words=("${@:1:$#-1}") out=${!#}
"${words[@]}" --format "$format" -o "$out.$format"
