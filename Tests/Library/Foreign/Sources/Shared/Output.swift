import CTools
import Glibc
public import Namespaces

/// Two ends of a pipe, close-on-exec, by their numbers.
public struct TestPipe: ~Copyable, Sendable {
  public private(set) var reader: Int32
  public private(set) var writer: Int32

  public init() {
    var ends: [Int32] = [-1, -1]
    if tools_pipe(&ends) != 0 { fatalError("pipe2: \(errno)") }
    (reader, writer) = (ends[0], ends[1])
  }

  deinit {
    if reader >= 0 { close(reader) }
    if writer >= 0 { close(writer) }
  }

  public mutating func closeReader() {
    close(reader)
    reader = -1
  }

  public mutating func closeWriter() {
    close(writer)
    writer = -1
  }

  /// All that comes until nobody has the other end open.
  public func readAll() -> String {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(reader, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      if count <= 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += piece[..<count]
    }
  }

  /// One number, which a process wrote with `send`.
  public func receive() -> Int32 {
    var number: Int32 = -1
    _ = read(reader, &number, MemoryLayout<Int32>.size)
    return number
  }

  public func send(_ number: Int32) {
    var number = number
    _ = write(writer, &number, MemoryLayout<Int32>.size)
  }
}

/// What a program printed, and how it ended.
public func output(
  of program: Program, in kinds: NamespaceSet = []
) throws -> (status: ChildStatus, text: String) {
  try output(of: program, in: kinds) { (_) throws(Never) in }
}

public func output<Failure: Error>(
  of program: Program, in kinds: NamespaceSet = [],
  prepare: (borrowing ChildHandle) throws(Failure) -> Void
) throws -> (status: ChildStatus, text: String) {
  var pipe = TestPipe()
  var program = program
  program.descriptors.append(DescriptorPlacement(pipe.writer, as: 1))
  let child = try clone(kinds, running: program, prepare: prepare)
  pipe.closeWriter()
  let text = pipe.readAll()
  return (try child.wait(), text)
}

/// A shell that runs a script.
public func shell(_ script: String) -> Program { Program("/bin/sh", ["-c", ByteString(script)!]) }

/// The content of a file.
public func content(_ path: String) -> String {
  let file = open(path, O_RDONLY | O_CLOEXEC)
  if file < 0 { return "errno \(errno)" }
  defer { close(file) }
  var bytes = [UInt8](repeating: 0, count: 65536)
  let count = read(file, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
}

/// What a symbolic link says; nothing where there is none.
public func link(_ path: String) -> ByteString {
  ByteString(
    [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      buffer.withMemoryRebound(to: CChar.self) { text in
        guard let start = text.baseAddress else { return }
        count = max(readlink(path, start, text.count), 0)
      }
    })
}

/// The names in a folder.
public func names(in path: String) -> [String] {
  guard let folder = opendir(path) else { return [] }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != ".", name != ".." { names.append(name) }
  }
  return names
}

/// Maps the caller to root in the child's user namespace.
public func mapToRoot(_ child: borrowing ChildHandle) throws(NamespaceError) {
  try child.writeSetgroups(.deny)
  try child.writeIDMap(.users, [IDMapping(inner: 0, outer: geteuid(), count: 1)])
  try child.writeIDMap(.groups, [IDMapping(inner: 0, outer: getegid(), count: 1)])
}
