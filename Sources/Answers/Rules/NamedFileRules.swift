import Bytes
import Kernel
import LaunchOptions
import NamespaceValues
import Nsenter
import Options

// A word of nsenter's command line was to be a file, or was taken for the program.

/// open(2) of a file that was named.
func namedFileHints(
  _ path: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
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
  if let first = path.byte(at: 0), decimalValue(first) != nil, let number = cursor.number(),
    cursor.isAtEnd
  {
    return [
      number.magnitude >= lowestNamespaceNumber && number.unsigned32 != nil
        ? Hint(
          "file-is-namespace-number",
          "inode:\(number.magnitude) means the namespace with that number")
        : Hint(
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
  if evidence.file.networkName.isAbsent,
    trouble.circumstances.words.contains(where: { $0 == "--net=\(path)" || $0 == "-n\(path)" })
  {
    return [
      Hint(
        "no-network-name",
        "\(path.shortened) is no file here, and no name in /run/netns either (ip netns list); or use -t PID"
      )
    ]
  }
  return []
}

/// Letters of options behind another one, as `-muip`: nil for what is no such word.
private func bundledLetters(_ word: ByteString) -> ByteString? {
  let options = literalBytes("muinpUCTteFcZrwW")
  guard !word.isEmpty, word.count <= 12, word.bytes.allSatisfy({ options.contains($0) }) else {
    return nil
  }
  // As in --net=net: a name, which was perhaps not given behind a letter.
  if NamespaceKind.allCases.contains(where: {
    word == $0.name || word == $0.optionName.dropFirst(2)
  }
  ) {
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
  else { return operand.look.isAbsent ? [possibleValue(word, trouble)].compactMap { $0 } : [] }
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

/// A path that is not there was perhaps meant as the value of the option before it. A program is more
/// often missing than a =: a word after it that is none of its options is what tells.
func possibleValue(_ word: ByteString, _ trouble: Trouble) -> Hint? {
  let before = trouble.circumstances.words.count - trouble.operands.count
  guard word.hasPrefix("/"), trouble.operands.first == word, trouble.entry != nil, before > 0
  else { return nil }
  let last = trouble.circumstances.words[before - 1]
  let second = trouble.operands.dropFirst().first
  let hasProgram = second.map { !$0.hasPrefix("-") } ?? false
  let isInside = trouble.isAmongOthersFiles
  var options: [NsenterOption] = []
  if hasProgram || !isInside { options = [.root, .workingDirectory, .innerWorkingDirectory] }
  if hasProgram, !isInside { options += NamespaceKind.allCases.map { $0.option } }
  for option in options where last == nsenterOptions.name(of: option) || last == option.letter {
    return Hint(
      "missing-equals-possibly",
      "possibly \(word.shortened) was meant for the option before it: write \(nsenterOptions.name(of: option))=\(word.shortened)"
    )
  }
  return nil
}

/// `--init wait`, `--kill-child TERM`: a word that is a value of the option before it, and no program. These
/// options have the same names in both programs, and no letters.
func valueOfSupervision(_ word: ByteString, _ trouble: Trouble) -> Hint? {
  let before = trouble.circumstances.words.count - trouble.operands.count
  guard before > 0, trouble.operands.first == word else { return nil }
  let option = trouble.circumstances.words[before - 1]
  let isValue =
    if option == "--init" {
      word == "end" || word == "wait"
    } else if option == "--forward-signals" {
      (try? parseForwardedSignals(word)) != nil
    } else if option == "--kill-child" {
      SignalNumber(named: word) != nil
    } else {
      false
    }
  if !isValue { return nil }
  return Hint(
    "missing-equals",
    "'\(word.shortened)' was taken for the program, and what follows for its own: write \(option)=\(word.shortened)"
  )
}

extension NsenterOption {
  /// Its letter, as it is typed.
  fileprivate var letter: ByteString {
    ByteString([UInt8(ascii: "-"), nsenterOptions.originalSpec(of: self)?.short ?? 0])
  }
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
  var optionLetter: ByteString { option.letter }
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
