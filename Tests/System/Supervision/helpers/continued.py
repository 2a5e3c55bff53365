import signal, time
# How often it is continued within a second, into the file `n`.
n = 0
def h(s, f):
    global n
    n += 1
signal.signal(signal.SIGCONT, h)
open('n', 'w').close()
end = time.time() + 1
while time.time() < end: time.sleep(.05)
open('n', 'w').write('%d\n' % n)
