// A process that is number 1: what a PID namespace is, and what else a container needs to believe in it.
//
//   swift run pid-namespace
//
// As a plain user it makes a user namespace as well, in which that user is root.

import Glibc
import Namespaces

let isRoot = geteuid() == 0
let kinds: NamespaceSet = [.pid, .mount, .uts]

/// How many proc file systems are mounted on /proc, one over the other: proc_pid_mounts(5).
func procMounts() throws -> Int {
  guard let file = fopen("/proc/self/mounts", "r") else { throw Errno(errno) }
  defer { fclose(file) }
  var line: UnsafeMutablePointer<CChar>?
  var size = 0
  var count = 0
  while getline(&line, &size, file) > 0 {
    if let line, strstr(line, " /proc proc ") != nil { count += 1 }
  }
  free(line)
  return count
}

let parent = CurrentProcess.process
let mountsBefore = try procMounts()
let nameBefore = CurrentProcess.hostName

let child = try clone(isRoot ? kinds : kinds.union(.user)) { child throws(NamespaceError) in
  // The checkpoint: the child exists, and does nothing until this function returns.
  print("parent: the child has a number outside as well:", child.process.number > 1)
  // Said before anything the child says, also where the output is no terminal.
  fflush(nil)
  if isRoot { return }
  try child.writeSetgroups(.deny)
  try child.writeIDMap(.users, [IDMapping(inner: 0, outer: geteuid(), count: 1)])
  try child.writeIDMap(.groups, [IDMapping(inner: 0, outer: getegid(), count: 1)])
} work: {
  print(
    "child: I am \(CurrentProcess.process.number), my parent is \(CurrentProcess.parent.number)")
  try CurrentProcess.setHostName("container")
  print("child: I am on \(CurrentProcess.hostName)")

  // The parent has a number, but not in here: there is nobody to send a signal to.
  let answer = kill(parent.number, SIGKILL) == 0 ? 0 : errno
  print("child: to kill the parent's number gives", answer == ESRCH ? "ESRCH" : "\(answer)")

  // First private, or the new /proc would be mounted over that of the machine as well.
  try CurrentProcess.setMountPropagation(.private)
  try CurrentProcess.mountProc()
  print("child: and this is all that ps shows:")
  throw CurrentProcess.execute(Program("ps", ["-e", "-o", "pid,comm"]))
}

let status = try child.wait()
print("parent: the child ended:", status == .exited(0) ? "well" : "\(status)")
print("parent: my host name is what it was:", CurrentProcess.hostName == nameBefore)
print("parent: and /proc was not mounted over:", try procMounts() == mountsBefore)
