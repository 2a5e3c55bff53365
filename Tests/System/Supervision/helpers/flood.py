import os, signal, time
# flood.py: once there is a file "go", stops and continues itself 3000 times, then leaves orphans to be reaped, and
# says how many of them are zombies a good while later.
me = os.getpid()
print('ready', flush=True)
while not os.path.exists('go'): time.sleep(.01)
if os.fork() == 0:
    for n in range(3000):
        os.kill(me, signal.SIGSTOP)
        time.sleep(.0005)
        os.kill(me, signal.SIGCONT)
    os._exit(0)
os.wait()
orphans = []
for n in range(5):
    r, w = os.pipe()
    if os.fork() == 0:
        if os.fork() == 0: os.write(w, b'%d' % os.getpid())
        os._exit(0)
    os.wait()
    orphans.append(int(os.read(r, 20)))
end, left = time.monotonic() + 20, orphans
while left and time.monotonic() < end:
    still = []
    for pid in left:
        try: os.kill(pid, 0); still.append(pid)
        except ProcessLookupError: pass
    left = still
    time.sleep(.02)
print('zombies', len(left), flush=True)
os._exit(6)
