# Starts a job, continues the child alone, and waits for the job.
# shellcheck shell=sh
unshare -f sh -c 'kill -STOP $$; exit 6' & p=$!
until c=$(tr -d " " </proc/$p/task/$p/children) && grep -qs '^State:.T' "/proc/$c/status"; do sleep .02; done
# Time for the tool to follow, if it does.
sleep .3; kill -CONT "$c"; wait $p; echo RC:$?
