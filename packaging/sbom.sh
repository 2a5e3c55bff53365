# shellcheck shell=sh disable=SC2154
# Read by common.sh, which sets binary, VERSION, SOURCE_DATE_EPOCH and ARCH.

# linked: how the C library and libcap come in, and which C library that is. A binary that asks for
# an interpreter is linked when it starts, with glibc; a static one holds musl.
linked() {
  case $(readelf -lW "$binary" 2>/dev/null) in
  *INTERP*) echo "DYNAMIC_LINK glibc" ;;
  *) echo "STATIC_LINK musl" ;;
  esac
}
# sbom PACKAGE ARTEFACT SUM: a bill of materials on standard output: which package the file ARTEFACT
# with this SHA-256 is, and what is linked into it. SPDX 2.3, https://spdx.github.io/spdx-spec/v2.3/.
sbom() {
  sbom_id=$(printf '%s %s' "$1" "$3" | sha256sum | sed 's/^\(.\{8\}\)\(.\{4\}\).\(.\{3\}\).\(.\{3\}\)\(.\{12\}\).*/\1-\2-8\3-8\4-\5/')
  cat <<END
{
  "spdxVersion": "SPDX-2.3",
  "dataLicense": "CC0-1.0",
  "SPDXID": "SPDXRef-DOCUMENT",
  "name": "$2",
  "documentNamespace": "urn:uuid:$sbom_id",
  "creationInfo": {
    "created": "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)",
    "creators": ["Tool: unyoke-packaging-$VERSION"]
  },
  "packages": [
    {
      "name": "$1",
      "SPDXID": "SPDXRef-$1",
      "versionInfo": "$VERSION",
      "packageFileName": "$2",
      "checksums": [{"algorithm": "SHA256", "checksumValue": "$3"}],
      "primaryPackagePurpose": "APPLICATION",
      "supplier": "NOASSERTION",
      "downloadLocation": "NOASSERTION",
      "filesAnalyzed": false,
      "licenseConcluded": "Apache-2.0",
      "licenseDeclared": "Apache-2.0",
      "copyrightText": "2026 the unyoke authors"
    }$(
    [ "$1" != unyoke ] || {
      case $(linked) in
      *musl) part musl "$(debian_version musl-dev)" MIT deb/debian/musl ;;
      *) part glibc "$(debian_version libc6-dev)" LGPL-2.1-or-later deb/debian/glibc ;;
      esac
      part libcap "$(debian_version libcap-dev)" "BSD-3-Clause OR GPL-2.0-only" deb/debian/libcap2
      part swift-stdlib "$(${SWIFT:-swift} --version 2>/dev/null |
        sed -n 's/^.*Swift version \([^ ]*\).*/\1/p')" "Apache-2.0 WITH Swift-exception" swift/stdlib
    }
  )
  ],
  "relationships": [
    {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": "SPDXRef-$1"}$(
    case $1 in
    unyoke)
      # shellcheck disable=SC2046
      relation "$1" $(linked)
      kind=$(linked)
      relation "$1" "${kind% *}" libcap
      relation "$1" STATIC_LINK swift-stdlib
      ;;
    esac
  )
  ]
}
END
}
debian_version() { dpkg-query -W -f '${Version}' "$1" 2>/dev/null || true; }
# part NAME VERSION LICENCE PURL: what is linked in; a version that nobody here knows is left out.
part() {
  cat <<END
,
    {
      "name": "$1",
      "SPDXID": "SPDXRef-$1",${2:+
      \"versionInfo\": \"$2\",}
      "supplier": "NOASSERTION",
      "downloadLocation": "NOASSERTION",
      "filesAnalyzed": false,
      "licenseConcluded": "$3",
      "licenseDeclared": "$3",
      "copyrightText": "NOASSERTION"$(
    case $2:$4 in
    ?*:deb/*)
      printf ',\n      "externalRefs": [{"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",'
      printf ' "referenceLocator": "pkg:%s@%s?arch=source"}]' "$4" "$(echo "$2" | sed 's/:/%3A/g; s/+b[0-9]*$//; s/+/%2B/g')"
      ;;
    esac
  )
    }
END
}
relation() {
  printf ',\n    {"spdxElementId": "SPDXRef-%s", "relationshipType": "%s", "relatedSpdxElement": "SPDXRef-%s"}' "$@"
}
