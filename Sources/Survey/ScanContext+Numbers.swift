import Bytes
import Kernel

// Whether numbers of processes that were read mean here what they mean there.

extension ScanContext {
  #if hasFeature(Embedded)
    static func numbersAsWeDo(_ proc: borrowing DirectoryHandle) -> Bool { true }
  #else
    /// Whether a proc(5) is one of this process's PID namespace: in any other one a number that was read
    /// there is a stranger's here, or nobody's. It has `self` only where this process is in its PID
    /// namespace or below, and NStgid says how deep below.
    static func numbersAsWeDo(_ proc: borrowing DirectoryHandle) -> Bool {
      guard let status = try? proc.openFile("self/status").readAll(limit: 1 << 20) else {
        return false
      }
      return hasOneNumber(status)
    }

    /// Whether a status of a process, proc(5), has one number for it, that of the PID namespace in which it
    /// is. A kernel without PID namespaces has no such line.
    static func hasOneNumber(_ status: [UInt8]) -> Bool {
      for line in status.split(separator: UInt8(ascii: "\n")) {
        let words = line.split { $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: " ") }
        if words.first?.elementsEqual(literalBytes("NStgid:")) == true { return words.count == 2 }
      }
      return true
    }
  #endif
}
