import ctypes, os, pty, signal, sys, time
# orphaned.py TOOL...: the tool is in the foreground of a terminal, in a group that nobody looks after any more: its
# parent, who put it there, has ended, and who adopted it is in another session. Its program stops itself, and
# somebody continues the program alone.
def state(pid): return open('/proc/%d/stat' % pid).read().rsplit(') ', 1)[1][0]
def children(pid): return [int(n) for n in open('/proc/%d/task/%d/children' % (pid, pid)).read().split()]

ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
r, w = os.pipe()
leader, fd = pty.fork()
if leader == 0:
    parent = os.fork()
    if parent: os.waitpid(parent, 0)
    while parent: time.sleep(60)
    parent = os.getpid()
    if os.fork(): os._exit(0)
    os.setpgid(0, 0)
    signal.signal(signal.SIGTTOU, signal.SIG_IGN)
    os.tcsetpgrp(0, os.getpgrp())
    signal.signal(signal.SIGTTOU, signal.SIG_DFL)
    while os.getppid() == parent: time.sleep(.01)
    os.write(w, b'%d\n' % os.getpid())
    os.execvp(sys.argv[1], sys.argv[1:] + ['sh', '-c', 'kill -STOP $$; exit 6'])
tool, end = int(os.read(r, 20)), time.monotonic() + 40
while time.monotonic() < end:
    # The program: the last of them, behind an init too.
    found, below = tool, children(tool)
    while below: found, below = below[0], children(below[0])
    if found != tool and state(found) == 'T': break
    time.sleep(.01)
# Time for the tool to follow, if it does; where it takes longer nothing fails.
for i in range(50):
    if state(tool) == 'T': break
    time.sleep(.01)
os.kill(found, signal.SIGCONT)
status = 'still there, '
while time.monotonic() < end:
    pid, how = os.waitpid(tool, os.WNOHANG)
    if pid: status = 'ended %d' % os.waitstatus_to_exitcode(how); break
    if time.monotonic() > end - 35 and state(tool) == 'T': status += 'T'; break
    time.sleep(.01)
print(status)
for pid in [leader] if status[0] == 'e' else [leader, tool]:
    try: os.kill(pid, signal.SIGKILL)
    except ProcessLookupError: pass
