### table-order-error
user: root
note: reported in table order: uts before net before mnt
$ nsenter --mount=/etc/passwd --uts=/etc/passwd --net=/etc/passwd true
2 nsenter: reassociate to namespace 'ns/uts' failed: Invalid argument
? 1
