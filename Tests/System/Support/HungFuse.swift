import Foundation
import Harness

/// A FUSE file system whose server stops answering, for scripts in a jail.
enum HungFuse {
  /// Why there can be none; nil where there can.
  static var missing: String? {
    if access("/dev/fuse", R_OK | W_OK) != 0 { return "needs /dev/fuse" }
    return findTool("python3") == nil ? "needs python3" : nil
  }

  /// Shell functions that scripts begin with, after those of the jail. A process that waits for the
  /// server cannot be killed, so scripts end by killing the servers, which ends every wait.
  static let functions = #"""
    cat >server.py <<'END'
    import ctypes, os, signal, stat, struct, sys
    # A FUSE server in a few lines: a directory in which every name is a file, or one file. It answers
    # until SIGUSR1 comes, and nothing from then on.
    answers = True
    def hang(*_):
      global answers
      answers = False
    # Before it mounts: who sees the mount sends the signal, which ends a process that has not asked.
    signal.signal(signal.SIGUSR1, hang)
    path, mode = sys.argv[1], stat.S_IFREG if len(sys.argv) > 2 else stat.S_IFDIR
    device = os.open("/dev/fuse", os.O_RDWR)
    options = "fd=%d,rootmode=%o,user_id=0,group_id=0,allow_other" % (device, mode)
    if ctypes.CDLL(None, use_errno=True).mount(
        b"hung", path.encode(), b"fuse", 0, options.encode()):
      sys.exit("mount: " + os.strerror(ctypes.get_errno()))
    def attributes(node):
      kind = mode if node == 1 else stat.S_IFREG
      return struct.pack("<6Q10I", node, 0, 0, 0, 0, 0, 0, 0, 0, kind | 0o755, 1, 0, 0, 0, 4096, 0)
    nodes = {}
    while True:
      request = os.read(device, 1 << 20)
      if not answers: continue
      _, code, unique, node = struct.unpack_from("<2I2Q", request)
      error, body = 0, b""
      if code == 26:  # INIT
        body = struct.pack("<4I2H2I2H8I", 7, 23, 0, 0, 1, 1, 4096, 1, 0, 0, *[0] * 8)
      elif code == 1:  # LOOKUP
        child = nodes.setdefault(request[40:], len(nodes) + 2)
        body = struct.pack("<4Q2I", child, 0, 0, 0, 0, 0) + attributes(child)
      elif code == 3: body = struct.pack("<Q2I", 0, 0, 0) + attributes(node)  # GETATTR
      elif code in (14, 27): body = struct.pack("<Q2I", 1, 0, 0)  # OPEN, OPENDIR
      elif code in (2, 42): continue  # FORGET
      elif code not in (18, 25, 29, 34): error = -38  # RELEASE, FLUSH, RELEASEDIR, ACCESS
      os.write(device, struct.pack("<IiQ", 16 + len(body), error, unique) + body)
    END
    # Mounts it at $1, as one file where there is a second word. Every name in the directory is an
    # empty file. Scripts that are done kill the server, of which bash must not say so.
    serve() {
      python3 server.py "$@" & servers="$servers $!"
      disown $!
      until grep -q " $1 .* fuse " /proc/self/mountinfo; do sleep 0.02; done
    }
    # From now on the servers answer nothing.
    hang() { kill -USR1 $servers; sleep 0.2; }
    # Prints what a command prints, or that it did not end within half a minute: only who hangs
    # takes that long.
    bounded() {
      rm -f ended; { "$@" >printed 2>&1; echo "status $?" >>printed; touch ended; } &
      for _ in $(seq 300); do [ -e ended ] && break; sleep 0.1; done
      if [ -e ended ]; then cat printed; else echo "hangs: $*"; fi
    }

    """#
}
