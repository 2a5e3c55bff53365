import os, signal, time
n = {}
def h(s, f): n[s] = n.get(s, 0) + 1; time.sleep(.03)
for s in (1, 2, 3, 28): signal.signal(s, h)
print('READY', flush=True)
while not (2 in n and 3 in n): time.sleep(.05)
# Nor once more.
t = time.monotonic()
while time.monotonic() - t < .5: time.sleep(.05)
open('keys', 'w').write(str(n))
