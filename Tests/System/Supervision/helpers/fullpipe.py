import json, os, subprocess, sys

# A pipe for objects that is full when the program starts. It is emptied when the program has run, or never.
reader, writer = os.pipe()
os.set_blocking(writer, False)
try:
    while True:
        os.write(writer, b" " * 4096)
except BlockingIOError:
    pass
os.set_blocking(writer, True)
tool = subprocess.Popen(
    ["unshare", "--json-status-fd", str(writer), "sh", "-c", "echo ran; exit 3"], pass_fds=[writer],
    stdout=subprocess.PIPE)
os.close(writer)
# The program's end of this pipe: it has ended, and its supervisor has something to say.
print(tool.stdout.readline().decode().strip())
if sys.argv[1:]:
    print(tool.wait())
else:
    found = os.fdopen(reader).read().strip().split("\n")
    print(tool.wait())
    for line in found:
        print(next(iter(json.loads(line))))
