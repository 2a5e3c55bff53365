import Bytes
import Kernel
import Namespaces
import Nsenter
import Options

// A word of nsenter's command line was to be a file, or was taken for the program.

/// open(2) of a file that was named.
func namedFileHints(_ path: ByteString, _ errno: Errno, _ evidence: Evidence) -> [Hint] {
  guard errno == .noEntry else { return [] }
  if path.hasPrefix("/run/netns/") || path.hasPrefix("/var/run/netns/") {
    return [
      Hint(
        "no-network-name",
        "ip netns list shows the names that there are; those of Docker lie in /run/docker/netns, or use -t PID"
      )
    ]
  }
  if evidence.file.isNetworkName {
    return [
      Hint(
        "netns-name",
        "the network namespace of that name is the file /run/netns/\(path.shortened): write --net=/run/netns/\(path.shortened)"
      )
    ]
  }
  var cursor = ByteCursor(path)
  if let first = path.byte(at: 0), decimalValue(first) != nil, cursor.number() != nil,
    cursor.isAtEnd
  {
    return [
      Hint(
        "file-is-number",
        "after = or behind the letter stands a file; the namespace of process \(path.shortened): -t \(path.shortened) and the option alone"
      )
    ]
  }
  if let letters = bundledLetters(path) {
    return [
      Hint(
        "bundled-options",
        "'\(path)' was taken for the file of the letter before it; letters of kinds stand apart: \(letters)"
      )
    ]
  }
  return []
}

/// Letters of options behind another one, as `-muip`: nil for what is no such word.
private func bundledLetters(_ word: ByteString) -> ByteString? {
  let options = Array("muinpUCTteFcZrwW".utf8)
  guard !word.isEmpty, word.count <= 12, word.bytes.allSatisfy({ options.contains($0) }) else {
    return nil
  }
  return word.bytes.map { ByteString([UInt8(ascii: "-"), $0]) }.joined(by: " ")
}

/// What is missing on the command line was perhaps taken for the program.
func misplacedWordHints(_ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  guard let word = trouble.operands.first, let entry = trouble.entry else { return [] }
  let operand = evidence.operand
  if operand.isNamespace == true, let kind = operand.namespace.value?.kind {
    return [missingEquals(word, kind.option, value: word)]
  }
  if operand.look.value?.isDirectory == true, let option = entry.directoryOptionWithoutValue {
    return [missingEquals(word, option, value: word)]
  }
  if entry.namespaces.contains(.network), operand.isNetworkName {
    return [missingEquals(word, .net, value: "/run/netns/\(word)")]
  }
  var cursor = ByteCursor(word)
  guard let number = cursor.number(), cursor.isAtEnd, number.magnitude > 0, operand.look.isAbsent
  else { return [] }
  return [
    entry.target == nil
      ? Hint(
        "program-is-pid", "'\(word.shortened)' was taken for the program; a PID is given with -t")
      : Hint(
        "program-is-second-pid",
        "'\(word.shortened)' was taken for the program: -t takes one PID, and options stand before the program"
      )
  ]
}

private func missingEquals(
  _ word: ByteString, _ option: NsenterOption, value: ByteString
) -> Hint {
  Hint(
    "missing-equals",
    "'\(word.shortened)' was taken for the program, and what follows for its own: write \(nsenterOptions.name(of: option))=\(value.shortened)"
  )
}

extension NamespaceKind {
  /// nsenter's option for it.
  var option: NsenterOption {
    switch self {
    case .user: .user
    case .cgroup: .cgroup
    case .ipc: .ipc
    case .uts: .uts
    case .network: .net
    case .pid: .pid
    case .mount: .mount
    case .time: .time
    }
  }

  /// How it is typed.
  var optionName: ByteString { nsenterOptions.name(of: option) }

  /// Its letter, as it is typed.
  var optionLetter: ByteString {
    ByteString([UInt8(ascii: "-"), nsenterOptions.originalSpec(of: option)?.short ?? 0])
  }
}

extension NsenterIntent {
  /// The option that was given without a directory and could have had one.
  fileprivate var directoryOptionWithoutValue: NsenterOption? {
    if takesRoot { return .root }
    if takesWorkingDirectory { return .workingDirectory }
    return directoryOption == .innerWorkingDirectory && innerWorkingDirectory == nil
      ? directoryOption : nil
  }
}
