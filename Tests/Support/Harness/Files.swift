import Glibc

/// A call that failed, for people.
public struct HarnessError: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// The whole content of a file.
public func readFile(_ path: String) throws -> [UInt8] {
  guard let file = fopen(path, "re") else {
    throw HarnessError("cannot open \(path): \(String(cString: strerror(errno)))")
  }
  defer { fclose(file) }
  var content: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return content }
    content += chunk[..<count]
  }
}

/// Writes a file anew.
public func writeFile(_ path: String, _ content: [UInt8]) throws {
  guard let file = fopen(path, "we") else {
    throw HarnessError("cannot write \(path): \(String(cString: strerror(errno)))")
  }
  let count = fwrite(content, 1, content.count, file)
  guard fclose(file) == 0, count == content.count else {
    throw HarnessError("cannot write \(path) to the end")
  }
}

/// The names in a directory, sorted, without `.` and `..`.
public func directoryEntries(_ path: String) throws -> [String] {
  guard let directory = opendir(path) else {
    throw HarnessError("cannot open \(path): \(String(cString: strerror(errno)))")
  }
  defer { closedir(directory) }
  var names: [String] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted()
}

/// Whether this runs as root.
public var isRoot: Bool { geteuid() == 0 }

/// The absolute path of a program in the usual places; nil where it is not installed.
public func findTool(_ name: String) -> String? {
  ["/usr/sbin", "/usr/bin", "/sbin", "/bin"].map { "\($0)/\(name)" }
    .first { access($0, X_OK) == 0 }
}
