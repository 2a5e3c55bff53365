unshare -f sh -c 'kill -STOP $$; exit 6' & p=$!
sleep .9; kill -CONT $(cat /proc/$p/task/$p/children); wait $p; echo RC:$?
