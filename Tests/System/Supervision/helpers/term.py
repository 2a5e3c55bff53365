import os, pty, re, select, sys, time
# term.py CMD|-i[SHELL]  SEND EXPECT [SEND EXPECT]...   "-i": an interactive bash with job control, or dash, or zsh
argv = {'-i': ['bash','--norc','-i'], '-idash': ['dash','-i'], '-izsh': ['zsh','-f','-i']}.get(
    sys.argv[1], ['bash','--norc','-c',sys.argv[1]])
pid, fd = pty.fork()
if pid == 0:
    os.environ.update(PS1='OUT> ', HISTFILE='', TERM='dumb'); os.execvp(argv[0], argv)
out = b''
def wait(pattern, seconds=4):
    global out
    end, start = time.time() + seconds, len(out)
    while time.time() < end:
        if select.select([fd], [], [], .05)[0]:
            try: data = os.read(fd, 4096)
            except OSError: return False
            out += data
        if pattern and re.search(pattern.encode(), out[start:]): return True
    return not pattern
wait('OUT> ', 2 if sys.argv[1][:2] == '-i' else .5)
steps = sys.argv[2:]
for n in range(0, len(steps), 2):
    text = steps[n].encode().decode('unicode_escape').encode('latin1')
    os.write(fd, text)
    if not wait(steps[n+1], .4 if not steps[n+1] else 4): print('FAIL at step', n//2); break
    time.sleep(.15)
else: print('ok')
os.kill(pid, 9)
