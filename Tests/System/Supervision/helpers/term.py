import os, pty, re, select, sys, time
# term.py CMD|-i[SHELL]  SEND EXPECT [SEND EXPECT]...   "-i": an interactive bash with job control, or dash, or zsh
# EXPECT is a pattern of what comes then; <PATTERN of what came before or comes; @NAME a process called NAME that
# the shell has started in the foreground; or nothing: 0.4 s. PATIENCE: how many seconds to wait for it, or 20.
argv = {'-i': ['bash','--norc','-i'], '-idash': ['dash','-i'], '-izsh': ['zsh','-f','-i']}.get(
    sys.argv[1], ['bash','--norc','-c',sys.argv[1]])
pid, fd = pty.fork()
if pid == 0:
    os.environ.update(PS1='OUT> ', HISTFILE='', TERM='dumb'); os.execvp(argv[0], argv)
out = b''
patience = float(os.environ.get('PATIENCE', 20))
def read(path):
    try:
        with open(path) as file: return file.read()
    except OSError: return ''
def below(pid):
    for child in read('/proc/%d/task/%d/children' % (pid, pid)).split(): yield child; yield from below(int(child))
def runs(name):
    return any(read('/proc/%s/comm' % p) == name + '\n' for p in below(pid)) and (
        sys.argv[1][:2] != '-i' or os.tcgetpgrp(fd) != os.getpgid(pid))
def wait(pattern, seconds=patience):
    global out
    end, start = time.monotonic() + seconds, len(out)
    if pattern[:1] == '<': start, pattern = 0, pattern[1:]
    while time.monotonic() < end:
        if pattern[:1] == '@':
            if runs(pattern[1:]): return True
        elif pattern and re.search(pattern.encode(), out[start:]): return True
        if select.select([fd], [], [], .05)[0]:
            try: data = os.read(fd, 4096)
            except OSError: return False
            out += data
    return not pattern
if sys.argv[1][:2] == '-i': wait('OUT> ')
steps = sys.argv[2:]
for n in range(0, len(steps), 2):
    text = steps[n].encode().decode('unicode_escape').encode('latin1')
    os.write(fd, text)
    if not wait(steps[n+1], patience if steps[n+1] else .4): print('FAIL at step', n//2); break
    time.sleep(.15)
else: print('ok')
os.kill(pid, 9)
