import Glibc
import Namespaces
import Shared

func mapsRefused() throws {
  let child = try clone([.user]) { (child) throws(NamespaceError) in
    let users: ByteString = "/proc/\(child.process.number)/uid_map"
    let groups: ByteString = "/proc/\(child.process.number)/gid_map"
    let setgroups: ByteString = "/proc/\(child.process.number)/setgroups"
    // More than the kernel takes is not cut: a map with half of its lines would be another one.
    let many = (0..<400).map { IDMapping(inner: 1_000_000 + $0 * 2, outer: 5, count: 1) }
    expectError(.mapTooLarge(users)) { try child.writeIDMap(.users, many) }
    // 4096 bytes are too many, to the byte, and 4088 are not: of these it finds that they are too many lines.
    let eight = IDMapping(inner: 1, outer: 1, count: 100)
    let page = Array(repeating: eight, count: 512)
    expectEqual(IDMapping.text(of: page).count, 4096)
    expectError(.mapTooLarge(users)) { try child.writeIDMap(.users, page) }
    expectError(.write(users, .invalidArgument)) { try child.writeIDMap(.users, page.dropLast()) }
    // Two lines that overlap, and a range without ids.
    let twice = [IDMapping(inner: 0, outer: 0, count: 2), IDMapping(inner: 1, outer: 7, count: 1)]
    expectError(.write(users, .invalidArgument)) { try child.writeIDMap(.users, twice) }
    expectError(.write(users, .invalidArgument)) {
      try child.writeIDMap(.users, [IDMapping(inner: 0, outer: 0, count: 0)])
    }
    try mapToRoot(child)
    expectEqual(
      content("/proc/\(child.process.number)/uid_map").split(separator: " "),
      ["0", "\(geteuid())", "1\n"].map { Substring($0) })
    // Once, and setgroups not after the map of groups.
    let line = [IDMapping(inner: 0, outer: geteuid(), count: 1)]
    expectError(.write(users, .notPermitted)) { try child.writeIDMap(.users, line) }
    expectError(.write(groups, .notPermitted)) { try child.writeIDMap(.groups, line) }
    expectError(.write(setgroups, .notPermitted)) { try child.writeSetgroups(.allow) }
  } work: {
    expectEqual(getuid(), 0)
    expectEqual(getgid(), 0)
    expectEqual(content("/proc/self/setgroups"), "deny\n")
    return Findings.count == 0 ? 0 : 1
  }
  try child.finish()
  // A map of nobody is none: the file stays as it was, and nothing is said.
  try clone([.user]) { (child) throws(NamespaceError) in
    try child.writeIDMap(.users, [])
    expectEqual(content("/proc/\(child.process.number)/uid_map"), "")
  } work: {
    0
  }.finish()
}

/// Attacker: a stranger who has, in the PID namespace of /proc, the number that the child has in that of its
/// parent. His map must stay his.
func strangersNumber() throws {
  try becomeRoot()
  try inChild([.pid, .mount]) {
    try CurrentProcess.setMountPropagation(.private)
    try CurrentProcess.mountProc()
    // He is number 2 here, in a user namespace whose map nobody has written yet.
    let stranger = try clone([.user]) { sleepForEver() }
    expectEqual(stranger.process, ProcessID(2))
    try inChild([.pid]) {
      // And in here the child is, while /proc is the outer one.
      let policy = content("/proc/2/setgroups")
      let child = try clone([.user]) { (child) throws(NamespaceError) in
        expectEqual(child.process, ProcessID(2))
        try mapToRoot(child)
        expectEqual(content("/proc/2/uid_map"), "")
        expectEqual(content("/proc/2/setgroups"), policy)
        expect(try child.namespace(.user) != NamespaceHandle(path: "/proc/2/ns/user"))
        expect(
          try NamespaceHandle(forChildren: .pid, of: child.processHandle())
            == CurrentProcess.namespace(.pid))
      } work: {
        getuid() == 0 ? 0 : 1
      }
      try child.finish()
    }
    try stranger.signal(.kill)
    expectEqual(try stranger.wait(), .killed(.kill))
  }
}

/// Attacker: a /proc in which neither the child nor this process is. Everything that goes by /proc is refused.
func foreignProc() throws {
  try becomeRoot()
  try inChild([.mount]) {
    try CurrentProcess.setMountPropagation(.private)
    // Somebody in a PID namespace of his own, whose /proc is mounted where the first thing is to be hit.
    let pipe = TestPipe()
    let other = try clone([.pid, .user]) { (child) throws(NamespaceError) in
      try mapToRoot(child)
    } work: {
      let own = try clone([.mount]) {
        try CurrentProcess.setMountPropagation(.private)
        try CurrentProcess.mountProc()
        pipe.send(1)
        sleepForEver()
      }
      _ = try own.wait()
      return 0
    }
    expectEqual(pipe.receive(), 1)
    guard let number = names(in: "/proc/\(other.process.number)/task/\(other.process.number)").first
    else { return expect(false, "no /proc") }
    _ = number
    let children = content(
      "/proc/\(other.process.number)/task/\(other.process.number)/children")
    let inner = Int32(children.split(separator: " ").first ?? "") ?? -1
    let place = try ProcessHandle(ProcessID(inner))
    let child = try clone([.user]) { (child) throws(NamespaceError) in
      try place.enter([.user, .mount])
      let path: ByteString = "/proc/PID/setgroups"
      expectError(.open(path, .noEntry)) { try child.writeSetgroups(.deny) }
      expectError(.open("/proc/PID/uid_map", .noEntry)) {
        try child.writeIDMap(.users, [IDMapping(inner: 0, outer: 0, count: 1)])
      }
    } work: {
      getuid() == 0 ? 1 : 0
    }
    try child.finish()
    try other.signal(.kill)
    _ = try other.wait()
  }
}

/// Attacker: SIGCHLD is ignored, so that the kernel reaps the child by itself, and its number is free.
func forgottenChild() throws {
  signal(SIGCHLD, SIG_IGN)
  let child = try clone([.user]) { (child) throws(NamespaceError) in
    try child.signal(.kill)
    expect(try child.hasEnded(within: .seconds(10)))
    expect(waitUntil { !exists(child.process) })
    expectError(.open("/proc/PID/setgroups", .noProcess)) { try child.writeSetgroups(.deny) }
    expectError(.namespace(.user, .noProcess)) { _ = try child.namespace(.user) }
    expectError(.signal(.kill, .noProcess)) { try child.signal(.kill) }
  } work: {
    0
  }
  expectError(.wait(.noChild)) { _ = try child.wait() }
  expectError(.wait(.noChild)) { _ = try child.wait() }
}
