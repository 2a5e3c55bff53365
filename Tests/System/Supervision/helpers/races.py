import ctypes, os, random, signal, subprocess, sys, time
# races.py KIND COUNT [SEED]: somebody kills at a moment of his choice, COUNT times. Says what went wrong: a status
# that is not the one there must be, a process or a zombie that is left. This process is a subreaper: whatever
# outlives unshare becomes its child, so nothing has to be guessed from a list of processes.
kind, count = sys.argv[1], int(sys.argv[2])
seed = int(sys.argv[3]) if len(sys.argv) > 3 else random.randrange(1 << 30)
random.seed(seed)
ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER
setup = ['-m', '-u', '--mount-proc', '--hostname', 'race']
program = {
    'exec': ['/nonexistent'], 'end': ['sh', '-c', 'exit 7'],
    # Each is a child of its own that the init reaps while signals come.
    'orphans': ['sh', '-c', 'for i in 1 2 3; do (setsid sleep 60 & ); done; exec sleep 60'],
}.get(kind, ['sleep', '60'])
variants = [['-p', '--init', '--kill-child'] + setup, ['-p', '--init', '--kill-child', '--forward-signals-group'],
            ['-p', '--init', '--kill-child', '--new-session'], ['--init', '--kill-child']]

def children(pid):
    try:
        with open('/proc/%d/task/%d/children' % (pid, pid)) as f: return [int(n) for n in f.read().split()]
    except OSError: return []

def below(pid, depth, end):
    """The process that many forks below, as soon as it is there."""
    while depth and time.monotonic() < end and os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
        found = children(pid)
        if found: pid, depth = found[0], depth - 1
    return None if depth else pid

def send(pid, number):
    try: os.kill(pid, number)
    except ProcessLookupError: pass

wrong, hits = [], {}
for n in range(count):
    options = variants[n % len(variants)]
    if kind == 'init': options = variants[n % 3]
    depth = 2 if '-p' in options else 1
    process = subprocess.Popen(['unshare'] + options + program, stdin=subprocess.DEVNULL,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 30
    if kind in ('init', 'program'):
        victim = below(process.pid, 1 if kind == 'init' else depth, end)
        time.sleep(random.random() * .002)
        # Its number is its own: unshare has not been waited for, nor has it ended.
        if victim: send(victim, signal.SIGKILL)
        else: wrong.append((n, 'no victim'))
        expected = {-9}
    elif kind == 'outer':
        time.sleep(random.random() * .006)
        send(process.pid, signal.SIGKILL); expected = {-9}
    elif kind in ('setup', 'orphans'):
        time.sleep(random.random() * (.006 if kind == 'setup' else .03))
        send(process.pid, signal.SIGTERM); expected = {-15}
    elif kind == 'exec':
        expected = {127}
        if n % 2:
            time.sleep(random.random() * .004)
            send(process.pid, signal.SIGTERM); expected = {127, -15}
    else:
        time.sleep(random.random() * .004)
        send(process.pid, signal.SIGUSR1); expected = {7, -10}
    try: status = process.wait(max(.1, end - time.monotonic()))
    except subprocess.TimeoutExpired: wrong.append((n, 'hangs', options)); process.kill(); status = process.wait()
    hits[status] = hits.get(status, 0) + 1
    if status not in expected: wrong.append((n, 'status', status, options))
    # Who killed unshare itself cannot expect more than that the rest follows soon. Without a PID namespace the
    # grandchildren live on, as they do without --init.
    end = time.monotonic() + 30
    while True:
        try: pid, how = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError: break
        if '-p' not in options and kind == 'orphans':
            # Who was started in the background by a program that is gone: its own business, and now ours.
            for child in children(os.getpid()): send(child, signal.SIGKILL)
        elif kind != 'outer': wrong.append((n, 'left behind', pid, how, options)); break
        if time.monotonic() > end: wrong.append((n, 'lives on', children(os.getpid()), options)); break
        if not pid: time.sleep(.001)
    for child in children(os.getpid()): send(child, signal.SIGKILL)
    if len(wrong) > 9: break
print('%s %d: %s' % (kind, count, 'ok' if not wrong else wrong))
print(kind, 'seed', seed, 'statuses', dict(sorted(hits.items())), file=sys.stderr)
sys.exit(bool(wrong))
