import os, signal, time
n = {}
def h(s, f): n[s] = n.get(s, 0) + 1; time.sleep(.03)
for s in (1, 2, 3, 28): signal.signal(s, h)
print('READY', flush=True); t = time.time()
while time.time() - t < 2: time.sleep(.05)
open('keys', 'w').write(str(n))
