# shellcheck shell=bash
# Read by the suites: what is shipped to be read, and the bill of materials.

# documents FOLDER: what they link to is there, and the licences of what is linked in.
documents() {
  local file target missing=
  while read -r file; do
    while read -r target; do
      case $target in *://* | \#*) continue ;; esac
      [ -e "${file%/*}/${target%%#*}" ] || missing="$missing ${file##*/}:$target"
    done < <(grep -o '\](\([^)]*\))' "$file" | sed 's/^](//; s/)$//')
  done < <(find "$1" -name '*.md')
  same "the documents link to nothing that is not there" "" "$missing"
  same "the notices of what is linked in are there" "2" \
    "$(grep -l -e 'Andrew G. Morgan' -e 'Rich Felker' "$1"/licenses/{libcap,musl}.txt | wc -l)"
}
# bill FILE NAME SUM: an SPDX 2.3 document about the package of this name and checksum.
bill() {
  if ! command -v python3 >/dev/null; then
    skip "the bill of materials of $2" "python3 is not installed"
    return
  fi
  try "the bill of materials of $2 is JSON" python3 -m json.tool "$1"
  same "and has what SPDX 2.3 requires" "" "$(python3 - "$@" 2>&1 <<'END'
import json, re, sys
path, name, total = sys.argv[1:]
bill = json.load(open(path))
def need(right, what):
    if not right: print(what)
need(bill["spdxVersion"] == "SPDX-2.3" and bill["dataLicense"] == "CC0-1.0", "versions")
need(bill["SPDXID"] == "SPDXRef-DOCUMENT" and bill["name"], "name")
need(re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["documentNamespace"]), "namespace")
need(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", bill["creationInfo"]["created"]), "created")
need(all(re.match(r"(Tool|Person|Organization): ", one) for one in bill["creationInfo"]["creators"]), "creators")
ids = [package["SPDXID"] for package in bill["packages"]]
need(len(ids) == len(set(ids)) and all(re.fullmatch(r"SPDXRef-[A-Za-z0-9.-]+", one) for one in ids), "ids")
for package in bill["packages"]:
    need(package["name"] and package["downloadLocation"] and package["licenseConcluded"]
         and package["licenseDeclared"] and package["copyrightText"] and package["filesAnalyzed"] is False, package["name"])
main = bill["packages"][0]
need(main["name"] == name and main["checksums"] == [{"algorithm": "SHA256", "checksumValue": total}], "checksum")
pairs = {(one["spdxElementId"], one["relationshipType"], one["relatedSpdxElement"]) for one in bill["relationships"]}
need(("SPDXRef-DOCUMENT", "DESCRIBES", ids[0]) in pairs, "describes")
if name == "unyoke":
    for library in "musl", "libcap", "swift-stdlib":
        need(("SPDXRef-unyoke", "STATIC_LINK", "SPDXRef-" + library) in pairs, library)
need(all(end in ids + ["SPDXRef-DOCUMENT"] for one in pairs for end in one[::2]), "ends")
END
)"
}
