#!/bin/bash
# `make install` and `make uninstall` into a temporary root, and what finds the files there.
set -u
# shellcheck source=Tests/Packaging/lib.sh
. "$(dirname "$0")/../lib.sh"
cd "$ROOT" || exit 1

# A name with a blank: whoever forgot a quote is found out.
dest="$WORK/a root"
share="$dest/usr/local/share"
# The binary is there already: make is not to build it once more.
made() { make --no-print-directory -o release "$@" DESTDIR="$dest" RELEASE="$BINARY"; }

# at FOLDER FILE: a file of ours or a link of ours, as it has to be there.
at() {
  if [ -L "$2" ]; then
    echo "l 0777 usr/local/share/$1/${2##*/} $(readlink "$2")"
  else
    echo "f 0644 usr/local/share/$1/${2##*/}"
  fi
}
expected() {
  echo "f 0755 usr/local/bin/unyoke"
  local name file
  for name in $PROGRAMS; do
    case $name in
    nsls) echo "l 0777 usr/local/bin/$name unyoke" ;;
    *) echo "f 0755 usr/local/bin/$name" ;;
    esac
  done
  for file in LICENSE README.md CHANGELOG.md SECURITY.md docs/behaviour-notes.md docs/benchmarks.md \
    docs/compatibility.md docs/container-image.md docs/deviations.md unyoke.spdx.json; do
    echo "f 0644 usr/local/share/doc/unyoke/$file"
  done
  for file in packaging/licenses/*; do
    echo "f 0644 usr/local/share/doc/unyoke/licenses/${file##*/}"
  done
  for file in man/*.[1-8]; do at "man/man${file##*.}" "$file"; done
  for file in completions/bash/*; do at bash-completion/completions "$file"; done
  for file in completions/zsh/*; do at zsh/site-functions "$file"; done
  for file in completions/fish/*; do at fish/vendor_completions.d "$file"; done
  echo "f 0644 usr/local/share/unyoke/manifest"
}
# Somebody's umask does not matter.
(umask 077 && mkdir -p "$dest/usr/local/bin" && echo mine >"$dest/usr/local/bin/mine")
(umask 077 && try "make install" made install)
same "its files, modes and links" "$(expected | sort -k 3)" \
  "$(listing "$dest" | grep -v -e '^d' -e bin/mine)"
same "its folders can be entered by anybody" "" \
  "$(find "$share" -type d ! -perm 755)"
for name in $PROGRAMS; do
  same "$name runs from there" "$name from util-linux 2.42.4" \
    "$("$dest/usr/local/bin/$name" --version 2>&1 | sed "s/^nsls from/$name from/")"
done
same "it says what these names are, and what fish needs" "2" \
  "$(made install | grep -c -e 'files of their own' -e 'fish .*XDG_DATA_DIRS names /usr/local/share')"
same "each of the originals' names is a file of its own" "1 1 1 1" \
  "$(cd "$dest/usr/local/bin" && stat -c %h unyoke unshare nsenter lsns | paste -s -d ' ')"
try "make install once more" made install
try "make install LINKS=1" made install LINKS=1
same "makes links" "$(for name in $PROGRAMS; do echo unyoke; done)" \
  "$(for name in $PROGRAMS; do readlink "$dest/usr/local/bin/$name"; done)"
try "and make install makes files of them again" made install
# shellcheck source=Tests/Packaging/documents.sh
. "$ROOT/Tests/Packaging/documents.sh"
documents "$share/doc/unyoke"
bill "$share/doc/unyoke/unyoke.spdx.json" unyoke "$(sha256sum <"$BINARY" | cut -d ' ' -f 1)"
same "an upgrade removes what the new version lacks" "gone" "$(
  touch "$share/man/man1/old.1"
  printf 'file:%s\tshare/man/man1/old.1\n' "$(sha256sum <"$share/man/man1/old.1" | cut -d ' ' -f 1)" \
    >>"$share/unyoke/manifest"
  made install >/dev/null
  [ -e "$share/man/man1/old.1" ] || echo gone
)"

if needs packaging-man "man shows the pages"; then
  for file in man/*.[1-8]; do
    page=$share/man/man${file##*.}/${file##*/}
    name=${file##*/}
    text=$(MANPAGER=cat MANWIDTH=80 man --warnings -l "$page" 2>"$log" | col -b)
    if [ -s "$log" ] || ! grep -q '^NAME' <<<"$text"; then fail "man -l $name"; else ok "man -l $name"; fi
    same "man finds $name there" "$(readlink -f "$page")" "$(man -M "$share/man" -w "${name##*.}" "${name%.*}")"
  done
fi

# Each shell must take the file from there, and not a file of its own for the same name.
if needs packaging-shells "bash, zsh and fish find the completions"; then
  export XDG_DATA_DIRS="$share:/usr/share" HOME="$WORK"
  for file in completions/bash/*; do
    name=${file##*/}
    # shellcheck disable=SC2016 # the inner shell expands
    same "bash finds its completions of $name there" \
      "$(readlink -f "$share/bash-completion/completions/$name")" "$(bash --norc -c '
        . /usr/share/bash-completion/bash_completion
        _completion_loader "$1"
        shopt -s extdebug
        function=$(complete -p "$1" | sed "s/.* -F \([^ ]*\).*/\1/")
        set -- $(declare -F "$function") && shift 2 && readlink -f "$*"' bash "$name" 2>&1)"
  done
  for file in completions/zsh/_*; do
    read -r -a names < <(sed -n '1s/^#compdef //p' "$file")
    for name in "${names[@]}"; do
      case $name in -*) continue ;; esac
      # shellcheck disable=SC2016 # the inner shell expands
      same "zsh finds its completions of $name there" "$share/zsh/site-functions/${file##*/}" \
        "$(zsh -f -c 'fpath=("$1" $fpath)
          autoload -Uz compinit && compinit -u -D
          function=$_comps[$2]
          autoload +X -Uz $function && print -r -- $functions_source[$function]' \
          zsh "$share/zsh/site-functions" "${name%%=*}" 2>&1)"
    done
  done
  for file in completions/fish/*; do
    name=${file##*/}
    name=${name%.fish}
    # An option with a description of ours is offered, and is not when the folder is not looked at.
    # (It offers nothing for a program that is not there.)
    offer() { PATH="$dest/usr/local/bin:$PATH" fish --private -c "complete -C '$name --'" 2>&1 | sort; }
    ours=$(offer)
    theirs=$(XDG_DATA_DIRS=/usr/share offer)
    printf 'with ours:\n%s\nwithout:\n%s\n' "$ours" "$theirs" >"$log"
    if grep -q -- '^--' <<<"$ours" && [ "$ours" != "$theirs" ]; then
      ok "fish finds its completions of $name there"
    else
      fail "fish finds its completions of $name there"
    fi
  done
fi

echo changed >>"$share/man/man1/unshare.1"
refused "a file that somebody changed is not overwritten" made install
ln -sf /bin/true "$dest/usr/local/bin/lsns"
try "make uninstall" made uninstall
same "uninstall leaves what is not ours, and nothing else" "l 0777 usr/local/bin/lsns /bin/true
f 0600 usr/local/bin/mine
f 0644 usr/local/share/man/man1/unshare.1" "$(listing "$dest" | grep -v '^d')"
rm "$dest/usr/local/bin/lsns" "$share/man/man1/unshare.1"
rm -r "$share"
try "make install with another prefix" made install PREFIX=/opt/un
try "its uninstall" made uninstall PREFIX=/opt/un
same "uninstall removes the folders that install made" "d 0700 usr
d 0700 usr/local
d 0700 usr/local/bin
f 0600 usr/local/bin/mine" "$(listing "$dest")"
refused "uninstall without an installation" made uninstall

# sudo has a PATH of its own, without Swift.
mkdir "$WORK/tools"
for tool in make sh awk cat chmod cp cut date dirname dpkg dpkg-query find git grep head id ln ls mkdir \
  mktemp mv printf readelf readlink rm rmdir sed sha256sum sort touch tr uname wc; do
  path=$(command -v "$tool") && [ -x "$path" ] && ln -s "$path" "$WORK/tools/$tool"
done
cp "$BINARY" "$WORK/built"
try "make install without Swift, when the binary is there" env PATH="$WORK/tools" \
  make --no-print-directory install DESTDIR="$WORK/no swift" RELEASE="$WORK/built"
same "it is that binary" "$(sha256sum <"$BINARY")" "$(sha256sum <"$WORK/no swift/usr/local/bin/unshare")"

# Others may write below the prefix, and the caller may be root.
hostile="a hostile prefix"
prefix=$WORK/open/un
open() { dest='' made "$@" PREFIX="$prefix"; }
# prepared: an installation in it.
prepared() {
  rm -rf "$WORK/open" "$WORK/elsewhere"
  mkdir -m 777 "$WORK/open" "$WORK/open/un" "$WORK/elsewhere"
  echo precious >"$WORK/elsewhere/victim"
  open install >"$log" 2>&1
}
line=$(printf 'file:%s\tshare/' "$(echo precious | sha256sum | cut -d ' ' -f 1)")
for place in ../../../elsewhere/victim ./../../../elsewhere/victim man/../../../../elsewhere/victim; do
  prepared
  # At its top: at the end the folders would be gone.
  sed -i "1i $line$place" "$prefix/share/unyoke/manifest"
  refused "a manifest with $place is refused" open uninstall
  same "and nothing is removed" "precious 4" "$(cat "$WORK/elsewhere/victim") $(find "$prefix/bin" -type f | wc -l)"
  refused "nor does an upgrade believe it" open install
  same "and removes nothing" precious "$(cat "$WORK/elsewhere/victim")"
done
prepared
ln -s "$WORK/elsewhere" "$prefix/share/evil"
sed -i "1i ${line}evil/victim" "$prefix/share/unyoke/manifest"
open uninstall >"$log" 2>&1
same "a link out of the prefix is not followed" "precious" "$(cat "$WORK/elsewhere/victim")"
prepared
rm -r "$prefix/share/man"
ln -s "$WORK/elsewhere" "$prefix/share/man"
refused "nothing is installed through a link that leads out" open install
same "and nothing is there" victim "$(ls "$WORK/elsewhere")"
if root "$hostile: somebody is faster"; then
  prepared
  chown -R 65534 "$WORK/open"
  # By the number of the installer, which anybody can see, and by the names that turn up.
  cat >"$WORK/attacker" <<'END'
my ($folder, $victim) = @ARGV;
chdir $folder or die;
until (-e "stop") {
  my @numbers;
  for (glob "/proc/[0-9]*") {
    open my $file, "<", "$_/cmdline" or next;
    push @numbers, substr $_, 6 if (<$file> // "") =~ /packaging\/install.sh/;
  }
  for my $number (@numbers) {
    while (-d "/proc/$number") {
      symlink "$victim/victim", "unyoke.new$number" for 1 .. 20;
      for (glob ".unyoke.??????") { rename $_, "$_-mine" and symlink $victim, $_; }
    }
  }
}
END
  chmod 777 "$prefix/bin"
  setpriv --reuid 65534 --clear-groups perl "$WORK/attacker" "$prefix/bin" "$WORK/elsewhere" &
  attacker=$!
  chmod 755 "$WORK/elsewhere"
  for _ in 1 2 3 4 5 6; do
    FORCE=1 open install >>"$log" 2>&1
  done
  touch "$prefix/bin/stop"
  wait "$attacker"
  same "$hostile: whoever is faster makes root write nowhere else" "precious victim" \
    "$(cat "$WORK/elsewhere/victim") $(ls "$WORK/elsewhere")"
  chmod 755 "$WORK/open" "$WORK/open/un"
  mkdir -p "$WORK/locked"
  refused "install without the right to" setpriv --reuid 65534 --clear-groups \
    env PREFIX=/un DESTDIR="$WORK/locked" SOURCE=. BINARY="$BINARY" PROGRAMS="$PROGRAMS" sh packaging/install.sh
  same "it says so in one line" "install.sh: you may not write to $WORK/locked: become root, or choose a place of your own, for instance PREFIX=\$HOME/.local" \
    "$(cat "$log")"
fi
