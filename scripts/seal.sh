#!/bin/sh
# Makes the tables of a static binary read-only from the start: seal.sh FILE.
# What is to be read-only after relocation lies in a segment of its own, which the linker marks as
# writable. A binary at a fixed address is not relocated, and musl, other than glibc, does not make that
# segment read-only at each start: the file says it instead, which costs nothing.
set -eu
file=$1
# number OFFSET SIZE: of the file, little-endian.
number() { od -An -t "u$2" -j "$1" -N "$2" "$file" | tr -d ' '; }

headers=$(number 32 8)
size=$(number 54 2)
count=$(number 56 2)
# find TYPE ADDRESS: the offset of the first program header like that.
find_header() {
  at=$headers
  left=$count
  while [ "$left" -gt 0 ]; do
    if [ "$(number "$at" 4)" = "$1" ] && { [ -z "$2" ] || [ "$(number $((at + 16)) 8)" = "$2" ]; }; then
      echo "$at"
      return
    fi
    at=$((at + size)) left=$((left - 1))
  done
  echo "$file has no such segment" >&2
  exit 1
}
relro=$(find_header 1685382482 '') # PT_GNU_RELRO
load=$(find_header 1 "$(number $((relro + 16)) 8)")
# Nothing else may lie in it.
[ "$(number $((load + 40)) 8)" = "$(number $((relro + 40)) 8)" ]
printf '\004' | dd of="$file" bs=1 seek=$((load + 4)) conv=notrunc status=none # PF_R
