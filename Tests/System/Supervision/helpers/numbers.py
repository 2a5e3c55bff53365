import os, random, re, subprocess, sys, time
# numbers.py COUNT: COUNT programs that end just when they are signalled, under strace(1). No process of unshare may
# signal a number that it reaped before and that no fork of its own gave it again.
count, wrong, signals, reaped = int(sys.argv[1]), [], 0, 0
call = re.compile(r'^(\d+) +(?:<\.\.\. )?(\w+)(.*)$')

def children(pid): return open('/proc/%s/task/%s/children' % (pid, pid)).read().split()

def supervisor(pid):
    """The child of strace(1) that is unshare, once it has forked; strace tries itself out with others first."""
    try:
        for found in children(pid):
            if open('/proc/%s/comm' % found).read() == 'unshare\n' and children(found): return int(found)
    except OSError: pass

for n in range(count):
    options = [['-p', '--init'], ['--init'], ['-p', '--init', '--forward-signals-group']][n % 3]
    p = subprocess.Popen(['strace', '-f', '-qq', '-e', 'signal=none', '-o', 'numbers.log', '-e',
                          'trace=execve,kill,rt_sigqueueinfo,wait4,waitid,clone,fork,vfork', 'unshare', *options,
                          'sh', '-c', 'trap : USR1 USR2; sleep 0.0%d; exit 3' % random.randint(1, 6)],
                         stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    target, end = None, time.monotonic() + 30
    while p.poll() is None and time.monotonic() < end:
        target = target or supervisor(p.pid)
        # Only strace(1) waits for it.
        try:
            if target: os.kill(target, random.choice([10, 12, 28]))
        except ProcessLookupError: break
        time.sleep(.0005)
    if p.poll() is None: p.wait()
    gone, is_program = {}, set()
    for line in open('numbers.log'):
        found = call.match(line)
        if not found: continue
        pid, name, rest = found.groups()
        # What the program does is its own matter.
        if name == 'execve' and 'unshare' not in rest: is_program.add(pid)
        if pid in is_program: continue
        if name in ('clone', 'fork', 'vfork'):
            made = re.search(r'= (\d+)', rest)
            if made: gone.setdefault(pid, set()).discard(made.group(1))
        elif name in ('kill', 'rt_sigqueueinfo'):
            to = re.match(r'\(-?(\d+)', rest)
            if to and to.group(1) in gone.get(pid, ()): wrong.append((n, line))
            signals += 1
        elif name == 'wait4':
            done = re.search(r'= (\d+)$', rest)
            if done and 'WIFSTOPPED' not in rest: gone.setdefault(pid, set()).add(done.group(1)); reaped += 1
print('numbers:', 'ok' if not wrong and reaped >= count and signals >= count else (wrong, reaped, signals))
print('signals', signals, 'reaped', reaped, file=sys.stderr)
