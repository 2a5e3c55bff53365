import os, signal, sys, time
# storm.py WHAT: an attacker beside the program, who keeps PID 1 busy so that it does not do its work.
# The program says "ready" and ends with 5 when it is sent SIGTERM.
what = sys.argv[1]
me = os.getpid()
if what == 'orphans':
    for n in range(4):
        if os.fork() == 0:
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
            while True:
                # A child that ends at once, of a parent that ends at once: PID 1 has it to reap.
                if os.fork() == 0:
                    if os.fork() == 0: os._exit(0)
                    os._exit(0)
                os.wait()
elif what == 'signals':
    for n in range(2):
        if os.fork() == 0:
            signal.signal(40, signal.SIG_IGN)
            while True:
                try: os.kill(1, 40)
                except OSError: pass
elif what == 'stops':
    # Somebody who is stopped and continued all the time is reported each time.
    if os.fork() == 0:
        while True: os.kill(me, signal.SIGSTOP); os.kill(me, signal.SIGCONT)
signal.signal(40, signal.SIG_IGN)
signal.signal(signal.SIGTERM, lambda *a: os._exit(5))
time.sleep(.3)
print('ready', flush=True)
while True: time.sleep(.05)
