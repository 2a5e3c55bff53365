import Bytes
import Kernel
import NamespaceValues

// The steps that go through files below /proc: user_namespaces(7), time_namespaces(7), and the
// files of namespaces themselves.

extension Executor {
  /// Binds namespaces of this process to files.
  static func bindOwn(_ bindings: [NamespaceBinding]) throws(LaunchFailure) {
    // As for a helper: in a /proc of another PID namespace the own number is a stranger's.
    guard let shown = Calls.ownNumberInProc else { throw notShown(bindings, of: Calls.ownProcess) }
    try bind(bindings, of: shown)
  }

  /// What is said where /proc does not show the process: that its file is not there.
  static func notShown(_ bindings: [NamespaceBinding], of process: ProcessID) -> LaunchFailure {
    let first = bindings.first
    return .bind(
      source: "/proc/\(process.number)/ns/\(first?.kind.persistentName ?? "")",
      file: first?.file ?? "", .noEntry)
  }

  /// Binds namespaces of a process to files, in the order of the table of kinds.
  /// - Parameter process: by its number in /proc.
  static func bind(
    _ bindings: [NamespaceBinding], of process: ProcessID
  ) throws(LaunchFailure) {
    for binding in bindings {
      let source: ByteString = "/proc/\(process.number)/ns/\(binding.kind.persistentName)"
      try attempt(Calls.bind(source, onto: binding.file)) {
        .bind(source: source, file: binding.file, $0)
      }
    }
  }

  /// Writes the one id that a process may map for itself.
  static func writeOwnMap(
    _ kind: IDMapKind, _ mapping: IDMapping
  ) throws(LaunchFailure) {
    try writeOwn("/proc/self/\(kind.fileName)", mapping.line)
  }

  static func writeSetgroups(_ policy: SetgroupsPolicy) throws(LaunchFailure) {
    do throws(LaunchFailure) { try writeOwn("/proc/self/setgroups", "\(policy.word)") } catch {
      // Kernels before 3.19 have no such file, and no need of it.
      if case .open(_, .noEntry) = error { return }
      throw error
    }
  }

  private static func writeOwn(
    _ path: ByteString, _ text: ByteString
  ) throws(LaunchFailure) {
    let file = try attempt(OpenFile(writing: path)) { .open(path, $0) }
    try attempt(file.writeOnce(text)) { .writeOwn(path, $0) }
  }

  /// Writes the map of another process, by its number in /proc. The kernel takes one write of at most a page.
  static func writeMap(
    _ kind: IDMapKind, _ mappings: [IDMapping], of process: ProcessID
  ) throws(LaunchFailure) {
    if mappings.isEmpty { return }
    let path: ByteString = "/proc/\(process.number)/\(kind.fileName)"
    let text = IDMapping.text(of: mappings)
    if text.count > IDMapping.largestMap { throw .mapTooLarge(path) }
    let file = try attempt(OpenFile(writing: path)) { .openMap(path, $0) }
    try attempt(file.writeOnce(text)) { .writeMap(path, $0) }
  }

  static func setClockOffset(_ offset: ClockOffset) throws(LaunchFailure) {
    let path: ByteString = "/proc/self/timens_offsets"
    let file = try attempt(OpenFile(writing: path)) { .openOffsets(path, $0) }
    try attempt(file.writeOnce(offset.line)) {
      .writeOffsets(path, $0)
    }
  }
}
