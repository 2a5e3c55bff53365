#!/bin/bash
# Fails when one of the promises about what ships is broken. One line for each promise.
set -u
cd "$(dirname "$0")/.." || exit 1
SWIFT=${SWIFT:-swift}
# shellcheck source=scripts/promises.sh
. scripts/promises.sh

# Both builds, from nothing but the sources of the last build on: a warning is printed only when
# its file is compiled.
# That an account has no home for the package manager's caches says nothing about the build.
# What is gone says nothing either, and least of all that there was no warning.
warnings() { { cat "$1" || echo "error: no $1"; } 2>/dev/null | grep -E 'warning:|error:' | grep -v 'user-level cache features' | sort -u; }
log=$(mktemp)
# fish makes folders in the home of whoever runs it.
home=$(mktemp -d)
trap 'rm -rf "$log" "$home"' EXIT

for link in static dynamic; do
  rm -rf ".build-$link"
  if make --no-print-directory release LINK=$link >"$log" 2>&1; then
    promise "the $link release build has no warning" "$(warnings "$log")"
  else
    bad "the $link release build" "$(tail -n 20 "$log")"
  fi
done
rm -rf .build
if $SWIFT build >"$log" 2>&1; then
  promise "the ordinary build has no warning" "$(warnings "$log")"
else
  bad "the ordinary build" "$(tail -n 20 "$log")"
fi

binary=.build-static/unyoke
# What is not there keeps no promise.
for file in $binary .build-static/release/unyoke .build-dynamic/unyoke; do
  [ -e "$file" ] || bad "$file is there"
done
size=$(stat -c %s $binary 2>/dev/null || echo 999999999)
promise "the release binary is at most 960 KiB ($size bytes)" \
  "$([ "$size" -le 983040 ] || echo "it has $size bytes")"
sh scripts/modules.sh .build-static/unyoke.map | awk '{ printf "      %7d %s\n", $1, $2 }'
promise "the release binary has no dynamic dependency" \
  "$(readelf -d $binary 2>&1 | grep NEEDED; readelf -l $binary | grep -i interpreter)"
# The linker's map names each file that something was taken from.
promise "the release binary holds nothing of glibc" "$(
  awk '$5 ~ /:\(/ { sub(/:\(.*/, "", $5); print $5 }' .build-static/unyoke.map | sort -u |
    grep -vE "^($PWD/\.build-static/.*\.o|<internal>)$" |
    grep -vE '/[a-z0-9_]*-linux-musl/(crt1\.o|libc\.a\(.*)$|/(libcap|libgcc|libswiftUnicodeDataTables)\.a\('
)"
# libcap is compiled with glibc's headers, and linked with musl all the same (CKernel/libcap_names.c).
promise "libcap wants nothing of libc that differs in musl" "$(
  archive=$(grep -oE '/[^ ]*/libcap\.a' .build-static/unyoke.map | head -n 1)
  members=$(grep -oE 'libcap\.a\([a-z_]*\.o' .build-static/unyoke.map | sed 's/.*(//' | sort -u | tr '\n' '|')
  nm -A -u "$archive" | awk '{ print $1, $NF }' | grep -E ":(${members}none):" | awk '{ print $2 }' |
    sort -u | grep -vE '^_?(lib)?cap_|^_GLOBAL_OFFSET_TABLE_$' | grep -vxE "$(tr -s ' \n' '|' <<'END'
__asprintf_chk __ctype_b_loc __ctype_tolower_loc __errno_location __isoc23_strtoul __sprintf_chk
__stack_chk_fail __stack_chk_guard calloc capget capset chdir chroot close execve exit fclose fgets
fopen64 fork free memcpy memset pipe2 prctl psx_load_syscalls read sched_yield setgid setgroups setuid
strcpy strlen strtoul syscall waitpid write
END
)none"
)"
promise "the dynamic binary needs libc and libcap only" \
  "$(readelf -d .build-dynamic/unyoke 2>&1 | grep -E 'NEEDED|RUNPATH|RPATH' |
    grep -vE 'NEEDED.*\[lib(c\.so\.6|cap\.so\.2)\]')"
# hardened FILE SYMBOLS: what of it is not as Debian builds the originals.
hardened() {
  local headers symbols wanted table name
  headers=$(readelf -hlWd "$1" 2>&1)
  grep -q 'GNU_RELRO' <<<"$headers" || echo "$1 keeps its tables writable"
  wanted="__stack_chk_fail"
  if [ "$1" = "$binary" ]; then
    # It is not relocated at all, which would cost time at each start (Makefile): what the others make
    # read-only at their start is so in the file (scripts/seal.sh).
    table=$(awk '$1 == "GNU_RELRO" { print $3 }' <<<"$headers")
    grep -qE "LOAD +0x[0-9a-f]+ $table .* R +0x" <<<"$headers" || echo "$1 can write its tables"
  else
    # musl has no checked forms of functions that fill buffers. The same sources are run with them
    # in the dynamic binary, and under the sanitizers below.
    wanted="$wanted __snprintf_chk"
    grep -q 'Type: *DYN' <<<"$headers" || echo "$1 has a fixed address"
    grep -qE '\(FLAGS.*(BIND_NOW|NOW)' <<<"$headers" || echo "$1 binds late"
  fi
  grep -q 'GNU_STACK.* RW ' <<<"$headers" || echo "the stack of $1 is executable"
  ! grep -q 'LOAD.* RWE ' <<<"$headers" || echo "$1 can write what it executes"
  ! grep -q 'TEXTREL' <<<"$headers" || echo "$1 has its code relocated"
  symbols=$(nm "$2" 2>&1)
  for name in $wanted; do
    grep -q " $name" <<<"$symbols" || echo "$2 lacks $name"
  done
}
promise "the release binary is hardened as Debian's" \
  "$(hardened $binary .build-static/release/unyoke)"
promise "the dynamic binary is hardened as Debian's" \
  "$(hardened .build-dynamic/unyoke .build-dynamic/release/unyoke)"
if [ "$(id -u)" -ne 0 ]; then
  skip "a launch keeps to its budget" "needs root"
elif ! command -v cc >/dev/null || ! command -v strace >/dev/null; then
  skip "a launch keeps to its budget" "gcc or strace is not installed"
else
  if bash scripts/budget.sh $binary >"$log" 2>&1; then
    ok "a launch keeps to its budget"
  else
    bad "a launch keeps to its budget" "make order, where functions were renamed or moved"
  fi
  sed 's/^/      /' "$log"
fi
promise "the release binary prints every value it interpolates" \
  "$(strings $binary | grep 'cannot print value')"
promise "the release binary looks up no account through libc's services" \
  "$(nm .build-static/release/unyoke | grep -E ' [TW] (f?getpw(nam|uid|ent)|f?getgr(nam|gid|ent)|getgrouplist|initgroups|__nss_database_get)(_r)?$')"

# Each hint has its heading, and a test in which it is given; `topics == [...]` without it is the other one.
promise "each hint has a heading in docs/answers.md and a test" "$(
  topics=$(cat Sources/Answers/Rules/*.swift | tr '\n' ' ' | grep -oE 'Hint\( *"[a-z0-9-]+"' |
    sed 's/.*"\(.*\)"/\1/' | sort -u)
  diff <(echo "$topics") <(sed -n 's/^### //p' docs/answers.md | sort) | grep '^[<>]'
  for topic in $topics; do
    grep -rqF "\"$topic\"" Tests/Unit/Answers || echo "no test of $topic"
  done
)"

# The modules that a folder imports, with the place; of `import struct Bytes.ByteString` the module.
imports() {
  grep -rnE '^ *(@[_a-zA-Z]+ )*(public |internal |private |package )?import ' "Sources/$1" --include=*.swift |
    sed -E 's/:[@_a-zA-Z ]*import ((struct|class|enum|protocol|func|var|let|typealias) )?([A-Za-z]+)[.A-Za-z]*/: \3/'
}
# Coroutines, such as a subscript that lends what cannot be copied, would ask malloc for their frame and
# use it without a look; all other memory comes from CKernel/memory.c, which ends the process.
# shellcheck disable=SC2016
promise "nothing in Swift gets memory that may not be there" "$(
  objdump -d --no-show-raw-insn .build-static/release/unyoke 2>&1 |
    awk '/^[0-9a-f]+ </ { name = $2 } /(call|jmp) .*<(malloc|calloc|realloc|aligned_alloc)>/ { print name }' |
    grep '^<\$' | sort -u
)"
promise "what ships imports no Foundation and no Glibc" \
  "$(imports . | grep -E ': (Foundation|Glibc|Dispatch|Darwin|Musl)' )"
promise "only Kernel, Host and Capabilities import the C floor" \
  "$(grep -rnE 'import CKernel' Sources | grep -vE '^Sources/(Kernel|Host|Capabilities)/')"
promise "only Capabilities imports libcap" \
  "$(grep -rnE 'import CCapability' Sources | grep -v '^Sources/Capabilities/')"
# The one table of rooms and floors is Package.swift's; SwiftPM alone would let a target import what
# another one of the same build made.
targets() {
  tr -d '\n' <Package.swift | grep -oE " $1\( *\"[^)]*\)" | grep -oE '"[A-Za-z]+"(, *"[A-Za-z]+")*' |
    tr -d '",' | tr -s ' '
}
rooms() { targets room; }
# What other packages import.
libraries() { targets library; }
promise "each room imports lower floors only" "$(
  seen=
  while read -r room floors; do
    # shellcheck disable=SC2086
    imports "$room" | grep -vE ": ($(tr ' ' '|' <<<"${floors:-none}"))$"
    for floor in $floors; do
      [[ " $seen CKernel CCapability " == *" $floor "* ]] || echo "$room stands below $floor"
    done
    seen+=" $room"
  done < <(rooms)
  [ "$(rooms | wc -l)" -gt 10 ] || echo "the table of rooms was not found in Package.swift"
)"
# Beside them what Swift itself has for threads.
promise "each library imports rooms, and the C floor of its own" "$(
  names=$(rooms | awk '{ print $1 }')
  while read -r library floors; do
    # shellcheck disable=SC2086
    imports "$library" | grep -vE ": ($(tr ' ' '|' <<<"Synchronization $floors"))$"
    for floor in $floors; do
      grep -qx "$floor" <<<"$names" || [ "$floor" = CNamespaces ] ||
        echo "$library stands on $floor, which is no room"
    done
  done < <(libraries)
  [ -n "$(libraries)" ] || echo "no library was found in Package.swift"
)"
promise "what needs swift-system is in NamespacesSystem, behind the trait" "$(
  grep -rnE 'import SystemPackage' Sources --include=*.swift | grep -v '^Sources/NamespacesSystem/'
  imports NamespacesSystem | grep -vE ': (Bytes|NamespaceValues|Namespaces|SystemPackage)$'
  for file in Sources/NamespacesSystem/*.swift; do
    [ "$(grep -v '^//' "$file" | sed -n '1p;$p' | tr '\n' ' ')" = "#if SwiftSystem #endif " ] || echo "$file"
  done
)"
# The linker's map has a folder for each module that something was taken from.
promise "the release binary holds nothing of a library" "$(
  modules=$(sh scripts/modules.sh .build-static/unyoke.map 2>&1 | awk '{ print $2 }')
  grep -qx Survey <<<"$modules" || echo "the map does not name the modules"
  { libraries | awk '{ print $1 }'; printf '%s\n' CNamespaces NamespacesSystem; } | grep -xF -- "$modules"
)"
promise "every folder of Sources is a room or a library" "$(
  comm -3 <({ { rooms; libraries; } | awk '{ print $1 }'; printf '%s\n' CKernel CCapability CNamespaces NamespacesSystem unyoke; } | sort) \
    <(find Sources -mindepth 1 -maxdepth 1 -type d -printf '%f\n' | sort)
)"
# Each row of the picture: the room or library, and in the second column what it stands on.
promise "the picture of the house shows these rooms and libraries on these floors" "$(
  picture() {
    # shellcheck disable=SC2016
    sed -nE 's/^\| `([A-Za-z]+)` \| ([^|]*)\|.*/\1 \2/p;/^## /q' docs/architecture.md | tr -d '`,' | sed 's/ *$//'
  }
  # The uppermost room is shown by what it does not stand on.
  diff <({ rooms; libraries; } | sed 's/ *$//' | grep -v '^Personalities') \
    <(picture | tr -s ' ' | grep -v '^Personalities') | grep '^[<>]'
)"
promise "what the documents name as a file of Sources is there" "$(
  for document in docs/architecture.md docs/embedded-rules.md CONTRIBUTING.md; do
    # shellcheck disable=SC2016
    grep -oE '`[A-Za-z+/]+\.(swift|c|h)`' "$document" | tr -d '`' | sort -u | while read -r file; do
      case $file in
      # What a family of files is called.
      X+Sentence.swift | +Describe.swift) continue ;;
      Package.swift | sys/*) continue ;;
      */*) [ -e "Sources/$file" ] || [ -e "$file" ] ;;
      *) find Sources -name "$file" | grep -q . ;;
      esac || echo "$document: $file"
    done
  done
)"
promise "numbers of descriptors stay in Kernel" \
  "$(grep -rnE '\bpackage (let|var|init|func|static|consuming)|\bOwnedDescriptor\b' Sources |
    grep -vE '^Sources/Kernel/.*OwnedDescriptor|^Sources/(Kernel/.*/// |Kernel/Errno\+Floor|Bytes/|NamespaceValues/)')"
# Each line that says so is an error, and no other line.
promise "what is no namespace, process, directory or socket can not be used as one" "$(
  uses=Tests/Support/WrongUses/HandleUses.swift
  diff <(grep -n '// wrong' $uses | cut -d : -f 1) <(
    swiftc -typecheck -I .build/debug/Modules \
      -Xcc -fmodule-map-file=Sources/CKernel/include/module.modulemap \
      -Xcc -fmodule-map-file=Sources/CCapability/module.modulemap $uses 2>&1 |
      grep -oE "HandleUses.swift:[0-9]+:[0-9]+: error" | cut -d : -f 2 | sort -nu
  )
)"
promise "only Fork.swift forks" \
  "$(grep -rnE 'Calls\.fork\(' Sources | grep -v '^Sources/Launch/Fork.swift')"
# libcap's cap_prctl reads what libcap itself does not ask for by number.
promise "only libcap changes capabilities" "$(
  grep -rnE 'SYS_cap(set|get)|PR_CAP' Sources --include=*.c --include=*.h --include=*.swift |
    grep -vE '^Sources/(Launch/LaunchFailure\+Sentence|Capabilities/OwnCapabilities.*(cap_prctl|///))'
)"
promise "only Personalities writes to the standard streams" \
  "$(grep -rnE 'StandardStream\.' Sources | grep -v '^Sources/Personalities/')"
promise "nothing that ships can trap on purpose" \
  "$(grep -rnE 'try!|as!|fatalError|precondition\(|unowned|TODO|FIXME' Sources)"
promise "no Swift file is longer than 300 lines" \
  "$(find Sources Tests Tools Examples -name '*.swift' -exec wc -l {} + | awk '$2 != "total" && $1 > 300')"
promise "the Makefile and the binary name the same programs" \
  "$(diff <(sed -n 's/^PROGRAMS *= *//p' Makefile | tr ' ' '\n') <($binary --list 2>&1 ||
    .build-static/unyoke --list))"
promise "the sources are formatted" \
  "$($SWIFT format lint --strict --recursive Package.swift Sources Tests Tools Examples 2>&1)"
promise "every public declaration of what ships says what it is" "$(
  $SWIFT format lint --strict --recursive --configuration \
    "$(sed 's/\("AllPublicDeclarationsHaveDocumentation": \)false/\1true/' .swift-format)" Sources 2>&1
)"
# What a command leaves behind in the checkout is not to be committed with the rest.
promise "the root holds nothing but what belongs there" "$(
  git ls-files | sed 's,/.*,,' | sort -u | grep -vxE "$(tr '\n' '|' <<'END'
\.ci
\.editorconfig
\.github
\.gitignore
\.swift-format
CHANGELOG\.md
CONTRIBUTING\.md
Examples
LICENSE
Makefile
Package\.swift
README\.md
SECURITY\.md
Sources
Tests
Tools
bench
completions
docs
man
packaging
scripts
END
)none"
)"
promise "make trace shows the calls of the release binary" "$(
  if command -v strace >/dev/null; then
    make --no-print-directory trace ARGS="unyoke privs --json 'one two'" 2>&1 |
      grep -qF '/.build-run/unyoke", ["unyoke", "privs", "--json", "one two"]' || echo "not there"
  fi
)"
promise "make unit takes a pattern" "$(
  make -n unit ONLY='Trace|Help' | grep -qF -e "--filter 'Trace|Help'" || echo "it is not passed on"
)"
# Whatever stands in ARGS, the command gets it as a shell would give it.
ran() { make --no-print-directory run ARGS="$1" 2>&1 | tail -n 1; }
promise "make run passes words on untouched" "$(
  # shellcheck disable=SC2016
  for words in "printf %s 'a  b > c'" 'printf %s "a'"'"'b"' 'printf %s \$\(x\)' \
    "unshare -r sh -c 'id -u'" "printf %s 'a
b'"; do
    expected=$(PATH="$PWD/.build-run:$PATH" sh -c "$words" 2>&1 | tail -n 1)
    [ "$(ran "$words")" = "$expected" ] || printf '%s\n' "ARGS=$words gives: $(ran "$words")"
  done
)"
promise "nothing reaches outside of the project" \
  "$(git grep -nE '\.\./shared|/work/main' -- . ':!scripts/check.sh')"
if command -v gcc >/dev/null 2>&1; then
  promise "gcc's analyzer finds nothing in the C floor" \
    "$(for file in Sources/CKernel/*.c; do
      gcc -fanalyzer -O2 -Wall -Wextra -ISources/CKernel/include -c "$file" \
        -o /dev/null 2>&1
    done)"
  promise "the C floor keeps to its memory, under ASan and UBSan" \
    "$(sh Tests/Support/CFloor/run.sh gcc 2>&1)"
else
  skip "the C floor is analyzed and run with sanitizers" "gcc is not installed"
fi
if clang=$(command -v clang); then
  promise "clang's analyzer finds nothing in the C floor" \
    "$("$clang" --analyze -Xclang -analyzer-output=text \
      -ISources/CKernel/include Sources/CKernel/*.c 2>&1)"
else
  skip "clang's analyzer finds nothing in the C floor" "clang is not installed"
fi
promise "the sanitizers see each entry of the C floor" "$(
  # A type of function is none.
  entries=$(grep -hv '^typedef' Sources/CKernel/include/*.h | grep -oE '\buy_[a-z0-9_]+\(' | tr -d '(' | sort -u)
  # A pattern that has lost the prefix of the entries would find nothing, and promise everything.
  [ "$(wc -w <<<"$entries")" -ge 75 ] || echo "only these entries are found: $entries"
  for entry in $entries; do
    grep -q "\b$entry(" Tests/Support/CFloor/driver.c ||
      echo "$entry is not called in Tests/Support/CFloor/driver.c"
  done
)"
if command -v shellcheck >/dev/null 2>&1; then
  promise "the shell scripts are clean" \
    "$(git ls-files '*.sh' .ci/run | xargs shellcheck -x 2>&1)"
else
  skip "the shell scripts are clean" "shellcheck is not installed"
fi
if command -v mandoc >/dev/null 2>&1; then
  promise "the manual pages are clean" "$(mandoc -T lint -W warning man/*.[0-9] 2>&1)"
else
  skip "the manual pages are clean" "mandoc is not installed"
fi
if $SWIFT run --scratch-path .build-test nsgen compare >"$log" 2>&1; then
  ok "the completions agree with the option tables"
else
  bad "the completions agree with the option tables" "$(grep -E 'stale|error:' "$log")"
fi
# Loads every completion script of a shell, as the shell does; what is printed is a finding.
load_completions() {
  local file
  for file in completions/"$1"/*; do
    case $1 in
    bash)
      # shellcheck disable=SC2016
      bash --norc --noprofile -c '
        . /usr/share/bash-completion/bash_completion
        . "$1" && complete -p "${1##*/}" >/dev/null' - "$file"
      ;;
    zsh)
      # shellcheck disable=SC2016
      zsh -f -c '
        fpath=("$PWD/completions/zsh" $fpath)
        autoload -Uz compinit && compinit -u -D
        autoload +X "${1:t}" && [[ $_comps[${${1:t}#_}] == ${1:t} ]] || print "$1: not found"' \
        - "$file"
      ;;
    fish)
      # shellcheck disable=SC2016
      HOME=$home fish --no-config -c '
        source $argv[1]
        complete -c (string replace -r ".*/(.*)\.fish" "\$1" -- $argv[1]) | string length -q
        or echo $argv[1] offers nothing' -- "$file"
      ;;
    esac 2>&1
  done
}
for shell in bash zsh fish; do
  if ! command -v $shell >/dev/null 2>&1; then
    skip "$shell loads its completions without a word" "$shell is not installed"
  elif [ $shell = bash ] && [ ! -e /usr/share/bash-completion/bash_completion ]; then
    skip "bash loads its completions without a word" "bash-completion is not installed"
  else
    promise "$shell loads its completions without a word" "$(load_completions $shell)"
  fi
done

echo "check: $passed passed, $failed failed"
[ "$failed" -eq 0 ]
