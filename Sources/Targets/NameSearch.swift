import Bytes
import NamespaceValues

/// Whether a control group is one that a name means. Pure. A class, as it is handed everywhere.
final class NameSearch {
  let kind: TargetName.Kind
  private let caller: UserID
  /// The engine that was named before a colon.
  let engine: ContainerEngine?
  /// The name without it.
  let text: ByteString
  /// What state files said, where they named no process.
  var known: [Candidate] = []
  /// Whether the beginning of an id is enough.
  var takesBeginnings = true

  init(_ name: TargetName, _ caller: UserID) {
    (self.caller, kind, engine) = (caller, name.kind, name.engine)
    if let engine {
      text = name.text.dropFirst(engine.name.utf8CodeUnitCount + 1)
    } else {
      text = name.text
    }
  }

  /// Whether a container may be meant: by its name or id, or the beginning of an id that was made by chance.
  func matches(_ id: ByteString) -> Bool {
    id == text
      || takesBeginnings && !text.isEmpty && id.bytes.isLongID
        && id.bytes.prefix(text.count) == text.bytes
  }

  /// Whether the name of a group, or a text with names of groups, may be why one is meant. Where it says no,
  /// `owner` finds none.
  @inline(never)
  func mayMean(_ name: ArraySlice<UInt8>) -> Bool {
    // From the first dash on that of a machine may be written otherwise.
    let isWhole = kind != .machine
    if name.has(text.bytes.prefix { isWhole || $0 != UInt8(ascii: "-") }) { return true }
    for one in known where name.has(one.id.bytes) { return true }
    return false
  }

  /// Whose group a /proc/PID/cgroup names, where that is meant.
  @inline(never)
  func owner(_ content: [UInt8]) -> CgroupOwner? {
    for path in CgroupPath.all(in: content) {
      if let owner = owner(of: path) { return owner }
    }
    return nil
  }

  private func owner(of path: CgroupPath) -> CgroupOwner? {
    switch kind {
    case .container:
      guard let owner = path.container(for: caller), owner.engine != .machine,
        owner.engine.mayBe(engine)
      else { return nil }
      if owner.isTrusted {
        return matches(owner.name) || known.contains { $0.id == owner.name } ? owner : nil
      }
      // Anybody may have chosen it: only for somebody who typed all of it.
      return owner.name == text && text.bytes.isLongID ? owner : nil
    case .machine:
      guard let owner = path.container(for: caller), owner.isTrusted else { return nil }
      if owner.engine == .lxc { return owner.name == text ? owner : nil }
      return owner.engine == .machine && Self.isEscaped(owner.name, text) ? owner : nil
    case .unit, .userUnit:
      guard let owner = path.unit, owner.name == text else { return nil }
      guard kind == .userUnit else { return owner.user == nil ? owner : nil }
      guard let user = owner.user, user == caller || caller == UserID(0) else { return nil }
      return owner
    case .pidfile: return nil
    }
  }

  /// Whether a name in a unit stands for another one: a dash of it is written `\x2d` there, systemd.unit(5).
  private static func isEscaped(_ name: ByteString, _ text: ByteString) -> Bool {
    var rest = name.bytes
    for byte in text.bytes {
      let isDash = byte == UInt8(ascii: "-") && rest.begins("\\x2d")
      if !isDash, rest.first != byte { return false }
      rest = rest.dropFirst(isDash ? 4 : 1)
    }
    return rest.isEmpty
  }
}
