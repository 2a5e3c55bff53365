# Starts a job, continues the child alone, and waits for the job.
# shellcheck shell=sh
unshare -f sh -c 'kill -STOP $$; exit 6' & p=$!
sleep .9; kill -CONT "$(tr -d " " </proc/$p/task/$p/children)"; wait $p; echo RC:$?
