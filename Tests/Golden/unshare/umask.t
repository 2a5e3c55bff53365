### umask-cwd-kept
user: tester
$ umask 027; unshare -U sh -c "umask; basename \$(pwd)" | head -n 1
1 0027
? 0
