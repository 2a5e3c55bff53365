// Never built: `make check` reads it with the compiler, which has to refuse each line that says
// "wrong", and no other one.

import Kernel
import Launch
import NamespaceValues

func rightUses(
  _ namespace: borrowing NamespaceHandle, _ process: borrowing ProcessHandle,
  _ directory: borrowing DirectoryHandle, _ socket: borrowing SocketHandle
) throws(Errno) {
  _ = try namespace.owner()
  _ = try process.namespace(.user)
  _ = try directory.openFile("status").readAll()
  _ = try socket.networkNamespace()
}

func wrongUses(
  _ namespace: borrowing NamespaceHandle, _ process: borrowing ProcessHandle,
  _ directory: borrowing DirectoryHandle, _ socket: borrowing SocketHandle,
  _ copy: borrowing CopiedDescriptor, _ named: borrowing NamedFile, _ file: borrowing OpenFile
) throws(Errno) {
  _ = try socket.owner()  // wrong
  _ = try process.owner()  // wrong
  _ = try directory.parent()  // wrong
  _ = try copy.networkNamespace()  // wrong
  _ = try namespace.networkNamespace()  // wrong
  try socket.enter(as: .network)  // wrong
  try namespace.enter([.user, .mount])  // wrong
  try namespace.becomeWorkingDirectory()  // wrong
  _ = try namespace.hasEnded()  // wrong
  _ = try named.readAll()  // wrong
  _ = try directory.readAll()  // wrong
  try process.writeAll("1")  // wrong
  try file.enter(as: .user)  // wrong
  _ = file.descriptor  // wrong
  _ = OwnedDescriptor(3)  // wrong
}

func wrongPlaces(_ files: inout HeldFiles) throws(Errno) {
  files.target = try ProcessHandle(Calls.ownProcess)
  files.root = try DirectoryHandle("/")
  files.namespaces.hold(try NamespaceHandle("/proc/self/ns/user"), as: .user)
  files.target = try DirectoryHandle("/proc/1")  // wrong
  files.root = try NamespaceHandle("/proc/self/ns/user")  // wrong
  files.namespaces.hold(try ProcessHandle(Calls.ownProcess), as: .user)  // wrong
  files.cgroupProcesses = try DirectoryHandle("/")  // wrong
}
