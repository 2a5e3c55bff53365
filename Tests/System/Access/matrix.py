"""As whoever runs it: what `nsls -o +ACCESS` says of the namespaces of processes, and what setns(2) says.

Prints a line for each that differs, and at last how many were compared."""

import ctypes
import os
import subprocess
import sys

KINDS = {
    "user": 0x10000000, "cgroup": 0x02000000, "ipc": 0x08000000, "uts": 0x04000000,
    "net": 0x40000000, "pid": 0x20000000, "mnt": 0x00020000, "time": 0x80,
}
libc = ctypes.CDLL(None, use_errno=True)


def succeeds(act):
    """Whether something works, tried in a process of its own, which it may change."""
    child = os.fork()
    if child == 0:
        try:
            os._exit(0 if act() == 0 else 1)
        except OSError:
            os._exit(1)
    return os.waitpid(child, 0)[1] == 0


def alone(process, kind):
    return libc.setns(os.open(f"/proc/{process}/ns/{kind}", os.O_RDONLY), KINDS[kind])


def together(process, kind):
    return libc.setns(os.pidfd_open(process), KINDS["user"] | KINDS[kind])


def truth(process, kind):
    if succeeds(lambda: alone(process, kind)):
        return "yes"
    if kind != "user" and succeeds(lambda: together(process, kind)):
        return "user"
    return "no"


compared = 0
for target in map(int, sys.argv[2:]):
    listing = subprocess.run(
        ["nsls", "-nr", "-o", "TYPE,PID,ACCESS", "-p", str(target)],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
    rows = {line.split()[0]: line.split()[1:] for line in listing.stdout.splitlines()}
    for kind in KINDS:
        # What is not listed cannot be seen.
        process, said = rows.get(kind, [target, "no"])
        found = truth(int(process), kind)
        compared += 1
        if said != found:
            print(f"{sys.argv[1]}: {kind} of {target} by {process}: said {said}, is {found}")
print("compared", compared)
