import Glibc
import Harness

/// Where the cases of a plain user run who cannot make a sandbox: temporary folders.
final class PlainPlace: @unchecked Sendable {
  static let shared = PlainPlace()

  let programs: String
  private let base: String

  private init() {
    var template = Array("/tmp/unyoke-test.XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { fatalError("mkdtemp: \(errno)") }
    base = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
    programs = "\(base)/bin"
    mkdir(programs, 0o755)
  }

  func install(_ name: String, _ file: String) throws {
    let copy = "\(programs)/\(name)"
    try writeFile(copy, try readFile(file))
    chmod(copy, 0o755)
  }

  func makeDirectory(_ name: String) -> String {
    let directory = "\(base)/\(name)"
    mkdir(directory, 0o777)
    return directory
  }

  func remove() { _ = spawn(["/bin/rm", "-rf", base]) }
}
