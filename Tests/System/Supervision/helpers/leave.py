import os, signal, sys, time
# leave.py: leaves the group that it was made the leader of, for one of a child's, and waits for SIGTERM.
signal.signal(signal.SIGTERM, lambda *a: os._exit(5))
child = os.fork()
if child == 0:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while os.getppid(): time.sleep(.05)
os.setpgid(child, child)
os.setpgid(0, child)
print('ready', flush=True)
while True: time.sleep(1)
