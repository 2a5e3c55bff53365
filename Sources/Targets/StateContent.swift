import Bytes

// What is in state files. Pure. A file that is one byte off is passed over: half of a number is another
// process.

extension Candidate {
  /// Takes in a file of an engine; false where it is malformed, says something twice, or names a process
  /// that cannot be one.
  @inline(never)
  func read(_ content: [UInt8], _ format: StatePlace.Format) -> Bool {
    switch format {
    case .id: return true
    case .machine: return readMachine(content)
    case .number:
      process = processNumber(inFile: content[...]) ?? -1
      return process > 0
    default: break
    }
    let (process, start, name): (StaticString, StaticString, StaticString) =
      switch format {
      case .runc: ("\ninit_process_pid", "\ninit_process_start", "-")
      case .crun: ("\npid", "\nprocess-start-time", "-")
      case .docker: ("\nState\nPid", "-", "\nName")
      default: ("-", "-", "\nannotations\nio.kubernetes.cri.container-name")
      }
    var reader = JSONReader(content)
    while reader.next() {
      let path = reader.path[...]
      if path.isText(process) {
        guard self.process < 0, let number = reader.number, let process = Int32(exactly: number)
        else { return false }
        self.process = process
      } else if path.isText(start) {
        guard self.start == nil, let number = reader.number else { return false }
        self.start = number
      } else if path.isText(name), let text = reader.text {
        self.name = text.byte(at: 0) == UInt8(ascii: "/") ? text.dropFirst(1) : text
      }
    }
    // A bundle says no process; the others say it always.
    return reader.isWhole && (format == .bundle || self.process >= 0)
  }

  /// Lines of NAME=VALUE, of systemd-machined.
  private func readMachine(_ content: [UInt8]) -> Bool {
    let lines = Fields(content, by: UInt8(ascii: "\n"))
    for line in 0..<lines.count {
      if lines.has("LEADER=", in: line) {
        guard process < 0, let number = processNumber(inFile: lines.slice(line, after: 7)) else {
          return false
        }
        process = number
      } else if lines.has("LEADER_PIDFDID=", in: line) {
        guard inode == nil, let number = lines.slice(line, after: 15).wholeNumber else {
          return false
        }
        inode = number
      }
    }
    return process > 0
  }
}
