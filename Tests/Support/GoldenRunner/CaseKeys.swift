import Harness

extension GoldenCase {
  /// Takes one line of a case's head.
  /// - Returns: false where the key is unknown or has no such value.
  mutating func take(key: String, value: String) -> Bool {
    let words = value.split(separator: " ").map(String.init)
    switch key {
    case "user":
      guard let user = Sandbox.User(rawValue: value) else { return false }
      self.user = user
    case "needs":
      needs = words.compactMap { Need(rawValue: $0) }
      return !words.isEmpty && needs.count == words.count
    case "tools":
      tools = words
      return !words.isEmpty
    case "setup": setup.append(value)
    case "before": before.append(value)
    case "after": after.append(value)
    case "note": note = value
    case "deviates":
      deviation = value
      return isNumber(value, after: "D-")
    case "pending":
      pending = value
      return isNumber(value, after: "#")
    case "tty":
      terminal = Int(value)
      return terminal.map { (0...9999).contains($0) } ?? false
    case "old-2.38.1":
      differsIn2381 = true
      return value == "differs"
    case "leaves-process":
      leavesProcess = true
      return value == "yes"
    case "jailed":
      needsOwnLoader = true
      return value == "yes"
    case "ours-only":
      isOursOnly = true
      return value == "yes"
    default: return false
    }
    return true
  }

  private func isNumber(_ value: String, after prefix: String) -> Bool {
    value.hasPrefix(prefix) && UInt16(value.dropFirst(prefix.count)) != nil
  }
}
