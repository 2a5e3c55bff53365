### args-bytes
user: root
before: plain
after: kill $T
$ nsenter -t $T -n printf "%s|" a "" "b c" "$(printf "\\377\\001")"
1\ a<PID><PID>b c<PID>\xff
? 0
