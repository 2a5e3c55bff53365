# shellcheck shell=sh
# What every place for tests begins with, for root in a private mount namespace of its own. Whoever
# else is on the machine mounts namespaces, installs programs and adds users: none of it is in there.
# What a test needs it makes itself.

# shield [FOLDER...]: unmounts what namespaces are mounted, and covers by nothing the folders in
# which others put things; both not where one of the given folders lies.
shield() {
  shield_tries=0
  while shield_point=$(shield_namespace) && [ "$shield_point" ] && [ $shield_tries -lt 100 ]; do
    shield_tries=$((shield_tries + 1))
    umount --lazy --all --types nsfs 2>/dev/null && continue
    # What is mounted over it, or over a folder above, has to go first.
    while [ "$shield_point" ] && { shield_keeps "$shield_point" "$@" ||
      ! umount --lazy "$shield_point" 2>/dev/null; }; do
      shield_point=${shield_point%/*}
    done
  done
  shield_dns=$(readlink -f /etc/resolv.conf || :)
  case $shield_dns in
  /run/*) shield_servers=$(cat "$shield_dns") ;;
  *) shield_dns= ;;
  esac
  for shield_folder in /run /usr/local; do
    [ ! -d "$shield_folder" ] || shield_keeps "$shield_folder" "$@" ||
      mount -t tmpfs -o mode=755 none "$shield_folder"
  done
  # Names are still looked up where the machine does.
  [ -z "$shield_dns" ] || [ -e "$shield_dns" ] || {
    mkdir -p "${shield_dns%/*}"
    printf '%s\n' "$shield_servers" >"$shield_dns"
  }
}

# Prints where a namespace is mounted.
shield_namespace() {
  sed -n 's/^\([^ ]* \)\{4\}\([^ ]*\) .* - nsfs .*/\2/p' /proc/self/mountinfo | tail -n 1
}

# Whether one of the folders lies in the first one.
shield_keeps() {
  shield_above=$1
  shift
  for shield_kept; do
    case $shield_kept/ in "$shield_above"/*) return 0 ;; esac
  done
  return 1
}

# accounts FROM PREFIX: puts copies of the account files in FROM in the place of those of the machine;
# the copies are PREFIXpasswd and so on, and may be changed.
accounts() {
  # First a layer is put over all: a file that is covered itself shows the machine's again as soon as
  # somebody renames a new one to its place, as useradd(8) does; the kernel then takes away what is
  # mounted there, in every mount namespace. Where there are no layers each file must be there.
  mount -t overlay -o "lowerdir=$1:/etc" none /etc 2>/dev/null || :
  for accounts_file in passwd group subuid subgid nsswitch.conf; do
    cp "$1/$accounts_file" "$2$accounts_file"
    chmod 644 "$2$accounts_file"
    mount --bind "$2$accounts_file" "/etc/$accounts_file"
  done
}
