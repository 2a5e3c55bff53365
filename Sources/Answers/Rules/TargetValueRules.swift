import Bytes

// `-t` was given something that is no process.

func targetValueHints(_ value: ByteString) -> [Hint] {
  let word = value.shortened
  guard let first = value.byte(at: 0) else {
    return [
      Hint(
        "target-is-empty",
        "the PID is empty: what was to print it, such as pgrep or docker inspect, printed nothing")
    ]
  }
  let second = value.byte(at: 1) ?? 0
  if first == UInt8(ascii: "-"), decimalValue(second) == nil {
    return [
      Hint(
        "target-is-option",
        "-t took '\(word)' for the PID: probably the word before it is a variable that is empty")
    ]
  }
  if first == UInt8(ascii: "=") {
    return [
      Hint("target-has-equals", "only behind the long option stands a =: -t PID, or --target=PID")
    ]
  }
  if first == UInt8(ascii: "/") {
    return [
      Hint(
        "target-is-path",
        "'\(word)' is a path, and -t takes a number; files of namespaces are given by kind: --net=FILE"
      )
    ]
  }
  if value.hasPrefix("inode:") { return [targetIsNamespace(word)] }
  if let bracket = value.bytes.firstIndex(of: UInt8(ascii: "[")), decimalValue(first) == nil,
    bracket == 0 || value.bytes[bracket - 1] == UInt8(ascii: ":")
  {
    return [targetIsNamespace(word)]
  }
  var cursor = ByteCursor(value)
  guard let number = cursor.number() else { return [targetIsName(word)] }
  if cursor.isAtEnd {
    if number.magnitude == 0 {
      return [
        Hint(
          "target-is-zero",
          "0 is no process: docker inspect prints it as the PID of a container that is not running")
      ]
    }
    let isNamespace = number.magnitude >= lowestNamespaceNumber && number.unsigned32 != nil
    return [
      isNamespace
        ? targetIsNamespace(word)
        : Hint(
          "target-out-of-range",
          "no process has the number \(word): on Linux they begin at 1 and end below 4194304")
    ]
  }
  if cursor.skip(UInt8(ascii: ",")) || value.bytes.contains(where: isWhiteSpace),
    cursor.number() != nil
  {
    return [
      Hint(
        "target-is-several",
        "'\(word)' is more than one PID, and -t takes one: pgrep -o prints only the oldest")
    ]
  }
  // What follows a colon is the inode number of a pidfd.
  return cursor.isAtEnd || cursor.skip(UInt8(ascii: ":")) ? [] : [targetIsName(word)]
}

func targetIsName(_ word: ByteString) -> Hint {
  Hint(
    "target-is-name",
    "'\(word)' is no PID; pgrep -o NAME prints one, for containers docker inspect -f '{{.State.Pid}}' NAME"
  )
}

func targetIsNamespace(_ word: ByteString) -> Hint {
  Hint(
    "target-is-namespace",
    "'\(word)' is a namespace, and -t takes a process: nsls NUMBER lists those that are in one")
}
