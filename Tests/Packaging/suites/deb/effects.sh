# shellcheck shell=bash disable=SC2016,SC2154
# Read by root.sh when ours have the names: what is done to one of the three programs by its name
# must be done to that one only, as with the originals. With links to one binary each of these hit
# all three. The shell in the copy expands.

# others COMMAND: what it leaves of unshare and lsns, with nsenter being the one that it is done to.
others() {
  in_root 'cd /usr/bin; cp -a unshare nsenter lsns unyoke /tmp
    '"$1"'
    for name in unshare lsns unyoke; do
      stat -c "%n %a %F" "$name"; getcap "$name"; cmp "$name" "/tmp/$name"
    done
    umount nsenter 2>/dev/null; cp -a --remove-destination /tmp/nsenter nsenter' 2>&1
}
untouched=$(others :)
same "they are three files" "unshare 755 regular file
lsns 755 regular file
unyoke 755 regular file" "$untouched"
same "chmod hits one" "$untouched" "$(others 'chmod 700 nsenter')"
same "setcap hits one" "$untouched" "$(others 'setcap cap_sys_admin+ep nsenter')"
same "a mount over one hides one" "$untouched" "$(others 'mount --bind /bin/true nsenter')"
same "dpkg-statoverride hits one" "$untouched" \
  "$(others 'dpkg-statoverride --update --add root adm 4710 /usr/bin/nsenter; dpkg-statoverride --remove /usr/bin/nsenter' |
    grep -v '^dpkg-statoverride: warning')"
# AppArmor attaches its profiles by the path that is left when all links are followed.
same "the path that is left when links are followed is one's own" "/usr/bin/nsenter /usr/bin/unshare /usr/bin/lsns" \
  "$(in_root 'echo $(readlink -f /usr/bin/nsenter /usr/bin/unshare /usr/bin/lsns)')"

# running COMMAND: what it prints, with a waiting nsenter and a waiting unshare there; their numbers
# become names.
running() {
  in_root 'nsenter -t $$ -p --kill-child sleep 30 & enter=$!
    unshare -pf --kill-child sleep 30 & unshare=$!
    for waiting in $enter $unshare; do
      until [ "$(cat /proc/$waiting/task/$waiting/children)" ]; do sleep 0.02; done
    done; { '"$1"'; } 2>&1 | sed "s/\b$enter\b/the nsenter/g; s/\b$unshare\b/the unshare/g"
    kill "$enter" "$unshare"; wait' 2>&1
}
same "pidof finds one" "the unshare" "$(running 'pidof /usr/bin/unshare')"
same "start-stop-daemon --exec finds one" "Would send signal 15 to the nsenter." \
  "$(running 'start-stop-daemon --stop --test --exec /usr/bin/nsenter')"
if [ -x /usr/bin/fuser ]; then
  same "fuser finds one" "the unshare" "$(running 'fuser /usr/bin/unshare 2>/dev/null | tr -d " "')"
else
  skip "fuser finds one" "psmisc is not installed"
fi
