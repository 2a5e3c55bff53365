#!/bin/sh
# Run by Sandbox.swift as root in a private mount namespace of its own:
#   sh sandbox.sh BASE DIRECTORY USER REACHABLE
# BASE holds all of the sandbox, DIRECTORY is the working directory, and REACHABLE a folder that the
# user must be able to enter whatever its parents' modes are, or nothing. The variables SETUP and COMMAND hold what is run, as root and as the user.
set -e
base=$1 directory=$2 user=$3 reachable=$4

# shellcheck source=Tests/Support/Sandbox/shield.sh
. "${0%/*}/shield.sh"
shield "$base" "${0%/*}" "$reachable"
# The plain user exists in here only.
accounts "${0%/*}/etc" "$directory."

# Cover the first parent of a folder that others may not enter by an empty one, and show only
# the folder itself in it.
if [ -n "$reachable" ]; then
  parent=
  rest=${reachable#/}
  while [ "$rest" != "${rest%%/*}" ]; do
    parent=$parent/${rest%%/*}
    rest=${rest#*/}
    case $(stat -c %A "$parent") in
    *x | *t) continue ;;
    esac
    mkdir "$directory.reachable"
    mount --bind "$reachable" "$directory.reachable"
    mount -t tmpfs -o mode=755 none "$parent"
    mkdir -p "$reachable"
    mount --bind "$directory.reachable" "$reachable"
    break
  done
fi

cd "$directory"
(eval "$SETUP") >/dev/null 2>&1 || :
# shellcheck disable=SC2153 # it comes with the environment
command=$COMMAND
unset SETUP COMMAND
if [ "$user" = root ]; then
  exec setpriv --groups 0 /bin/sh -c "$command"
else
  exec setpriv --reuid 1001 --regid 1001 --clear-groups /bin/sh -c "$command"
fi
