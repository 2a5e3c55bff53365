# shellcheck shell=sh
# The part that postinst, prerm and postrm of unyoke-replace share; packaging/deb.sh puts it into
# each, for postrm runs when no file of the package is left.
#
# There is not one moment without a working unshare: every name changes hands by one rename(2).
# That is why what it puts there are no files of the package (dpkg removes the files first and asks
# postrm to give back the originals later) and why dpkg-divert does not rename. Each step can be
# repeated, wherever the last run was interrupted.
#
# Programs are copies, each a file of its own as the originals are: a mode, capability, mount,
# profile or lock that somebody puts on one of them is not for the others. The rest are links.
me=unyoke-replace
# The checksums of all copies that were put somewhere: whether a file is ours.
sums=/var/lib/$me/checksums

# each FUNCTION: calls it with every path that changes hands, and what is ours there: =FILE for a
# copy of it, otherwise what a link says.
each() {
  while read -r what path; do
    "$1" "$path" "$what"
  done <<END
@PAIRS@
END
}

there() { [ -e "$1" ] || [ -L "$1" ]; }
sum() { sha256sum <"$1" | cut -d ' ' -f 1; }
# is_ours PATH: whether this or an earlier version of the package put it there.
is_ours() {
  if [ -L "$1" ]; then
    case $(readlink "$1") in ../*lib/unyoke/*) return 0 ;; esac
  elif [ -f "$1" ] && ! one_file "$1" "$(aside "$1")" && [ -f "$sums" ]; then
    grep -qxF "$(sum "$1") $1" "$sums" && return 0
  fi
  return 1
}
# is_current PATH WHAT: whether nothing has to be put there.
is_current() {
  case $2 in
  =*) is_ours "$1" && cmp -s "$1" "${2#=}" ;;
  *) [ -L "$1" ] && [ "$(readlink "$1")" = "$2" ] ;;
  esac
}
# aside PATH: the second name of the original. A manual page keeps its section, so that man finds it.
aside() {
  case $1 in
  */man/*) echo "$1" | sed 's/\.[1-8]\.gz$/.distrib&/' ;;
  *) echo "$1.distrib" ;;
  esac
}
# override PATH: what the administrator told dpkg about its owner, group and mode, by either name.
override() {
  for name in "$1" "${1#/usr}" "/usr$1"; do
    dpkg-statoverride --list "$name" || true
  done 2>/dev/null | sed -n '1s/#//g;1p'
}
# guard FILE PATH [FILE]: gives it the owner, group and mode that PATH has to have: those of the
# override, or those of the other file without its set-id bits.
guard() {
  rule=$(override "$2")
  if [ -z "$rule" ]; then
    [ -n "${3:-}" ] || return 0
    rule=$(stat -c '%u %g %a' "$3" | sed 's/ [0-7]\([0-7]\{3\}\)$/ \1/')
  fi
  group=${rule#* } mode=${rule#* * }
  # The owner first: a change of owner takes set-id bits away.
  chown "${rule%% *}:${group%% *}" "$1"
  chmod "${mode%% *}" "$1"
}
one_file() { there "$1" && there "$2" && [ "$(stat -c %d:%i "$1")" = "$(stat -c %d:%i "$2")" ]; }
diverted() { [ "$(dpkg-divert --listpackage "$1")" = "$me" ]; }

# take PATH WHAT: the original stays beside it, and PATH becomes ours.
take() {
  # With merged /usr a program has two names. dpkg heeds a diversion only of the one that stands in
  # util-linux's list.
  case $1 in
  /usr/bin/*)
    if dpkg-query -L util-linux | grep -qxF "${1#/usr}"; then set -- "${1#/usr}" "$2"; fi
    ;;
  esac
  # Whoever excludes manual pages from his machine gets none.
  [ -d "${1%/*}" ] || return 0
  if ! diverted "$1"; then
    if [ -n "$(dpkg-divert --listpackage "$1")" ]; then
      echo "$me: $1 is diverted by somebody else" >&2
      return 1
    fi
    if there "$(aside "$1")" && ! one_file "$1" "$(aside "$1")"; then
      echo "$me: $(aside "$1") is in the way" >&2
      return 1
    fi
    keep "$1"
    dpkg-divert --quiet --no-rename --package "$me" --divert "$(aside "$1")" --add "$1"
  fi
  if ! is_current "$1" "$2"; then
    keep "$1"
    make "$1" "$2"
    mv -f -T "$1.unyoke-new" "$1"
  fi
}

# make PATH WHAT: makes what is ours, beside its place.
make() {
  rm -f "$1.unyoke-new"
  case $2 in
  =*)
    # Nobody runs it before it has its mode.
    (umask 077 && cp "${2#=}" "$1.unyoke-new")
    if there "$(aside "$1")"; then
      guard "$1.unyoke-new" "$1" "$(aside "$1")"
    else
      guard "$1.unyoke-new" "$1" "${2#=}"
    fi
    # Before it gets its name: what is not listed here is taken for somebody else's.
    echo "$(sum "$1.unyoke-new") $1" >>"$sums"
    ;;
  *) ln -s -T "$2" "$1.unyoke-new" ;;
  esac
}

# keep PATH: gives the original its second name; a copy where the file system has none.
keep() {
  if there "$1" && ! is_ours "$1" && ! there "$(aside "$1")"; then
    ln "$1" "$(aside "$1")" 2>/dev/null || {
      cp -a "$1" "$1.unyoke-new"
      mv -f -T "$1.unyoke-new" "$(aside "$1")"
    }
  fi
}

# give PATH: the original gets its name back.
give() {
  case $1 in /usr/bin/*) give "${1#/usr}" ;; esac
  rm -f "$1.unyoke-new"
  if ! diverted "$1"; then
    # Interrupted before the diversion: the second name goes.
    if one_file "$1" "$(aside "$1")" && [ -z "$(dpkg-divert --listpackage "$1")" ]; then
      rm -f "$(aside "$1")"
    fi
    return 0
  fi
  if one_file "$1" "$(aside "$1")"; then
    rm -f "$(aside "$1")"
  elif there "$(aside "$1")"; then
    if there "$1" && ! is_ours "$1"; then
      echo "$me: $1 is not what this package put there; it is kept as $1.dpkg-old" >&2
      ln -f "$1" "$1.dpkg-old"
    fi
    # An override that came, or a newer original, while ours had the name.
    if [ ! -L "$(aside "$1")" ]; then guard "$(aside "$1")" "$1"; fi
    mv -f -T "$(aside "$1")" "$1"
  elif is_ours "$1"; then
    rm -f "$1"
    case $1 in
    */bin/*) echo "$me: somebody removed $1.distrib; apt-get install --reinstall util-linux" >&2 ;;
    esac
  fi
  dpkg-divert --quiet --no-rename --package "$me" --divert "$(aside "$1")" --remove "$1"
}

# give_others: what another version of this package took and this one does not know of. Without it
# that version's originals would stay away for good, for only the newest scripts ever run.
give_others() {
  LC_ALL=C dpkg-divert --list '*' | sed -n "s/^diversion of \(.*\) to .* by $me\$/\1/p" |
    while read -r path; do
      # By either name of merged /usr.
      if each print_path | grep -qxF -e "$path" -e "/usr$path"; then continue; fi
      give "$path"
    done
}
print_path() { echo "$1"; }
print_sum() {
  case $2 in =*) ;; *) return 0 ;; esac
  # By whichever name of merged /usr it was taken.
  for name in "$1" "${1#/usr}"; do
    if is_ours "$name"; then echo "$(sum "$name") $name"; fi
  done
}
