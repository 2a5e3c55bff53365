import Namespaces

// Each function stands for the C beside which FromCCalls.md shows it.

func enterFile() throws {
  let namespace = try NamespaceHandle(path: "/run/netns/blue", kind: .network)
  try namespace.enter()
}

func enterProcess(_ pid: Int32) throws {
  let process = try ProcessHandle(ProcessID(pid))
  try process.enter([.uts, .network])
}

func offsets() throws -> ChildStatus {
  let week = ClockOffset(.boottime, seconds: 7 * 24 * 3600)
  let child = try clone([.user, .time], clocks: [week], running: Program("uptime"))
  return try child.wait()
}

func facts(_ namespace: borrowing NamespaceHandle) throws {
  print(namespace.kind, namespace.identity.device, namespace.identity.inode)
  print("owned by user:[\(try namespace.owner().inode)]")
}

func keep() throws {
  try unshare(.network)
  try CurrentProcess.namespace(.network).persist(at: "/run/netns/blue")
  try NamespaceHandle.release(at: "/run/netns/blue")
}

try facts(CurrentProcess.namespace(.uts))
if !CurrentProcess.hasSeveralThreads { print(try offsets()) }
