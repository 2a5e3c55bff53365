import ctypes, os
# spy.py: what a program tries on PID 1 to have its rights, or to speak for it: prints what it could do.
libc = ctypes.CDLL(None, use_errno=True)
def try_it(name, act):
    try: result = act()
    except OSError: return
    if isinstance(result, int) and result < 0: return
    print(name, end=' ')
try_it('attach', lambda: libc.ptrace(16, 1, 0, 0))
try_it('seize', lambda: libc.ptrace(0x4206, 1, 0, 0))
try_it('mem', lambda: os.open('/proc/1/mem', os.O_RDWR))
try_it('environ', lambda: open('/proc/1/environ').read())
try_it('exe', lambda: os.open('/proc/1/exe', os.O_RDONLY))
try_it('root', lambda: os.open('/proc/1/root', os.O_PATH))
pidfd = libc.syscall(434, 1, 0)
for number in list(range(3)) + list(range(60, 72)):
    # The socket by which PID 1 says how the program ended, from 64 on.
    try_it('getfd', lambda: libc.syscall(438, pidfd, number, 0))
    try_it('fd', lambda: os.open('/proc/1/fd/%d' % number, os.O_RDWR))
buffer = ctypes.create_string_buffer(8)
vector = (ctypes.c_void_p * 2)(ctypes.cast(buffer, ctypes.c_void_p), 8)
there = (ctypes.c_void_p * 2)(0x400000, 8)
try_it('vm', lambda: libc.process_vm_readv(1, vector, 1, there, 1, 0))
print('pidfd' if pidfd >= 0 else 'no pidfd')
