# beats.sh TOOL...: kills the tool by SIGKILL and says who lives on
# shellcheck shell=bash disable=SC2034,SC2086
exec 2>/dev/null
umask 0
rm -f prog grand
"$@" /usr/bin/python3 "$HELPERS/beat.py" </dev/null &
p=$!
while ! [ -s prog ] || ! [ -s grand ]; do sleep 0.02; done
sleep 0.1
kill -9 $p
wait $p
sleep 0.3
rm -f prog grand
sleep 0.3
for n in prog grand; do [ -e $n ] && printf '%s lives ' $n || printf '%s gone ' $n; done
echo
