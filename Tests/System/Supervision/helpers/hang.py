import os, pty, sys
# hang.py TOOL...: the tool leads the session of a terminal, which is closed. What its program sees, how the tool ends
child = r'''
import os, signal, sys, time
w = int(sys.argv[1])
def h(s, f): os.write(w, b"got %d" % s); os._exit(3)
signal.signal(1, h)
os.write(w, b"ready\n")
for i in range(1000): time.sleep(.05)
'''
r, w = os.pipe()
os.set_inheritable(w, True)
pid, fd = pty.fork()
if pid == 0:
    os.close(r)
    os.execvp(sys.argv[1], sys.argv[1:] + ['/usr/bin/python3', '-c', child, str(w)])
os.close(w)
pipe = os.fdopen(r)
pipe.readline()
os.close(fd)
print(pipe.read(), '/', os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
