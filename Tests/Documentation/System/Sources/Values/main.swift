import Namespaces
import NamespacesSystem
import SystemPackage

let file = try FileDescriptor.open("/proc/self/ns/uts", .readOnly, options: .closeOnExec)
// A copy: each side closes its own.
let namespace = try NamespaceHandle(duplicating: file, kind: .uts)
try file.close()
print("it is a namespace of kind", namespace.kind)
try namespace.withFileDescriptor { print("and is open:", try $0.duplicate().close()) }

var folder: FilePath = "/proc/self/ns"
folder.append("net")
print(try NamespaceHandle(path: folder, kind: .network).kind)

do {
  _ = try NamespaceHandle(path: "/proc/self/ns/none")
} catch {
  // Both modules have an Errno; where both are imported, its module stands before it.
  let ours: NamespaceValues.Errno? = error.errno
  let theirs: SystemPackage.Errno? = error.systemErrno
  print(error, ours == .noEntry, theirs == .noSuchFileOrDirectory)
}

let (reader, writer) = try FileDescriptor.pipe()
var program = Program(FilePath("/bin/echo"), ["through a pipe"])
program.descriptors = [DescriptorPlacement(writer, as: .standardOutput)]
let child = try clone([], running: program)
try writer.close()
let text = try [UInt8](unsafeUninitializedCapacity: 100) {
  $1 = try reader.read(into: UnsafeMutableRawBufferPointer($0))
}
print(String(decoding: text, as: UTF8.self), terminator: "")
print(try child.wait())
