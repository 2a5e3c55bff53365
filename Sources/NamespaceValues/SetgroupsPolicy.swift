/// What is written to /proc/PID/setgroups, user_namespaces(7).
public enum SetgroupsPolicy: Hashable, Sendable {
  case allow, deny

  /// The word on the command line and in the file.
  package var word: StaticString {
    switch self {
    case .allow: "allow"
    case .deny: "deny"
    }
  }
}
