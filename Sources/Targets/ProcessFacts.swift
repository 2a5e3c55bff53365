import Bytes

/// What /proc says of one process of a group: as much as it takes to know whether it is the first one. A class,
/// so that it is handed on at little cost.
public final class ProcessFacts {
  let process: Int32
  /// Its name, of at most 15 bytes.
  let command: ByteString
  let parent: UInt64
  /// When it was started, in ticks of the clock: field 22 of /proc/PID/stat.
  public let start: UInt64
  /// It has ended, or is one of the kernel's: none of its namespaces is to be entered.
  let isNobody: Bool
  /// Whether it is the first process of a PID namespace below the caller's.
  var isInit = false
  /// What the links below its `ns` say; empty where they may not be read.
  var namespaces: ByteString = ""

  /// Reads a /proc/PID/stat, proc_pid_stat(5); nil where it is malformed. The command may hold anything, blanks
  /// and parentheses too; the last one is the kernel's.
  public init?(_ process: Int32, stat text: [UInt8]) {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")),
      let close = text.lastIndex(of: UInt8(ascii: ")")), open < close
    else { return nil }
    // From the third field on.
    let fields = Fields(text, from: close + 1, to: text.count, by: UInt8(ascii: " "))
    guard fields.count > 20, let parent = fields.slice(1).wholeNumber,
      let flags = fields.slice(6).wholeNumber, let start = fields.slice(19).wholeNumber
    else { return nil }
    self.process = process
    command = ByteString(text[(open + 1)..<close])
    (self.parent, self.start) = (parent, start)
    // Zombies and dead ones; PF_KTHREAD.
    isNobody = fields.isText(0, "Z") || fields.isText(0, "X") || flags & 0x0020_0000 != 0
  }

  /// What a /proc/PID/status says of the numbers of a process in the PID namespace of that /proc and in those
  /// below: how many there are, 0 where the kernel does not say it, and whether the last one is 1.
  public static func numbers(inStatus content: [UInt8]) -> (count: Int, isFirst: Bool) {
    let lines = Fields(content, by: UInt8(ascii: "\n"))
    for line in 0..<lines.count where lines.has("NSpid:", in: line) {
      let words = Fields(Array(lines.slice(line)), by: UInt8(ascii: "\t"))
      return (words.count - 1, words.isText(words.count - 1, "1"))
    }
    return (0, false)
  }

  // MARK: Which is the first. Pure.

  /// Those whose parent is not among them: what was executed in a container later on has its parent outside
  /// as well.
  static func outer(_ all: [ProcessFacts]) -> [ProcessFacts] {
    all.filter { one in !all.contains { UInt64($0.process) == one.parent } }
  }

  /// The first process of a group; nil where it is not known which one of several in different namespaces.
  /// - Parameters:
  ///   - outer: what `outer` gave; not empty.
  ///   - hasInit: whether the group may have a PID namespace of its own.
  static func first(of outer: [ProcessFacts], hasInit: Bool) -> ProcessFacts? {
    if hasInit {
      let inits = outer.filter { $0.isInit }
      if inits.count == 1 { return inits[0] }
    }
    var oldest = outer[0]
    for other in outer.dropFirst() {
      if other.namespaces.isEmpty || other.namespaces != oldest.namespaces { return nil }
      // The oldest, and of two of one moment that with the lower number.
      if other.start < oldest.start
        || other.start == oldest.start && other.process < oldest.process
      {
        oldest = other
      }
    }
    return oldest
  }
}
