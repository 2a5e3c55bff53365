import Glibc
import Namespaces

let own = try CurrentProcess.namespace(.network)
print("this thread is in net:[\(own.inode)]")

do {
  let child = try clone([.user, .network], running: Program("cat", ["/proc/self/net/dev"])) {
    child in
    // The child exists and has done nothing yet.
    try child.writeSetgroups(.deny)
    try child.writeIDMap(.users, [IDMapping(inner: 0, outer: getuid(), count: 1)])
    try child.writeIDMap(.groups, [IDMapping(inner: 0, outer: getgid(), count: 1)])
    if try child.namespace(.network) == own { print("never printed") }
  }
  // Here it is the program.
  switch try child.wait() {
  case .exited(let status): print("ended with status", status)
  case .killed(let signal): print("killed by SIG\(signal.name)")
  }
} catch {
  // Which call, on what, and the kernel's answer.
  print(error, (error as? any NamespaceFailure)?.errno?.code ?? 0)
}

let hostname = try clone([.user, .uts]) {
  // Swift in a copy of this process, which has one thread.
  try CurrentProcess.setHostName("box")
  print("it calls itself", CurrentProcess.hostName)
  return 0
}
print(try hostname.wait())
