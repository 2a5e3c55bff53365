### ambiguous-u
user: root
old-2.38.1: differs
$ nsenter --u
2 nsenter: option '--u' is ambiguous; possibilities: '--uts' '--user' '--user-parent'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-with-value
user: root
old-2.38.1: differs
$ nsenter --u=1
2 nsenter: option '--u=1' is ambiguous; possibilities: '--uts' '--user' '--user-parent'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-n
user: root
old-2.38.1: differs
$ nsenter --n
2 nsenter: option '--n' is ambiguous; possibilities: '--net' '--net-socket' '--no-fork'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-ne
user: root
old-2.38.1: differs
$ nsenter --ne
2 nsenter: option '--ne' is ambiguous; possibilities: '--net' '--net-socket'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-w
user: root
$ nsenter --w
2 nsenter: option '--w' is ambiguous; possibilities: '--wd' '--wdns'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-p
user: root
$ nsenter --p
2 nsenter: option '--p' is ambiguous; possibilities: '--pid' '--preserve-credentials'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-set
user: root
$ nsenter --set
2 nsenter: option '--set' is ambiguous; possibilities: '--setuid' '--setgid'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-t
user: root
$ nsenter --t
2 nsenter: option '--t' is ambiguous; possibilities: '--target' '--time'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-nothing
user: root
$ nsenter --=
2 nsenter: option '--=' is ambiguous; possibilities: '--all' '--help' '--version' '--target' '--mount' '--uts' '--ipc' '--net' '--net-socket' '--pid' '--user' '--cgroup' '--time' '--setuid' '--setgid' '--root' '--wd' '--wdns' '--env' '--no-fork' '--join-cgroup' '--preserve-credentials' '--keep-caps' '--user-parent' '--follow-context'
2 Try 'nsenter --help' for more information.
? 1

### ambiguous-nothing-value
user: root
$ nsenter --=x
2 nsenter: option '--=x' is ambiguous; possibilities: '--all' '--help' '--version' '--target' '--mount' '--uts' '--ipc' '--net' '--net-socket' '--pid' '--user' '--cgroup' '--time' '--setuid' '--setgid' '--root' '--wd' '--wdns' '--env' '--no-fork' '--join-cgroup' '--preserve-credentials' '--keep-caps' '--user-parent' '--follow-context'
2 Try 'nsenter --help' for more information.
? 1
