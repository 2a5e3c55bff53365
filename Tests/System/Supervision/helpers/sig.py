import os, signal, subprocess, sys, time
# sig.py SIGNAL TOOL...: what the program sees, how the tool ends. -SIGNAL: sent to the tool's process group. The
# program waits as long as it takes, or with QUIET in the environment for 1.2 seconds in which nothing must come.
child = r'''
import os, signal, sys, time
seen = []
def h(s, f):
    # A second one may come before this one has ended the program.
    seen.append(s)
    if len(seen) == 1: os.write(1, b" program got %d" % s); os._exit(40)
for s in [*range(1, 32), 34, 64]:
    if s not in (9, 17, 19): signal.signal(s, h)
os.write(1, b"ready"); time.sleep(1.2 if "QUIET" in os.environ else 50); os.write(1, b" nothing"); os._exit(7)
'''
p = subprocess.Popen(sys.argv[2:] + ['/usr/bin/python3', '-c', child], stdout=subprocess.PIPE,
                     stdin=subprocess.DEVNULL, start_new_session=True)
os.read(p.stdout.fileno(), 5); time.sleep(.05); number = int(sys.argv[1])
os.killpg(p.pid, -number) if number < 0 else p.send_signal(number)
print(p.stdout.read().decode().strip(), '/', p.wait())
