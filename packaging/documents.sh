#!/bin/sh
# What goes to share/doc/unyoke: what its user reads, the licences, and the bill of materials.
#   documents.sh BINARY FOLDER
# A link to a file that stays in the project becomes plain text.
# shellcheck source=packaging/common.sh
. "$(dirname "$0")/common.sh"

files="README.md CHANGELOG.md SECURITY.md docs/behaviour-notes.md docs/benchmarks.md
docs/compatibility.md docs/container-image.md docs/deviations.md"
mkdir -p "$out/docs" "$out/licenses"
for file in $files; do
  awk -v files=" $(echo "$files" | tr '\n' ' ') " -v file="$file" '
    # inside TARGET: whether it is in the web, in this file, or comes along.
    function inside(target) {
      if (target ~ /^([a-z]+:|#)/) return 1
      sub(/#.*/, "", target)
      if (file ~ /\//) { if (!sub(/^\.\.\//, "", target)) target = "docs/" target }
      return index(files, " " target " ") > 0
    }
    { text = text $0 "\n" }
    END {
      while (match(text, /\]\([^() \n]*\)/)) {
        label = substr(text, 1, RSTART - 1)
        link = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        if (!inside(substr(link, 3, length(link) - 3))) {
          # Back to the bracket that opens the label.
          for (at = length(label); at > 0 && substr(label, at, 1) != "["; at--);
          label = substr(label, 1, at - 1) substr(label, at + 1)
          link = ""
        }
        printf "%s%s", label, link
      }
      printf "%s", text
    }' "$root/$file" >"$out/$file"
done
cp "$root/LICENSE" "$out/LICENSE"
cp "$root"/packaging/licenses/* "$out/licenses"
sbom unyoke unyoke "$(sha256sum <"$binary" | cut -d ' ' -f 1)" >"$out/unyoke.spdx.json"
chmod 755 "$out" "$out/docs" "$out/licenses"
find "$out" -type f -exec chmod 644 {} +
