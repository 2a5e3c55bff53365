import Bytes
import Kernel
public import NamespaceValues

// What a parent does for its child between clone(2) and the go-ahead. Files below /proc, of the process that the
// pidfd stands for, whatever number it has there.

extension ChildHandle {
  /// Writes an id map of the child's user namespace, /proc/PID/uid_map or gid_map: user_namespaces(7). It can be
  /// written once.
  /// - Parameters:
  ///   - kind: which of the two.
  ///   - mappings: the lines. A caller without CAP_SETUID in his user namespace may map his own id alone, and a group
  ///     only after `writeSetgroups(.deny)`.
  /// - Throws: `.open`, `.write` with EPERM where the kernel does not allow the map, EINVAL where it is none; `.mapTooLarge`.
  public func writeIDMap(
    _ kind: IDMapKind, _ mappings: [IDMapping]
  ) throws(NamespaceError) {
    let text = IDMapping.text(of: mappings)
    let path = try path(of: "\(kind.fileName)")
    // The kernel takes one write(2) of less than a page.
    if text.count >= IDMapping.largestMap { throw .mapTooLarge(path) }
    try write(text, to: path)
  }

  /// Says whether setgroups(2) is allowed in the child's user namespace, /proc/PID/setgroups: user_namespaces(7).
  /// Before the map of groups is written.
  /// - Throws: `.open`, `.write` with EPERM where it is too late.
  public func writeSetgroups(_ policy: SetgroupsPolicy) throws(NamespaceError) {
    try write("\(policy.word)", to: path(of: "setgroups"))
  }

  /// Makes the caller's ids these ones in the child's user namespace, which nobody needs a right for: setgroups(2)
  /// is denied, and each map has one line, with the caller's effective id outside.
  /// - Parameters:
  ///   - user: root, or whatever he is to be inside.
  ///   - group: likewise.
  /// - Throws: as `writeSetgroups(_:)` and `writeIDMap(_:_:)`.
  public func mapCaller(
    to user: UserID = .root, _ group: GroupID = .root
  ) throws(NamespaceError) {
    try writeSetgroups(.deny)
    try writeIDMap(
      .users, [IDMapping(inner: user.number, outer: Calls.effectiveUser.number, count: 1)])
    try writeIDMap(
      .groups, [IDMapping(inner: group.number, outer: Calls.effectiveGroup.number, count: 1)])
  }

  private func path(of name: ByteString) throws(NamespaceError) -> ByteString {
    let folder = try handle.folder { .open("/proc/PID/\(name)", $0) }
    return "\(folder)/\(name)"
  }

  private func write(_ text: ByteString, to path: ByteString) throws(NamespaceError) {
    try writeSetting(text, to: path) { () throws(NamespaceError) in
      // Its number is its own until it is reaped, and the kernel does that itself where SIGCHLD is ignored: what
      // was opened under this number may be a stranger's, unless it lives.
      if try handle.hasEnded() { throw .open(path, .noProcess) }
    }
  }
}

/// Writes a file below /proc that settles something of a namespace: one write(2), as the kernel takes no second one.
/// - Parameters:
///   - path: in /proc, known to be proc(5).
///   - confirm: is called between open(2) and write(2).
func writeSetting(
  _ text: ByteString, to path: ByteString,
  _ confirm: () throws(NamespaceError) -> Void = { () throws(NamespaceError) in }
) throws(NamespaceError) {
  let file = try attempt(OpenFile(writing: path)) { .open(path, $0) }
  try confirm()
  try attempt(file.writeOnce(text)) { .write(path, $0) }
}
