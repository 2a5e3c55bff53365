#!/bin/sh
# What each module and library puts into the static binary, in bytes, largest first: modules.sh MAP.
# The MAP is the linker's; of libraries it names the archive, of ours the folder of the module.
set -eu
awk '
  # A section of the output stands before what goes into it.
  NF == 5 && $5 ~ /^\./ { section = $5; next }
  $1 == "0" || section ~ /^\.(bss|relro_padding|debug|comment|symtab|strtab|shstrtab)/ { next }
  $5 ~ /:\(/ {
    # The file, which may have a member behind it, and then the section in it.
    name = $5
    sub(/:\(.*/, "", name)
    sub(/\([^)]*\)$/, "", name)
    sub(/\/[^\/]*\.o$/, "", name)
    sub(/.*\//, "", name)
    sub(/\.build$/, "", name)
    size = 0
    for (i = 1; i <= length($3); i++) size = size * 16 + index("0123456789abcdef", substr($3, i, 1)) - 1
    sum[name] += size
  }
  END { for (name in sum) print sum[name], name }
' "$1" | sort -rn
