import json, os, subprocess, sys

# starts.py NUMBER: so many starts with --json-status-fd whose objects are compared with /proc, while
# the program waits at --block-fd and when it runs.
KINDS = ["cgroup", "ipc", "mnt", "net", "pid", "time", "user", "uts"]
LINES = [
    "unshare -p --init", "unshare -pf -m -n", "unshare -f -u -i", "unshare -T -C -f",
    "unshare -Ur -p --init --nnp", "unshare -p --init -S 1001 -G 1001 --cap-drop ALL",
    "unshare -Urmp --mount-proc --init=wait --new-session", "unshare --init",
]


def inside(process, kind):
    return os.stat("/proc/%d/ns/%s" % (process, kind)).st_ino


def start(number):
    line = LINES[number % len(LINES)].split()
    reader, status = os.pipe()
    block, release = os.pipe()
    program = ["sh", "-c", "read x; exit %d" % (number % 5)]
    options = ["--json-status-fd", str(status), "--block-fd", str(block)]
    tool = subprocess.Popen(
        line[:1] + options + line[1:] + program, pass_fds=[status, block], stdin=subprocess.PIPE)
    os.close(status)
    os.close(block)
    lines = os.fdopen(reader)
    first = json.loads(lines.readline())
    child = first.pop("child-pid")
    assert first or line == ["unshare", "--init"], line
    for kind in KINDS:
        name = kind + "-namespace"
        if name in first:
            assert first.pop(name) == inside(child, kind), (line, name)
        else: assert inside(child, kind) == inside(os.getpid(), kind), (line, name)
    assert not first, first
    os.write(release, b"x")
    os.close(release)
    command = json.loads(lines.readline())["command-pid"]
    # exec is certain.
    assert open("/proc/%d/comm" % command).read() == "sh\n", line
    if "--init" in " ".join(line) and any(w.startswith("-p") or w.endswith("p") for w in line[1:]):
        assert open("/proc/%d/comm" % child).read() == "ns-init\n" and child != command, line
    tool.stdin.write(b"\n")
    tool.stdin.close()
    last = json.loads(lines.readline())
    assert last == {"exit-code": number % 5}, (line, last)
    assert lines.readline() == "" and tool.wait() == number % 5


for number in range(int(sys.argv[1])): start(number)
print("agree")
