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
  for name in $PROGRAMS; do echo "l 0777 usr/local/bin/$name unyoke"; done
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
try "make install once more" made install
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
f 0600 usr/local/bin/mine" "$(rmdir -p "$dest/opt/un" 2>/dev/null; listing "$dest")"
refused "uninstall without an installation" made uninstall
