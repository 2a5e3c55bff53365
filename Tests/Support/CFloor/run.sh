#!/bin/sh
# Builds the C floor with the sanitizers for memory and for undefined behaviour, and calls it; and, where
# musl-gcc is installed, also as the release binary has it:
#   sh run.sh COMPILER
# Silent and with status 0 when nothing is wrong.
set -eu
cd "$(dirname "$0")/../../.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
driver="-ISources/CKernel/include -Wall -Wextra -Werror -O1 Tests/Support/CFloor/driver.c"
# shellcheck disable=SC2086
"$1" -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -g \
  -o "$folder/driver" $driver Sources/CKernel/*.c
if command -v musl-gcc >/dev/null 2>&1; then
  # The kernel's headers, and nothing of glibc.
  mkdir "$folder/kernel"
  ln -s /usr/include/linux /usr/include/asm-generic "/usr/include/$(uname -m)-linux-gnu/asm" "$folder/kernel"
  # shellcheck disable=SC2086
  musl-gcc -static -DUY_FIRST_ALLOCATIONS=32768 -Wl,--wrap=free -idirafter "$folder/kernel" \
    -o "$folder/driver-musl" $driver Sources/CKernel/*.c
fi
for one in driver driver-musl; do
  [ -e "$folder/$one" ] || continue
  mkdir "$folder/run-$one"
  cd "$folder/run-$one"
  # A leak checker cannot trace where somebody traces already, and memory that a failed exec leaves is
  # not what this is about.
  if ! ASAN_OPTIONS=detect_leaks=0 timeout -s KILL 60 "$folder/$one" >out 2>&1; then
    echo "$one:"
    cat out
    exit 1
  fi
done
