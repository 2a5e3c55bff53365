import ctypes, fcntl, os, pty, re, select, signal, struct, subprocess, sys, tempfile, termios, time
# jobs.py SHELL SCENARIO TOOL...: a person before a shell with job control starts TOOL and a program in it as a job,
# which it has in the background or the foreground. Prints "ok", or what did not come. It waits for what must come
# and never for a time. In TOOL, SELF is this process and INSIDE one in a PID namespace of its own.
SHELLS = {'bash': ['bash', '--norc', '-i'], 'dash': ['dash', '-i'], 'zsh': ['zsh', '-f', '-i']}
STOPPED = r'(?i)(stopped|suspended)'
LONG = 20

def read(path):
    try:
        with open(path) as file: return file.read()
    except OSError: return ''
def fields(pid): return read('/proc/%d/stat' % pid).rpartition(') ')[2].split()
def state(pid): return (fields(pid) or ['-'])[0]
def group(pid): return int(fields(pid)[2])
def children(pid): return [int(n) for n in read('/proc/%d/task/%d/children' % (pid, pid)).split()]
def processor_time(pid): return sum(int(n) for n in fields(pid)[11:13])
# How often a process has waited: what stops again at once is never seen running.
def waits(pid): return re.search('voluntary_ctxt_switches:\\s*(\\d+)', read('/proc/%d/status' % pid))[1]
def below(pid):
    found = []
    for child in children(pid): found += [child] + below(child)
    return found
# The tool's processes, by the name that the kernel has for them.
def tools(): return [p for p in below(person.shell) if name(p) == toolname]
# Has these system calls begin late, without being the parent of whom it traces.
def late_calls(calls):
    return 'strace -DDD -f -qq -o /dev/null -e trace=%s -e inject=%s:delay_enter=1000000 ' % (calls, calls)
# Who is a zombie waits for the shell to look.
def alive(): return [p for p in below(person.shell) if state(p) != 'Z']
def name(pid): return read('/proc/%d/comm' % pid).strip()

class Failure(Exception): pass
def until(condition, what):
    end = time.monotonic() + LONG
    while True:
        result = condition()
        if result: return result
        if time.monotonic() > end: raise Failure(what)
        person.look(.01)

class Person:
    def __init__(self, shell):
        self.out, self.seen = b'', 0
        self.shell, self.fd = pty.fork()
        if self.shell == 0:
            os.environ.update(PS1='OUT> ', PROMPT='OUT> ', HISTFILE='', TERM='dumb')
            os.execvp(SHELLS[shell][0], SHELLS[shell])
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack('HHHH', 40, 200, 0, 0))
    def look(self, seconds=0):
        if select.select([self.fd], [], [], seconds)[0]:
            try: self.out += os.read(self.fd, 4096)
            except OSError: raise Failure('the shell has ended')
    def sees(self, pattern):
        found = re.compile(pattern.encode()).search(self.out, self.seen)
        if found: self.seen = found.end()
        return found
    def expect(self, pattern): until(lambda: self.sees(pattern), 'never saw ' + pattern)
    def types(self, text): os.write(self.fd, text.encode())
    def commands(self, line):
        # What the shell said before is not what it answers.
        self.seen = len(self.out)
        self.types(line + '\n')
    def has_shell(self): until(lambda: os.tcgetpgrp(self.fd) == group(self.shell), 'the shell lost the terminal')
    # A shell may say that a job has stopped at once, or when something is typed.
    def hears_of_stop(self):
        self.has_shell()
        def told():
            self.types('\n')
            self.look(.1)
            return self.sees(STOPPED)
        until(told, 'the shell says nothing of a stop')
        self.settles()
    # The shell has done what was typed, and reads: its own sum comes back.
    def settles(self):
        self.sum = getattr(self, 'sum', 40) + 1
        self.commands('echo SUM$((%d+1))' % self.sum)
        self.expect('SUM%d\\r' % (self.sum + 1))
    def ends_with(self, status):
        self.has_shell()
        until(lambda: not alive(), 'the job goes on')
        self.commands('wait $!; echo rc=$?' if status[0] == '!' else 'echo rc=$?')
        self.expect('rc=%s\\r' % status.lstrip('!'))
        # And nobody keeps the terminal from it.
        self.commands('echo NO''W; read x; echo GOT:$x')
        self.expect('NOW\\r')
        self.types('ours\n')
        self.expect('GOT:ours\r')

class Job:
    # The tool and the program in it, by the name that the kernel has for it.
    def __init__(self, program='cat', leads=True):
        def found():
            self.all = [p for p in below(os.getpid()) if p not in others + [person.shell]]
            self.tools = [p for p in self.all if name(p) == toolname]
            self.programs = [p for p in self.all if name(p) == program and self.tools and p in below(self.tools[0])]
            return self.tools and self.programs
        until(found, 'the job does not start')
        self.tool, self.program = self.tools[0], self.programs[0]
        until(lambda: not leads or group(self.program) == self.program, 'the program leads no group')
    def stops(self):
        until(lambda: state(self.tool) == 'T' and state(self.program) == 'T', 'the job is not stopped')
        person.has_shell()
    # By the key, in the foreground.
    def stops_by_key(self): person.types('\x1a'); self.stops(); person.hears_of_stop()
    def goes_on(self): until(lambda: 'T' not in (state(self.tool), state(self.program)), 'fg does not continue')
    # The shell's bg continues the program, which stops once more.
    def stops_in_background(self):
        before = waits(self.program)
        person.commands('bg')
        until(lambda: waits(self.program) != before, 'bg does not continue the program')
        self.stops(); person.hears_of_stop()
    def has_terminal(self):
        until(lambda: os.tcgetpgrp(person.fd) == self.program, 'the program does not get the terminal')

def reads_what_is_typed(word):
    # What is typed for a shell that edits its line is no line for the program.
    until(lambda: os.tcgetpgrp(person.fd) != group(person.shell), 'the shell keeps the terminal')
    person.types(word + '\n')
    person.expect('%s\r\n%s\r' % (word, word))

def reading():
    person.commands(tool + ' cat &')
    job = Job()
    job.stops(); person.hears_of_stop()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('first')
    job.stops_by_key()
    job.stops_in_background()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('second')
    person.types('\x03'); person.ends_with('130')

def writing():
    person.commands('stty tostop'); person.settles()
    person.commands(tool + " sh -c 'echo hi''there; exit 5' &")
    job = Job('sh')
    job.stops(); person.hears_of_stop()
    person.commands('fg'); person.expect('hithere'); person.ends_with('5')

def ending():
    person.commands(tool + " sh -c 'until [ -e go ]; do sleep 0.02; done; exit 3' &")
    Job('sh')
    person.settles()
    held = os.tcgetpgrp(person.fd)
    open('go', 'w').close()
    until(lambda: not alive(), 'the job goes on')
    if os.tcgetpgrp(person.fd) != held: raise Failure('the terminal was taken from the shell')
    person.ends_with('!3')

def pipeline():
    # It reads when all are there: who comes later is not stopped, without a tool neither.
    person.commands(tool + " sh -c 'until [ -e go ]; do sleep 0.02; done; exec cat' | tee log &")
    job = Job('sh')
    until(lambda: [p for p in below(person.shell) if name(p) == 'tee'], 'tee does not start')
    job = Job('sh')
    open('go', 'w').close()
    job.stops(); until(lambda: all(state(p) == 'T' for p in below(person.shell) if name(p) == 'tee'), 'tee is not stopped')
    person.hears_of_stop()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('word')
    job.stops_by_key()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('more')
    person.types('\x04'); person.ends_with('0')

def second():
    person.commands("sleep 60 | " + tool + ' sleep 61')
    # Before its exec(3) a shell's child may still ignore the key.
    until(lambda: [name(p) for p in below(person.shell)].count('sleep') == 2, 'the pipeline does not start')
    job = Job('sleep')
    # dash has each process of a pipeline take the terminal for the job, and the first one may be late.
    until(lambda: os.tcgetpgrp(person.fd) in (job.program, group(job.tool)), 'the job is not in the foreground')
    job.stops_by_key()
    person.commands('fg'); job.has_terminal()
    for each in job.all:
        if name(each) == 'sleep': os.kill(each, signal.SIGTERM)
    person.ends_with('143')

def running():
    person.commands(tool + " sh -c 'until [ -e go ]; do sleep 0.02; done; exec cat' &")
    job = Job('sh')
    person.settles()
    person.commands('fg')
    until(lambda: os.tcgetpgrp(person.fd) == group(job.tool), 'fg does nothing')
    open('go', 'w').close()
    job.has_terminal(); reads_what_is_typed('word')
    person.types('\x04'); person.ends_with('0')

def script():
    open('script', 'w').write(tool + ' cat\necho over\nexit 6\n')
    person.commands('sh script &')
    job = Job()
    job.stops(); until(lambda: state(group(job.tool)) == 'T', 'the script is not stopped')
    person.hears_of_stop()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('word')
    person.types('\x04'); person.expect('over'); person.ends_with('6')

# Attackers from here on.

def faking():
    # Somebody inside continues the program, or has the init do so, with a value as if it were from outside.
    person.commands(tool + ' cat &')
    job = Job()
    job.stops(); person.hears_of_stop()
    libc = "import ctypes, os, signal; l = ctypes.CDLL(None)\n"
    fake = libc + """
b = (ctypes.c_int * 32)(18, 0, -1, 0, 0, 0, 1)
for i in range(100):
    for p in (1, 2):
        # rt_sigqueueinfo(2), whose sender says that he is nobody of this PID namespace.
        assert l.syscall(129 if os.uname().machine == 'x86_64' else 138, p, 18, b) == 0
        os.kill(p, 18)
"""
    inner = job.program
    if 'ns-init' in [name(p) for p in job.all]:
        subprocess.run(['nsenter', '-t', str(inner), '-p', sys.executable, '-c', fake], check=True)
    else:
        for i in range(100): os.kill(inner, signal.SIGCONT)
    job.stops()
    person.settles()
    # What was said of all these stops is not followed one by one.
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('word')
    person.types('\x04'); person.ends_with('0')

def taking():
    # A program that stops itself, by each signal, while the shell has the terminal.
    person.commands(tool + " sh -c 'for s in TTIN TTOU TSTP; do kill -$s $$; done; exit 4' &")
    job = Job('sh')
    held = os.tcgetpgrp(person.fd)
    job.stops(); person.hears_of_stop()
    for each in range(2):
        job.stops_in_background()
        if os.tcgetpgrp(person.fd) != held: raise Failure('the terminal was taken from the shell')
    person.commands('bg')
    until(lambda: not alive(), 'the job goes on')
    # zsh remembers that it was stopped.
    person.ends_with('!(4|149|150|148)')

def orphaned():
    # Nobody of the session looks after the job, and the kernel would stop nobody in its group: no stop, no end of
    # the program's, and no processor time for it.
    person.commands("(%s sh -c 'until [ -e go ]; do sleep 0.02; done; exec cat' </dev/tty &)" % tool)
    job = Job('sh')
    # Were it stopped before, the kernel would hang it up as it is left.
    until(lambda: int(fields(job.tool)[1]) == os.getpid(), 'the job is looked after')
    # Until the shell has its terminal again the job is in the foreground, and may read.
    person.has_shell()
    open('go', 'w').close()
    until(lambda: state(job.program) == 'T', 'the program is not stopped')
    person.settles()
    before = processor_time(job.tool)
    for each in range(10): person.settles()
    # Whoever is looked at may run for a moment; the time below tells.
    if state(job.tool) in 'TtZX-' or state(job.program) != 'T': raise Failure('somebody followed')
    if processor_time(job.tool) > before + 1: raise Failure('the tool is busy')
    person.has_shell()
    os.kill(job.program, signal.SIGKILL)
    until(lambda: state(job.tool) in 'Z-', 'the tool does not end')

def late():
    # The job is in the foreground as it starts, and no longer when its program has come to lead a group: the shell,
    # which did not wait for it, keeps the terminal.
    slow = 'strace -f -qq -o /dev/null -e trace=setpgid -e inject=setpgid:delay_enter=2000000 '
    person.commands('(%s%s sleep 600 </dev/tty & until [ -e go ]; do sleep 0.02; done)' % (slow, tool))
    until(lambda: [p for p in tools() if children(p)], 'the job does not start')
    open('go', 'w').close()
    person.has_shell()
    job = Job('sleep')
    for each in range(3): person.settles()
    person.has_shell()
    os.kill(job.program, signal.SIGKILL)
    until(lambda: state(job.tool) in 'Z-', 'the tool does not end')

def early():
    # Keys before the program is there: they are for it. Then the death of whom it waits for.
    def starts(line):
        person.commands(late_calls('setpgid,mount') + line)
        return until(lambda: [p for p in tools() if children(p)], 'the job does not start')[0]
    process = starts(tool + ' cat')
    person.types('\x1a')
    person.expect(STOPPED); person.has_shell()
    if state(process) not in 'Tt': raise Failure('Ctrl-Z does nothing')
    person.commands('fg')
    job = Job(leads='group' in tool); reads_what_is_typed('word')
    person.types('\x03'); person.ends_with('130')
    starts(tool + ' cat')
    person.types('\x03'); person.ends_with('130')
    os.kill(starts(tool + " sh -c 'echo >started' &"), signal.SIGKILL)
    if '-p' not in tool: until(lambda: os.path.exists('started'), 'the program waits for nobody')
    until(lambda: not alive(), 'the job goes on')
    person.settles()

def unborn():
    # The same before there is anybody but the tool, which has blocked the key by then.
    blocks = lambda p: int(re.search('SigBlk:\\s*(\\w+)', read('/proc/%d/status' % p) or 'SigBlk: 0')[1], 16) & 2
    def types_early(key):
        person.commands(late_calls('?fork,?clone') + tool + ' cat')
        process = until(lambda: [p for p in tools() if blocks(p)], 'the job does not start')[0]
        person.types(key)
        if children(process): raise Failure('it was not early')
    types_early('\x1a'); person.expect(STOPPED); person.has_shell(); person.commands('fg')
    job = Job(leads='group' in tool); reads_what_is_typed('word')
    person.types('\x03'); person.ends_with('130')
    types_early('\x03'); person.ends_with('130')

def halted():
    # Somebody stops the program's process before it leads its group, and it is continued in the background: the
    # terminal is no longer the job's to give.
    person.commands(late_calls('setpgid') + tool + " sh -c 'exit 3'")
    last = lambda: [p for p in below(person.shell) if name(p) != 'strace'][-1]
    until(lambda: len([p for p in below(person.shell) if name(p) != 'strace']) == 2 + ('--init' in tool), 'no child')
    process, job = last(), tools()[0]
    os.kill(process, signal.SIGSTOP)
    until(lambda: state(job) in 'Tt' and os.tcgetpgrp(person.fd) == group(person.shell), 'the job is not stopped')
    person.hears_of_stop()
    person.commands('bg'); until(lambda: not alive(), 'the program waits for ever')
    person.ends_with('!3')

def refused():
    # A filter that does not let it say that it leads a group, or lets nobody know who says so.
    for call in 'sendto:error=EPERM', 'setsockopt:retval=0':
        person.commands('strace -DDD -f -qq -o /dev/null -e trace=%s -e inject=%s ' % (call.split(':')[0], call)
                        + tool + " sh -c 'exit 3'")
        person.ends_with('3')

def redirected():
    # Who asks at the terminal whatever its standard streams are, as for a password.
    person.commands(tool + " sh -c 'read x; echo GOT:$x >/dev/tty; read x' </dev/null 2>/dev/null >/dev/null"
                    .replace('read x', 'read x </dev/tty'))
    job = Job('sh'); job.has_terminal()
    person.types('word\n'); person.expect('GOT:word\r')
    job.stops_by_key()
    person.commands('fg'); job.has_terminal()
    person.types('\x03'); person.ends_with('130')

def leaving():
    # The program leaves somebody in its group, and the script that started it reads from the terminal.
    open('script', 'w').write(tool + " sh -c 'sleep 600 & exit 3'\necho NO''W $?\nread x\necho GOT:$x\nexit 6\n")
    person.commands('sh script')
    person.expect('NOW 3\r')
    person.types('word\n'); person.expect('GOT:word\r')
    for each in below(os.getpid()):
        if name(each) == 'sleep' and each not in others: os.kill(each, signal.SIGKILL)
    person.ends_with('6')

def detached():
    # A daemon in a group of its own, none of whose streams lead to the terminal: the script that started it reads there.
    open('script', 'w').write(tool + ' sleep 600 </dev/null >/dev/null 2>&1 &\nread x\necho GOT:$x\nkill $!\nwait\nexit 6\n')
    person.commands('sh script')
    Job('sleep'); person.types('word\n'); person.expect('GOT:word\r'); person.ends_with('6')

def continued():
    # In the group of its tool the kernel stops both for a read in the background. What an init says of that is heard
    # when fg has continued both.
    person.commands(tool + ' cat &')
    job = Job(leads=False); job.stops(); person.hears_of_stop()
    person.commands('fg'); reads_what_is_typed('first')
    job.stops_by_key()
    job.stops_in_background()
    person.commands('fg'); reads_what_is_typed('second')
    person.types('\x03'); person.ends_with('130')

def foreground():
    # Started in the background, and stopped by the key when the shell has brought it to the foreground.
    person.commands(tool + ' sleep 600 &')
    job = Job('sleep', leads=False); person.settles()
    # Or by the shell in the background: fg continues only what the shell has seen stop.
    person.commands('kill -TSTP %1'); job.stops(); person.hears_of_stop()
    person.commands('fg'); until(lambda: os.tcgetpgrp(person.fd) == group(job.tool), 'fg does nothing')
    job.goes_on()
    job.stops_by_key()
    person.commands('fg'); job.goes_on()
    person.types('\x03'); person.ends_with('130')

def piped():
    # A part of a pipeline that leads no group: the shell waits until it has stopped too.
    person.commands('sleep 60 | ' + tool + ' sleep 61')
    until(lambda: [name(p) for p in below(person.shell)].count('sleep') == 2, 'the pipeline does not start')
    job = Job('sleep', leads=False)
    until(lambda: os.tcgetpgrp(person.fd) == group(job.tool), 'the job is not in the foreground')
    job.stops_by_key()
    person.commands('fg'); job.goes_on()
    person.types('\x03'); person.ends_with('130')

def below_another():
    # As below sudo(8), in whose group it is, and which waits until its child has stopped before it stops itself.
    open('parent', 'w').write("""
import os, signal, sys
signal.signal(signal.SIGTSTP, lambda *_: None); signal.signal(signal.SIGINT, lambda *_: None)
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, setsigdef=[signal.SIGTSTP, signal.SIGINT])
while True:
    status = os.waitpid(child, os.WUNTRACED)[1]
    if not os.WIFSTOPPED(status): sys.exit(os.waitstatus_to_exitcode(status) % 128)
    os.kill(os.getpid(), signal.SIGSTOP)
    os.kill(child, signal.SIGCONT)
""")
    person.commands(sys.executable + ' parent ' + tool + ' sleep 600')
    job = Job('sleep', leads=False)
    # Once: its SIGCONT may come late, and would undo another key.
    job.stops_by_key()
    person.commands('fg'); job.goes_on()
    person.types('\x03'); person.ends_with('(126|130)')

def silent():
    # No standard stream leads to the terminal.
    person.commands(tool + ' sleep 600 </dev/null >/dev/null 2>/dev/null')
    job = Job('sleep', leads=False)
    job.stops_by_key()
    person.commands('fg'); job.goes_on()
    person.types('\x03'); person.ends_with('130')

def nested():
    # Where the group of the job and that of the shell have no numbers, both look alike.
    person.commands("unshare -pf sh -c '%s cat; exit 7' &" % tool)
    job = Job()
    job.stops(); person.hears_of_stop()
    person.commands('fg'); job.has_terminal(); reads_what_is_typed('word')
    person.types('\x04'); person.ends_with('7')
    person.commands("unshare -pf sh -c '%s cat; exit 8'" % tool)
    job = Job(); job.has_terminal(); reads_what_is_typed('more')
    person.types('\x04'); person.ends_with('8')

def remaining():
    # The program has ended, and a daemon is waited for, which no key of the terminal reaches by itself.
    person.commands(tool + " sh -c 'setsid -f sleep 600; exit 3'")
    job = Job('sleep', leads=False)
    until(lambda: len([p for p in below(job.tool) if state(p) != 'Z']) == 2, 'the program does not end')
    until(lambda: os.tcgetpgrp(person.fd) == group(job.tool), 'the terminal is left to nobody')
    person.types('\x1a'); until(lambda: state(job.tool) == 'T', 'Ctrl-Z does nothing'); person.hears_of_stop()
    if state(job.program) == 'T': raise Failure('the daemon is stopped')
    person.commands('fg')
    until(lambda: state(job.tool) != 'T' and os.tcgetpgrp(person.fd) == group(job.tool), 'fg does nothing')
    person.types('\x03'); person.ends_with('3')

def reader_remains():
    # The program has ended, and somebody of its group reads from the terminal.
    person.commands(tool + " sh -c 'cat </dev/tty & exit 3'")
    job = Job('cat', leads=False); job.program = group(job.program)
    # It may have begun to read before the program ended.
    reads_what_is_typed('word')
    job.has_terminal(); reads_what_is_typed('more')
    person.types('\x04'); person.ends_with('3')

ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER: orphans come to another session than the shell's
work = tempfile.mkdtemp()
os.chdir(work)
inside = None
words = sys.argv[3:]
if 'INSIDE' in words:
    inside = subprocess.Popen(['unshare', '-p', '--init', '--kill-child', 'sleep', '600'])
    end = time.monotonic() + LONG
    while not below(inside.pid)[1:]: time.sleep(.01)
    words[words.index('INSIDE')] = str(below(inside.pid)[1])
others = below(os.getpid())
tool, toolname = ' '.join(words).replace('SELF', str(os.getpid())), words[0]
person = Person(sys.argv[1])
try:
    person.settles()
    globals()[sys.argv[2]]()
    print('ok')
except Failure as failure:
    print(sys.argv[1:3], failure, [(name(p), state(p), group(p)) for p in below(person.shell)], person.out[-300:])
for each in below(os.getpid()):
    try: os.kill(each, signal.SIGKILL)
    except ProcessLookupError: pass
os.chdir('/')
subprocess.run(['rm', '-r', work])
