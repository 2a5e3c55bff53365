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

  /// The containers of a JSON array of objects with `id` and `names`; none where it is malformed.
  /// - Parameter wanted: of several names this one is taken, else the first.
  static func all(
    inStorage content: [UInt8], _ engine: ContainerEngine, _ space: ByteString,
    _ wanted: ByteString
  ) -> [Candidate] {
    var all: [Candidate] = []
    var element = -1
    var reader = JSONReader(content)
    while reader.next() {
      let isID = reader.path[...].isText("\t\nid")
      guard isID || reader.path[...].isText("\t\nnames\t"), let text = reader.text else {
        continue
      }
      // Not for each element: a file of nothing but commas has millions.
      if reader.element != element {
        element = reader.element
        all.append(Candidate(engine, "", in: space))
      }
      let one = all[all.count - 1]
      if isID {
        one.id = text
      } else if one.name.isEmpty || text == wanted {
        one.name = text
        // CRI-O's begin so.
        if text.hasPrefix("k8s_") { one.engine = .crio }
      }
    }
    return reader.isWhole ? all : []
  }
}
