# beats.sh TOOL...: kills the tool by SIGKILL and says who lives on
# shellcheck shell=bash disable=SC2034,SC2086
exec 2>/dev/null
umask 0
rm -f prog grand
"$@" /usr/bin/python3 "$HELPERS/beat.py" </dev/null &
p=$!
while ! [ -s prog ] || ! [ -s grand ]; do sleep 0.02; done
# Each is the child of the one before.
prog=$p grand=$p
while next=$(cut -d ' ' -f 1 "/proc/$grand/task/$grand/children") && [ -n "$next" ]; do
  prog=$grand grand=$next
done
kill -9 $p
wait $p
# Who lives on writes again and again; who does not is gone before that.
judge() {
  beats=0
  while [ $beats -lt 15 ]; do
    case $(sed 's/.*) //; s/ .*//' "/proc/$2/stat") in '' | Z | X) printf '%s gone ' "$1" && return ;; esac
    if [ -e "$1" ]; then rm -f "$1"; beats=$((beats + 1)); fi
    sleep 0.02
  done
  printf '%s lives ' "$1"
}
judge prog "$prog"
judge grand "$grand"
echo
kill -9 "$prog" "$grand"
