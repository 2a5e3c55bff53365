import os, signal, sys
# grab.py: gives the terminal to a group whose only member then ends.
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
child = os.fork()
if child == 0:
    os.setpgid(0, 0)
    signal.pause()
while True:
    try: os.tcsetpgrp(0, child); break
    except PermissionError: pass
os.kill(child, 9); os.wait()
