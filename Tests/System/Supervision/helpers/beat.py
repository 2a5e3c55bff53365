import os, sys, time
# writes its own and a grandchild's heartbeat; the grandchild has a session of its own
if os.fork() == 0: os.setsid(); name = 'grand'
else: name = 'prog'
for i in range(2500): open(name, 'w').write('x'); time.sleep(.02)
