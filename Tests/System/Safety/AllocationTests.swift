import Harness
import ProjectFiles
import Testing

private let dynamicBinary = "\(projectRoot)/.build-dynamic/unyoke"
private let isDynamicBuilt = (try? readFile(dynamicBinary)) != nil

/// Memory runs out at any moment before the program starts: it gets every word and variable that
/// it was given, or it is not started. The attacker is whoever sets the limits, or fills the memory,
/// and gains from a command line that lost its end (`--cap-drop`, `--`, a file name).
///
/// The library below lets one allocation after the other fail in our processes; the dynamic binary
/// takes it in.
@Suite(
  .enabled(if: canSandbox, needsRoot),
  .enabled(if: findTool("cc") != nil, "cc is not installed"),
  .enabled(
    if: isDynamicBuilt, "the dynamic binary is not built (make release LINK=dynamic)"))
struct AllocationTests {
  /// Every function of libc that allocates comes down to these. A failure is noted in a file.
  private static let library = """
    #define _GNU_SOURCE
    #include <dlfcn.h>
    #include <errno.h>
    #include <stdlib.h>
    #include <string.h>
    #include <sys/auxv.h>
    #include <unistd.h>
    extern void *__libc_malloc(size_t), *__libc_calloc(size_t, size_t);
    extern void *__libc_realloc(void *, size_t), *__libc_memalign(size_t, size_t);
    static long left = -1;
    __attribute__((constructor)) static void begin(void) {
      const char *path = (char *)getauxval(AT_EXECFN);
      const char *number = getenv("FAIL_AT"), *name = strrchr(path, '/');
      // Executed once more from an unwritable copy.
      if (!strncmp(path, "/dev/fd/", 8)) name = "/nsenter";
      if (number && name && (!strcmp(name, "/nsenter") || !strcmp(name, "/unshare"))) left = atol(number);
    }
    static int fails(void) {
      if (left <= 0 || --left) return 0;
      if (write(9, "x", 1) < 0) return 0;
      errno = ENOMEM;
      return 1;
    }
    void *malloc(size_t size) { return fails() ? NULL : __libc_malloc(size); }
    void *calloc(size_t n, size_t size) { return fails() ? NULL : __libc_calloc(n, size); }
    void *realloc(void *old, size_t size) { return fails() ? NULL : __libc_realloc(old, size); }
    void *memalign(size_t to, size_t size) { return fails() ? NULL : __libc_memalign(to, size); }
    void *aligned_alloc(size_t to, size_t size) { return memalign(to, size); }
    int posix_memalign(void **result, size_t to, size_t size) {
      return (*result = memalign(to, size)) ? 0 : ENOMEM;
    }
    """

  static let commands: [String] = [
    "unshare -u $SHOW a 'b c' '' d", "unshare -r -f --kill-child $SHOW a b",
    "unshare -m --mount-proc -pf $SHOW a",
    "unshare --map-users 0:0:10 --map-groups 0:0:10 $SHOW a b c",
    "unshare -u --cap-drop ALL --nnp --whitelist-env A,B $SHOW -- a",
    "unshare -u --groups 5,daemon $SHOW a",
    "nsenter -t $P -n -u -i -m $SHOW a b c", "nsenter -t $P -e -r -w -n $SHOW a b",
    "nsenter -t $P -a -S 1 -G 1 --cap-drop ALL $SHOW a 'b' ''",
    "nsenter -t $P -p --kill-child --forward-signals -S follow --clear-env $SHOW -- a",
  ]

  @Test(arguments: commands)
  func theWholeCommandLineOrNone(command: String) {
    let outcome = Place.sandbox.run(
      """
      cat >fail.c <<'X'
      \(Self.library)
      X
      cc -shared -fPIC -O1 -o fail.so fail.c || exit 9
      printf '#!/bin/sh\\nprintf "[%%s]" "$0" "$@"; echo; env | grep -v "^_=" | sort\\n' >show
      chmod 755 show . fail.so; SHOW=$PWD/show
      mkdir bin; for name in unshare nsenter; do cp '\(dynamicBinary)' bin/$name; done
      unshare -n -u -i -m -p -f --kill-child sh -c ': >up; exec sleep 100' >&- 2>&- & U=$!
      until [ -e up ]; do sleep 0.05; done; P=$(cat /proc/$U/task/$U/children | tr -d ' ')
      PATH=$PWD/bin:$PATH; export A=1 B='2 3' FAIL_AT
      FAIL_AT=000; \(command) >right 2>&1 || { cat right; exit 8; }
      n=0 started=0
      while n=$((n + 1)); do
        FAIL_AT=$(printf %03d $n); : >failed
        (export LD_PRELOAD=$PWD/fail.so; \(command)) >out 2>err 9>>failed; s=$?
        sed -e '/^LD_PRELOAD=/d' -e 's/^FAIL_AT=.*/FAIL_AT=000/' out >got
        [ -s failed ] || break
        if [ $s = 0 ] && cmp -s got right; then started=$((started + 1)); continue; fi
        if [ ! -s out ] && [ $s -le 126 ] && grep -Eq '^(unshare|nsenter): [a-z]' err; then continue; fi
        echo "$n: $s: $(cat err out | head -n 3)"
      done
      kill -KILL $P
      cmp got right
      [ $n -gt 20 ] || echo "only $n allocations"
      """, as: .root, name: Place.uniqueName("alloc"), timeLimit: 300)
    #expect(outcome.ending == .exited(0) && outcome.stdout.isEmpty, "\(command): \(outcome)")
  }
}
