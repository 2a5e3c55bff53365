### uid-unknown
user: root
old-2.38.1: differs
setup: sleeper -u setpriv --reuid=4242 --regid=4242 --clear-groups
$ lsns -t uts -l -o UID,USER,COMMAND -Q "UID == 4242"
1  UID USER COMMAND
1 4242 4242 sleep 1000
? 0
