import Harness

/// What strace saw, in the notation of the specification: which process made which call.
enum Trace {
  /// The calls of each process in their order; processes are P, A, B, C in order of creation.
  static func processes(of log: String) -> [String: [String]] {
    var names: [String: String] = [:]
    var calls: [String: [String]] = [:]
    var unfinished: [String: String] = [:]
    // Processes in which musl, which lets no signal in while it forks, is about to give the first mask
    // of two back.
    var isForking: Set<String> = []
    let letters = ["P", "A", "B", "C"]
    // The first pass gives processes their letters.
    for line in log.split(separator: "\n") {
      let pid = String(line.prefix { $0.isNumber })
      if names.isEmpty { names[pid] = "P" }
      guard line.contains("clone") || line.contains("fork"), let arrow = line.range(of: " = ")
      else { continue }
      let child = String(line[arrow.upperBound...].prefix { $0.isNumber })
      if !child.isEmpty { names[child] = letters[min(names.count, 3)] }
    }
    for line in log.split(separator: "\n") {
      let pid = String(line.prefix { $0.isNumber })
      guard let name = names[pid] else { continue }
      var text = String(line.drop { $0.isNumber }.drop { $0 == " " })
      if let mark = text.range(of: " <unfinished ...>") {
        unfinished[pid] = String(text[..<mark.lowerBound])
        continue
      }
      if text.hasPrefix("<... "), let mark = text.range(of: " resumed>") {
        text = (unfinished[pid] ?? "") + text[mark.upperBound...]
      }
      if text.hasPrefix("rt_sigprocmask(") {
        if text.hasPrefix("rt_sigprocmask(SIG_BLOCK, ~[") { continue }
        // What it does for its first handler: the signals that it keeps for itself.
        if text.hasPrefix("rt_sigprocmask(SIG_UNBLOCK, [RT_1 RT_2]") { continue }
        if text.hasPrefix("rt_sigprocmask(SIG_SETMASK, ~[") {
          isForking.insert(pid)
          continue
        }
        if isForking.remove(pid) != nil { continue }
      }
      if let call = translate(text, names) { calls[name, default: []].append(call) }
    }
    return calls
  }

  /// One call; nil for what does not count.
  private static func translate(_ text: String, _ names: [String: String]) -> String? {
    guard let open = text.firstIndex(of: "("), let equals = text.range(of: " = ", options: .last)
    else { return nil }
    let call = text[..<open]
    let result = text[equals.upperBound...]
    var arguments = String(text[text.index(after: open)..<equals.lowerBound])
    while arguments.last == " " { arguments.removeLast() }
    if arguments.last == ")" { arguments.removeLast() }
    for (pid, name) in names {
      arguments = arguments.replacing("/proc/\(pid)/", with: "/proc/<\(name)>/")
    }
    let failed = result.hasPrefix("-1") ? " -> \(result.prefix { $0 != "(" }.dropLast())" : ""

    switch call {
    case "rt_sigaction":
      guard
        arguments.hasPrefix("SIGCHLD, {sa_handler=SIG_DFL")
          || arguments.hasPrefix("SIGTERM, {sa_handler=") || arguments.hasPrefix("SIGINT, {sa_h")
      else { return nil }
      let signal = arguments.prefix { $0 != "," }
      let action = arguments.drop { $0 != "{" }.prefix { $0 != "}" }
      let isDefault = action.hasPrefix("{sa_handler=SIG_DFL")
      let handler = action.contains("SA_RESTART") ? "handler, SA_RESTART" : "handler"
      return "sigaction(\(signal), \(isDefault ? "SIG_DFL" : handler))"
    case "clone", "fork":
      return "fork() -> <\(names[String(result.prefix { $0.isNumber })] ?? "?")>"
    case "write":
      guard let quote = arguments.firstIndex(of: "\"") else { return nil }
      let data = arguments[quote...].prefix(upTo: arguments.lastIndex(of: ",") ?? quote)
      if data == "\"\\6\\0\\0\\0\\0\\0\\0\\0\"" { return "write(eventfd, 6)" }
      return "write(\(data))\(failed)"
    case "read":
      return arguments.contains("\"\\6\\0\\0\\0\\0\\0\\0\\0\"") ? "read(eventfd) -> 6" : nil
    // How the own binary is protected is held by BinaryProtectionTests.
    case "openat" where arguments.contains("/proc/self/exe"): return nil
    case "prctl" where arguments.hasPrefix("PR_SET_NAME"): return nil
    case "openat":
      // O_NOCTTY makes no difference on these files, and the mode is not used.
      return
        "open(\(arguments.replacing("AT_FDCWD, ", with: "").replacing("O_NOCTTY|", with: "")))\(failed)"
    case "wait4":
      let child = names[String(arguments.prefix { $0.isNumber })] ?? "?"
      if let mark = arguments.range(of: "WEXITSTATUS(s) == ") {
        return
          "waitpid(<\(child)>) -> exited \(arguments[mark.upperBound...].prefix { $0.isNumber })"
      }
      if let mark = arguments.range(of: "WTERMSIG(s) == ") {
        return
          "waitpid(<\(child)>) -> killed by \(arguments[mark.upperBound...].prefix { $0.isLetter })"
      }
      return nil
    case "execve":
      guard failed.isEmpty, let bracket = arguments.range(of: "], 0x") else { return nil }
      return "execve(\(arguments[..<bracket.lowerBound])])"
    case "kill":
      return
        "kill(<\(names[String(arguments.prefix { $0.isNumber })] ?? "?")>, \(arguments.drop { $0 != " " }.dropFirst()))"
    case "rt_sigprocmask":
      return "sigprocmask(\(arguments.prefix { $0 != "]" })\(arguments.contains("]") ? "]" : ""))"
    case "pidfd_open": return "pidfd_open(<P>, 0)"
    case "poll": return "poll(POLLIN, 0)"
    // libcap asks for capabilities when it starts; helpers watch their parent, which the
    // original does not (D-01).
    case "prctl": return arguments.hasPrefix("PR_CAPBSET_READ") ? nil : "prctl(\(arguments))"
    case "exit_group": return nil
    default: return "\(call)(\(arguments))\(failed)"
    }
  }
}

extension String {
  enum SearchOption { case last }

  func range(of needle: String) -> Range<Index>? {
    firstRange(of: needle)
  }

  func range(of needle: String, options: SearchOption) -> Range<Index>? {
    ranges(of: needle).last
  }
}

extension Substring {
  func range(of needle: String) -> Range<Index>? { firstRange(of: needle) }
}
