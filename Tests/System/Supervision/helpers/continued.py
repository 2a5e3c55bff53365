import signal, sys, time
# continued.py COUNT: how often it is continued, into the file `n`: it waits for COUNT, and half a second for more.
n, wanted = 0, int(sys.argv[1])
def h(s, f):
    global n
    n += 1
signal.signal(signal.SIGCONT, h)
open('n', 'w').close()
while n < wanted: time.sleep(.05)
end = time.monotonic() + .5
while time.monotonic() < end: time.sleep(.05)
open('n', 'w').write('%d\n' % n)
