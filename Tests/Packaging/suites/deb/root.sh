#!/bin/bash
# Runs in a private mount namespace, called by ../deb.sh: the packages in a copy of this machine's
# root, which is an overlay whose upper layer lies in memory.
# shellcheck disable=SC2016 # the shell in the copy expands
set -u
name=$suite
# shellcheck source=Tests/Packaging/lib.sh
. "$ROOT/Tests/Packaging/lib.sh"
suite=$name

copy=$WORK/overlay/root
everything="install, use, upgrade, remove and purge in a copy of the root"
mount -t tmpfs -o mode=755 none "$WORK/overlay"
mkdir "$copy" "$WORK/overlay/upper" "$WORK/overlay/work"
if ! mount -t overlay -o "lowerdir=/,upperdir=$WORK/overlay/upper,workdir=$WORK/overlay/work" none \
  "$copy" 2>"$log"; then
  skip "$everything" "no overlay over / here: $(head -n 1 "$log")"
  exit 0
fi
mount --rbind /dev "$copy/dev"
mount -t proc none "$copy/proc"
mount -t tmpfs none "$copy/tmp"
# What others have put on this machine beside its packages is not copied.
for folder in run mnt usr/local; do mount -t tmpfs -o mode=755 none "$copy/$folder"; done
# What man-db does after each installation is not what is tested, and it takes its time.
rm -f "$copy/var/lib/man-db/auto-update"
cp "$WORK"/one/*.deb "$WORK"/newer/*.deb "$copy/tmp"
ours=9.0
plain='/tmp/unyoke_0*.deb' replace='/tmp/unyoke-replace_0*.deb'

# in_root COMMAND...: in the copy; a shell expands the words, so that patterns are the copy's.
in_root() { chroot "$copy" /usr/bin/env DEBIAN_FRONTEND=noninteractive PATH=/usr/sbin:/usr/bin HOME=/tmp bash -c "$*"; }
originals=(/usr/bin/unshare /usr/bin/nsenter /usr/bin/lsns)
others=()
while read -r path; do others+=("$path"); done < <(dpkg -L util-linux |
  grep -E '/(unshare|nsenter|lsns)(\.[18]\.gz)?$' | grep -v '^/usr/bin/')
# state: all that util-linux has of these, with everything stat(1) and a checksum tell.
state() {
  (cd "$copy" && set -- "${originals[@]/#/.}" "${others[@]/#/.}" &&
    stat -c '%n %F %a %u:%g %s %y' "$@" && sha256sum "$@") 2>&1
  cat "$copy/var/lib/dpkg/diversions"
}
# traces: what is there of ours, other than in the logs.
traces() {
  find "$copy" -xdev \( -path "$copy$ROOT" -o -path "$copy/var/log" -o -path "$copy/var/tmp" \
    -o -path "$copy/work" -o -path "$copy/home" -o -path "$copy/root" -o -path "$copy/proc" \) -prune \
    -o \( -name '*unyoke*' -o -name '*.distrib*' -o -name 'nsls*' \) -print
}
before=$(state)
traces_before=$(traces)

# watched NAME COMMAND...: like try, while somebody else calls the three programs all the time.
watched() {
  local label=$1
  shift
  rm -f "$copy/tmp/stop" "$copy/tmp/gone"
  in_root 'rounds=0; until [ -e /tmp/stop ] && [ $rounds -gt 3 ]; do
      for name in unshare nsenter lsns; do "$name" --version >/dev/null 2>>/tmp/gone; done
      rounds=$((rounds + 1))
    done; echo $rounds >/tmp/rounds' &
  try "$label" in_root "$@"
  touch "$copy/tmp/stop"
  wait
  cat "$copy/tmp/rounds" "$copy/tmp/gone" >"$log"
  if [ ! -s "$copy/tmp/gone" ] && [ "$(cat "$copy/tmp/rounds")" -gt 3 ]; then
    ok "$label: never a moment without unshare, nsenter and lsns"
  else
    fail "$label: never a moment without unshare, nsenter and lsns"
  fi
}
versions() { in_root 'for name in unshare nsenter lsns; do $name --version; done'; }
expected=$(for name in unshare nsenter lsns; do echo "$name from util-linux 2.42.4"; done)
installed() { in_root 'dpkg-query -W -f "\${Package} \${Version} \${Status}\n" "unyoke*"' 2>/dev/null; }
page() { in_root "$1 man -w $2"; }

# The package that replaces nothing.
try "unyoke installs" in_root "dpkg -i $plain"
same "unyoke alone touches nothing of util-linux" "$before" "$(state)"
# (A chroot may make no user namespace.)
same "unyoke unshare runs" box "$(in_root 'unyoke unshare -u --hostname box hostname' 2>&1)"
same "nsls runs" "$(readlink /proc/self/ns/mnt | tr -dc 0-9)" "$(in_root 'nsls -n -t mnt -o NS -p $$' 2>&1)"
same "its bin folder in PATH gives ours" "$expected" \
  "$(in_root 'PATH=/usr/lib/unyoke/bin:$PATH; for name in unshare nsenter lsns; do $name --version; done' 2>&1)"
same "man shows util-linux's page then" /usr/share/man/man1/unshare.1.gz "$(page '' unshare)"
same "and ours with its bin folder in PATH" /usr/lib/unyoke/share/man/man1/unshare.1.gz \
  "$(page 'PATH=/usr/lib/unyoke/bin:$PATH' unshare)"
for name in unyoke nsls; do try "man finds $name" page '' "$name"; done
same "unyoke-replace needs unyoke" "" "$(in_root "dpkg -r unyoke && dpkg -i $replace" >"$log" 2>&1 && cat "$log")"
same "a package that cannot be configured replaces nothing" "$before" "$(state)"
in_root "dpkg -r unyoke-replace; dpkg -i $plain" >"$log" 2>&1

# A unyoke that does not run must not get the names.
in_root 'ln -sf /nowhere /usr/lib/unyoke/bin/lsns'
refused "a binary that does not run is refused" in_root "dpkg -i $replace"
same "then nothing was replaced" "$before" "$(state)"
in_root 'ln -sf ../../../bin/unyoke /usr/lib/unyoke/bin/lsns; dpkg -r unyoke-replace' >"$log" 2>&1
in_root 'touch /usr/bin/nsenter.distrib'
refused "a file of somebody else in the way is refused" in_root "dpkg -i $replace"
same "it is still there" "" "$(in_root 'cat /usr/bin/nsenter.distrib' 2>&1)"
in_root 'dpkg -r unyoke-replace; rm /usr/bin/nsenter.distrib' >"$log" 2>&1
same "and removing the half-installed package gives everything back" "$before" "$(state)"

watched "unyoke-replace installs" "dpkg -i $replace"
same "the programs are ours" "$expected" "$(versions 2>&1)"
same "by their other names as well" "unshare from util-linux 2.42.4" "$(in_root '/bin/unshare --version' 2>&1)"
same "unshare works" "1 box" \
  "$(in_root '/usr/bin/unshare -u -pf --mount-proc --hostname box sh -c "echo \$\$ \$(hostname)"' 2>&1)"
same "nsenter works" box "$(in_root 'unshare -u --hostname box sleep 60 & until [ "$(cat /proc/$!/comm)" = sleep ]; do sleep 0.02; done
  /usr/bin/nsenter -t $! -u hostname; kill $!' 2>&1)"
same "the originals are beside them" "$(sha256sum "${originals[@]}" | cut -d ' ' -f 1)" \
  "$(in_root "sha256sum ${originals[*]/%/.distrib}" | cut -d ' ' -f 1)"
same "they run" "$(unshare --version)" "$(in_root 'exec -a unshare /usr/bin/unshare.distrib --version' 2>&1)"
same "man shows their pages beside them, and warns of nothing" "unshare.distrib
lsns.distrib" "$(in_root 'man -w 1 unshare.distrib; man -w 8 lsns.distrib; man -w unshare >/dev/null' 2>&1 |
    sed 's|^/usr/share/man/man[18]/||; s|\.[18]\.gz$||')"
for name in unshare nsenter; do
  same "unyoke-$name(1) is our page" "$(in_root "man -w $name" | xargs -I{} sh -c "zcat $copy{}" | sha256sum)" \
    "$(in_root "man -w unyoke-$name" | xargs -I{} sh -c "zcat $copy{}" | sha256sum)"
done
same "dpkg knows whose they are" "diversion by unyoke-replace from: /usr/bin/unshare
diversion by unyoke-replace to: /usr/bin/unshare.distrib
util-linux: /usr/bin/unshare" "$(in_root 'dpkg -S /usr/bin/unshare' 2>&1 | sort)"
for name in unshare nsenter lsns; do
  # The line of SEE ALSO: the originals' pages do not know unyoke(1).
  same "man shows our page of $name" 'unyoke(1)' \
    "$(in_root "MANPAGER=cat man $name" 2>&1 | grep -o 'unyoke(1)' | sort -u)"
done
for file in "$ROOT"/completions/bash/*; do
  name=${file##*/}
  same "bash's completions of $name are ours" "$(cat "$file")" \
    "$(in_root "cat /usr/share/bash-completion/completions/$name" 2>&1)"
done
for file in "$ROOT"/completions/zsh/* "$ROOT"/completions/fish/*; do
  name=${file##*/}
  same "completions $name are ours" "$(cat "$file")" \
    "$(in_root "cat /usr/share/zsh/vendor-completions/$name 2>/dev/null ||
      cat /usr/share/fish/vendor_completions.d/$name" 2>&1)"
done

# What somebody does to one of them by its name.
# shellcheck source=Tests/Packaging/suites/deb/effects.sh
. "$ROOT/Tests/Packaging/suites/deb/effects.sh"

refused "unyoke cannot be removed from below it" in_root 'dpkg -r unyoke'
refused "not even by force" in_root 'dpkg --force-depends -r unyoke'
same "the programs are still ours" "$expected" "$(versions 2>&1)"
watched "both are upgraded" "dpkg -i /tmp/unyoke-replace_$ours*.deb /tmp/unyoke_$ours*.deb"
same "to the newer version" "unyoke $ours install ok installed
unyoke-replace $ours install ok installed" "$(installed)"
same "the programs are ours after the upgrade" "$expected" "$(versions 2>&1)"
# The copies follow the binary, also when nothing but unyoke is upgraded.
in_root 'dpkg-deb -R /tmp/unyoke_9*.deb /tmp/next && echo >>/tmp/next/usr/bin/unyoke &&
  sed -i "s/^Version: .*/Version: 9.1/" /tmp/next/DEBIAN/control &&
  dpkg-deb -Znone --root-owner-group --build /tmp/next /tmp/next.deb' >"$log" 2>&1
watched "unyoke alone is upgraded" 'dpkg -i /tmp/next.deb'
same "the programs follow it" "" "$(in_root 'cmp /usr/bin/unyoke /tmp/next/usr/bin/unyoke
  for name in unshare nsenter lsns; do cmp /usr/bin/$name /usr/bin/unyoke; done' 2>&1)"
# Somebody put another program there: it is not ours to take away.
in_root 'cp /bin/true /usr/bin/lsns.own && mv /usr/bin/lsns.own /usr/bin/lsns'
watched "both are removed" 'dpkg -r unyoke-replace unyoke'
same "the originals are back, byte for byte" "$before" "$(state)"
same "and what somebody else put there is kept beside them" "" "$(in_root 'cmp /bin/true /usr/bin/lsns.dpkg-old' 2>&1)"
rm -f "$copy/usr/bin/lsns.dpkg-old"
in_root 'dpkg -P unyoke-replace unyoke' >"$log" 2>&1
same "nothing of ours is left" "$traces_before" "$(traces)"
same "dpkg does not know us any more" "" "$(installed)"
try "dpkg finds its database in order" in_root 'dpkg --audit'

# Killed at any step, the scripts leave three programs that work, and can be run again.
in_root "dpkg -i $plain $replace" >"$log" 2>&1
cat >"$copy/tmp/killer" <<'END'
#!/bin/sh
# In the place of a tool: does its work, until its turn has come; then kills the script instead.
count=$(($(cat /tmp/count) - 1))
echo "$count" >/tmp/count
[ "$count" -gt 0 ] || { kill -9 "$PPID"; exit 1; }
exec "/usr/bin/${0##*/}" "$@"
END
mkdir "$copy/tmp/killers"
for tool in ln cp chown chmod mv rm dpkg-divert; do install -m 755 "$copy/tmp/killer" "$copy/tmp/killers/$tool"; done
# killed SCRIPT ARGUMENT STEP: runs it up to that step; false when it came to its end before.
killed() {
  in_root "echo $3 >/tmp/count; PATH=/tmp/killers:\$PATH DPKG_MAINTSCRIPT_PACKAGE=unyoke-replace \
    /var/lib/dpkg/info/unyoke-replace.$1 $2" >"$log" 2>&1 && return 1
  return 0
}
again() {
  in_root "DPKG_MAINTSCRIPT_PACKAGE=unyoke-replace /var/lib/dpkg/info/unyoke-replace.$1 $2" >"$log" 2>&1
}
works() { versions >/dev/null 2>"$log"; }
# Our links are made anew each time; all but their age must be as before.
shape() { state | sed 's/ [^ ]* [^ ]* [+][0-9]*$//'; }
replaced=$(shape)
bad='' kills=0
# All steps of the first two files, and some of later ones.
for step in 1 2 3 4 5 6 7 8 9 10 11 12 13 18 29; do
  again prerm remove
  killed postinst configure "$step" && kills=$((kills + 1))
  works || bad="$bad postinst:$step"
  # Given up in the middle, and gone on with after all.
  again postrm remove
  [ "$(state)" = "$before" ] || bad="$bad postinst-then-removed:$step"
  killed postinst configure "$step"
  again postinst configure
  [ "$(shape)" = "$replaced" ] || bad="$bad postinst-again:$step"
  killed prerm remove "$step" && kills=$((kills + 1))
  works || bad="$bad prerm:$step"
  again postinst abort-remove
  [ "$(shape)" = "$replaced" ] || bad="$bad prerm-then-kept:$step"
  killed prerm remove "$step"
  again postrm remove
  [ "$(state)" = "$before" ] || bad="$bad prerm-then-removed:$step"
done
same "killed at any step, the scripts leave working programs and can go on or back" "" "$bad"
if [ "$kills" -ge 26 ]; then ok "they were killed in the middle"; else echo "$kills" >"$log"; fail "they were killed in the middle"; fi

# An older version took one name more than this one.
pair='=/usr/lib/unyoke/bin/unshare /usr/bin/'
in_root "cp -p /usr/bin/setpriv /tmp/setpriv
  sed -i 's|^${pair}unshare\$|&\n${pair}setpriv|' /var/lib/dpkg/info/unyoke-replace.p*"
again postinst configure
same "the older version has that name" "" "$(cmp "$copy/usr/bin/unyoke" "$copy/usr/bin/setpriv" 2>&1)"
try "an upgrade that takes fewer names installs" in_root "dpkg -i $replace"
same "the name that it does not take is given back" "" \
  "$(in_root 'cmp /tmp/setpriv /usr/bin/setpriv; ls /usr/bin/setpriv.*; dpkg-divert --listpackage /usr/bin/setpriv' 2>&1 |
    grep -v 'No such file')"
same "those that it takes stay ours" "$replaced" "$(shape)"
again prerm remove

# util-linux of other Debian releases calls its programs by the other name.
in_root "sed -i 's|^/usr/bin/lsns$|/bin/lsns|' /var/lib/dpkg/info/util-linux.list"
again postinst configure
same "with merged /usr, the name that util-linux has is diverted" "unyoke-replace" \
  "$(in_root 'dpkg-divert --listpackage /bin/lsns')"
same "lsns is ours by both names" "lsns from util-linux 2.42.4
lsns from util-linux 2.42.4" "$(in_root '/bin/lsns --version; /usr/bin/lsns --version' 2>&1)"
again prerm remove
same "and given back" "$before" "$(state)"
in_root "sed -i 's|^/bin/lsns$|/usr/bin/lsns|' /var/lib/dpkg/info/util-linux.list"

# util-linux is upgraded in the meantime: the same files, but a longer unshare.
again postinst configure
(cd "$copy" && mkdir -p tmp/newer/DEBIAN && sed 's/^/./' var/lib/dpkg/info/util-linux.list |
  tar -c --no-recursion -T - -f - 2>/dev/null | tar -x -C tmp/newer) 2>"$log"
for name in unshare nsenter lsns; do cp --remove-destination "$copy/usr/bin/$name.distrib" "$copy/tmp/newer/usr/bin/$name"; done
echo >>"$copy/tmp/newer/usr/bin/unshare"
longer=$(sha256sum <"$copy/tmp/newer/usr/bin/unshare")
in_root "dpkg-query -s util-linux" | sed -e '/^Status:/d' -e '/^Conffiles:/,/^[A-Z]/{/^Conffiles:/d;/^ /d}' \
  -e 's/^Version: .*/&+newer/' >"$copy/tmp/newer/DEBIAN/control"
try "a newer util-linux installs beside it" in_root \
  'dpkg-deb -Znone --build /tmp/newer /tmp/newer.deb && dpkg -i --force-confold /tmp/newer.deb'
same "the programs are still ours" "$expected" "$(versions 2>&1)"
in_root 'dpkg -r unyoke-replace' >"$log" 2>&1
same "when ours goes, the newer one is there" "$longer" "$(sha256sum <"$copy/usr/bin/unshare")"
same "nothing is left beside it" "" "$(cd "$copy/usr/bin" && ls ./*.distrib ./*unyoke-new 2>/dev/null)"

# An administrator told dpkg who may run nsenter; that holds for whoever has the name.
owner='%U:%G %a %F'
in_root 'dpkg-statoverride --update --add root adm 0750 /usr/bin/nsenter' >"$log" 2>&1
in_root "dpkg -i $replace" >"$log" 2>&1
same "dpkg-statoverride holds for ours" "root:adm 750 regular file
root:root 755 regular file" "$(in_root "stat -c '$owner' /usr/bin/nsenter /usr/bin/unshare")"
in_root "dpkg -i /tmp/unyoke-replace_$ours*.deb /tmp/unyoke_$ours*.deb" >"$log" 2>&1
same "and for ours after an upgrade" "root:adm 750 regular file" "$(in_root "stat -c '$owner' /usr/bin/nsenter")"
in_root 'dpkg-statoverride --update --add root daemon 0710 /usr/bin/lsns' >"$log" 2>&1
in_root 'dpkg -r unyoke-replace' >"$log" 2>&1
same "and for the originals when they are back" "root:adm 750 regular file
root:daemon 710 regular file" "$(in_root "stat -c '$owner' /usr/bin/nsenter /usr/bin/lsns")"
in_root 'for name in nsenter lsns; do dpkg-statoverride --remove /usr/bin/$name; chown root:root /usr/bin/$name; done
  chmod 700 /usr/bin/nsenter; chmod 755 /usr/bin/lsns'
in_root "dpkg -i $replace" >"$log" 2>&1
same "a mode without an override is taken over" "root:root 700 regular file" "$(in_root "stat -c '$owner' /usr/bin/nsenter")"
in_root 'dpkg -r unyoke-replace' >"$log" 2>&1
