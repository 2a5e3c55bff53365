// Who holds a namespace? As long as anybody does it lives, with its interfaces, its mounts, its host name, and often
// nobody knows why.
//
//   swift run holders FILE
//
// FILE is /proc/PID/ns/net, or a file that a namespace is mounted on, such as /run/netns/NAME. Root sees all
// holders, anybody else those of his own processes.

import Glibc
import NamespaceInventory

guard CommandLine.argc == 2, let path = CommandLine.unsafeArgv[1] else {
  print("usage: holders FILE")
  exit(2)
}
// The inode number of the file is the number of the namespace.
var status = stat()
guard stat(path, &status) == 0 else {
  print("holders: \(ByteString(cString: path)): errno \(errno)")
  exit(1)
}

var request = NamespaceListing.Request()
request.includesMembers = true
request.includesAllHolders = true
let listing = try NamespaceListing.take(request)

guard let namespace = listing.namespace(UInt64(status.st_ino)) else {
  print("holders: this is no namespace, or nobody who can be seen holds it")
  exit(1)
}
let owner = namespace.owner.map { "user:[\($0)]" } ?? "one that is out of sight"
print("\(namespace.kind.name):[\(namespace.number)], owned by \(owner)")
for process in namespace.members ?? [] {
  // What a process is called it chooses itself: as `description` it gives no orders to a terminal.
  print("process \(process.process.number) is in it:", process.command ?? "?")
}
for holder in namespace.holders {
  switch holder {
  case .descriptor(let process, let number):
    print("process \(process.number) has it open, as descriptor \(number)")
  case .socket(let process, let number):
    print("process \(process.number) has a socket of it, as descriptor \(number)")
  case .thread(let process, let thread):
    print("thread \(thread) of process \(process.number) is in it")
  case .children(let process):
    print("the next children of process \(process.number) will be in it")
  case .mount(let path):
    print("it is mounted at \(path)")
  case .foreignMount(let process, let path):
    print("it is mounted at \(path), where process \(process.number) is")
  case .ancestor(let number):
    print("\(number) is below it")
  }
}
