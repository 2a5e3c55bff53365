import Bytes
public import Capabilities
import Kernel
public import NamespaceValues

/// What a process may do.
public struct PrivilegeReport: Equatable, Sendable {
  /// Whose rights these are.
  public let process: ProcessID
  /// What its status file says.
  public let status: ProcessStatus
  /// Nil for another process: only the process itself can ask.
  public let securebits: Securebits?
  /// Where its capabilities count.
  public let userNamespace: UserNamespace

  /// The user namespace of a process, as far as it can be found out.
  public enum UserNamespace: Equatable, Sendable {
    /// Its number, and the user who made it, as this process numbers users.
    case found(inode: UInt64, owner: UserID)
    /// Only those who may trace a process may look, ptrace(2).
    case refused(Errno)
  }

  /// A report of what was read.
  public init(
    process: ProcessID, status: ProcessStatus, securebits: Securebits?,
    userNamespace: UserNamespace
  ) {
    self.process = process
    self.status = status
    self.securebits = securebits
    self.userNamespace = userNamespace
  }
}

extension PrivilegeReport {
  /// For people: a line for each fact.
  public var text: [UInt8] {
    var lines: [ByteString] = [
      "pid:             \(process.number)",
      "uid:             \(ids(status.users))",
      "gid:             \(ids(status.groups))",
      "groups:          \(words(status.supplementaryGroups.map { "\($0)" }))",
    ]
    for kind in CapabilityKind.allCases {
      let set = status.sets[kind]
      lines.append("\(padded(kind.name))\(set.isEmpty ? "none" : set.words)")
    }
    lines.append(
      "securebits:      \(securebits.map { words($0.names) } ?? "cannot be read for another process")"
    )
    lines.append("no_new_privs:    \(yesOrNo(status.forbidsNewPrivileges))")
    lines.append("seccomp:         \(status.seccomp.map { "\($0.name)" } ?? "unknown")")
    switch userNamespace {
    case .found(let inode, let owner):
      lines.append("user namespace:  \(inode), of user \(owner.number)")
    case .refused(let errno): lines.append("user namespace:  cannot be read: \(errno.text)")
    }
    return lines.flatMap { $0.bytes + [UInt8(ascii: "\n")] }
  }

  private func ids(_ ids: [UInt32]) -> ByteString {
    let names: [StaticString] = ["real", "effective", "saved", "file system"]
    return zip(names, ids).map { name, id -> ByteString in "\(name) \(id)" }.joined(by: ", ")
  }

  private func words(_ words: [ByteString]) -> ByteString {
    words.isEmpty ? "none" : words.joined(by: ",")
  }

  private func padded(_ name: StaticString) -> ByteString {
    let label: ByteString = "\(name):"
    return ByteString(
      label.bytes + [UInt8](repeating: UInt8(ascii: " "), count: max(0, 17 - label.count)))
  }

  private func yesOrNo(_ answer: Bool?) -> StaticString {
    switch answer {
    case true?: "yes"
    case false?: "no"
    case nil: "unknown"
    }
  }
}

extension PrivilegeReport {
  /// For programs: one JSON object in one line. What is not known is null.
  public var json: [UInt8] {
    let sets = CapabilityKind.allCases.map { kind -> ByteString in
      "\"\(kind.name)\":\(strings(status.sets[kind].capabilities.map { $0.name }))"
    }
    let namespace: ByteString =
      switch userNamespace {
      case .found(let inode, let owner): "{\"inode\":\(inode),\"owner\":\(owner.number)}"
      case .refused: "null"
      }
    let fields: [ByteString] = [
      "\"pid\":\(process.number)",
      "\"uids\":\(object(status.users))", "\"gids\":\(object(status.groups))",
      "\"groups\":[\(status.supplementaryGroups.map { "\($0)" }.joined(by: ","))]",
      "\"capabilities\":{\(sets.joined(by: ","))}",
      "\"securebits\":\(securebits.map { strings($0.names) } ?? "null")",
      "\"no_new_privs\":\(truth(status.forbidsNewPrivileges))",
      "\"seccomp\":\(status.seccomp.map { strings($0) } ?? "null")",
      "\"user_namespace\":\(namespace)",
    ]
    let line: ByteString = "{\(fields.joined(by: ","))}\n"
    return Array(line.bytes)
  }

  /// Names of capabilities and securebits need no escapes.
  private func strings(_ names: [ByteString]) -> ByteString {
    "[\(names.map { name -> ByteString in "\"\(name)\"" }.joined(by: ","))]"
  }

  private func strings(_ mode: ProcessStatus.SeccompMode) -> ByteString { "\"\(mode.name)\"" }

  private func object(_ ids: [UInt32]) -> ByteString {
    let names: [StaticString] = ["real", "effective", "saved", "filesystem"]
    let fields = zip(names, ids).map { name, id -> ByteString in "\"\(name)\":\(id)" }
    return "{\(fields.joined(by: ","))}"
  }

  private func truth(_ answer: Bool?) -> StaticString {
    switch answer {
    case true?: "true"
    case false?: "false"
    case nil: "null"
    }
  }
}
