import Glibc
import Namespaces
import Shared

/// The caller names a descriptor that is not open: it must not come to mean one that clone makes for itself, by which the program
/// could answer for it, or send signals to its parent.
func sourcesNotOpen() {
  for number in Int32(3)...20 where fcntl(number, F_GETFD) < 0 {
    var program = Program("/bin/true")
    program.descriptors = [DescriptorPlacement(number, as: 9)]
    expectError(.placeDescriptors(.badDescriptor)) { _ = try clone([], running: program) }
  }
}

/// Other flags of clone(2) among the kinds would share memory or descriptors with the child, or never return.
func flagsOfClone() {
  // CLONE_VM, CLONE_FS, CLONE_FILES, CLONE_VFORK.
  for flag in [0x100, 0x200, 0x400, 0x4000] as [Int32] {
    let kinds = NamespaceSet(rawValue: flag).union(.uts)
    expectError(.clone(kinds, .invalidArgument)) {
      _ = try clone(kinds, running: Program("/bin/true"))
    }
    expectError(.unshare(kinds, .invalidArgument)) { try unshare(kinds) }
  }
}

/// A hook that waits for the child, which waits for the hook.
func waitInHook() throws {
  var said: NamespaceError?
  let child = try clone([]) { (child) throws(NamespaceError) in
    do throws(NamespaceError) { _ = try child.wait() } catch { said = error }
  } work: {
    3
  }
  expectEqual(said, .wait(Errno(EDEADLK)))
  expectEqual(try child.wait(), .exited(3))
}

/// A program that cannot be executed, again and again: nothing stays open but what was asked for.
func executeLeaks() throws {
  func openOnes() -> Int { (0..<200).count { fcntl($0, F_GETFD) >= 0 } }
  var program = Program("/nowhere/at/all")
  program.descriptors = [DescriptorPlacement(0, as: 40), DescriptorPlacement(1, as: 41)]
  expectEqual(CurrentProcess.execute(program), .execute("/nowhere/at/all", .noEntry))
  let before = openOnes()
  for _ in 0..<20 { _ = CurrentProcess.execute(program) }
  expectEqual(openOnes(), before)
}

/// A folder in the place of proc(5), in a mount namespace that is somebody else's: his links lead to a file that he may not write, and
/// his FIFO keeps waiting whoever opens it.
func falseProc() throws {
  try becomeRoot()
  let victim = "/tmp/unyoke-victim-\(getpid())"
  close(open(victim, O_CREAT | O_WRONLY, 0o600))
  defer { unlink(victim) }
  try inChild([.mount]) {
    try CurrentProcess.setMountPropagation(.private)
    expectEqual(mount("none", "/proc", "tmpfs", 0, nil), 0)
    for folder in [
      "/proc/self", "/proc/self/fdinfo", "/proc/thread-self", "/proc/thread-self/ns", "/proc/777",
    ] {
      mkdir(folder, 0o755)
    }
    mkfifo("/proc/thread-self/ns/net", 0o666)
    symlink(victim, "/proc/777/uid_map")
    symlink(victim, "/proc/self/uid_map")
    for number in 0..<64 {
      let file = open("/proc/self/fdinfo/\(number)", O_CREAT | O_WRONLY, 0o644)
      _ = "Pid: 777\n".withCString { write(file, $0, 9) }
      close(file)
    }
    let one = [IDMapping(inner: 0, outer: 0, count: 1)]
    let child = try clone([]) { (child) throws(NamespaceError) in
      do throws(NamespaceError) {
        try child.writeIDMap(.users, one)
        expect(false, "a stranger's file was written")
      } catch {
        expectEqual(error.errno, .noEntry)
      }
    } work: {
      0
    }
    _ = try child.wait()
    expectError(.namespace(.network, .noEntry)) { _ = try CurrentProcess.namespace(.network) }
    expectError(.open("/proc/self/uid_map", .noEntry)) {
      try CurrentProcess.writeIDMap(.users, one[0])
    }
  }
  var facts = stat()
  stat(victim, &facts)
  expectEqual(facts.st_size, 0)
}

/// A file with somebody's content, on which a namespace was mounted, is still there afterwards.
func othersFile() throws {
  try becomeRoot()
  try withNamespaces(.mount) { () throws in
    try CurrentProcess.setMountPropagation(.private)
    expectEqual(mount("none", "/mnt", "tmpfs", 0, nil), 0)
    let file = open("/mnt/precious", O_CREAT | O_WRONLY, 0o600)
    write(file, "x", 1)
    close(file)
    try CurrentProcess.namespace(.uts).persist(at: "/mnt/precious")
    try NamespaceHandle.release(at: "/mnt/precious")
    expectEqual(access("/mnt/precious", F_OK), 0)
    // Of what it is persisted on itself nothing is left.
    try CurrentProcess.namespace(.uts).persist(at: "/mnt/own")
    try NamespaceHandle.release(at: "/mnt/own")
    expectEqual(access("/mnt/own", F_OK), -1)
  }
}

/// A process that had a second thread a moment ago has one again.
func oneThreadAgain() throws {
  for _ in 0..<2000 {
    try withNamespaces([]) {}
    expect(!CurrentProcess.hasSeveralThreads)
  }
}
