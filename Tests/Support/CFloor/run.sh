#!/bin/sh
# Builds the C floor with the sanitizers for memory and for undefined behaviour, and calls it:
#   sh run.sh COMPILER
# Silent and with status 0 when nothing is wrong.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$1" -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g -O1 \
  -Wall -Wextra -Werror -ISources/CKernel/include \
  -o "$folder/driver" Tests/Support/CFloor/driver.c Sources/CKernel/*.c
cd "$folder"
# A leak checker cannot trace where somebody traces already, and memory that a failed exec leaves is
# not what this is about.
if ! ASAN_OPTIONS=detect_leaks=0 timeout -s KILL 60 ./driver >out 2>&1; then
  cat out
  exit 1
fi
