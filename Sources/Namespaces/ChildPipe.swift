import CNamespaces
import Kernel
import NamespaceValues

/// A pipe between this process and a child, pipe(7); what is open of it is closed with this value.
struct ChildPipe: ~Copyable {
  private(set) var reader: Int32
  private(set) var writer: Int32

  init() throws(NamespaceError) {
    var ends: (Int32, Int32) = (-1, -1)
    let result = withUnsafeMutableBytes(of: &ends) {
      un_pipe($0.bindMemory(to: Int32.self).baseAddress)
    }
    try attempt(check(result)) { .pipe($0) }
    (reader, writer) = ends
  }

  deinit {
    un_close(reader)
    un_close(writer)
  }

  mutating func closeReader() {
    un_close(reader)
    reader = -1
  }

  mutating func closeWriter() {
    un_close(writer)
    writer = -1
  }

  /// Gives the end to write to away.
  mutating func takeWriter() -> Int32 {
    defer { writer = -1 }
    return writer
  }

  /// Gives the end to read from away.
  mutating func takeReader() -> Int32 {
    defer { reader = -1 }
    return reader
  }
}
