import Bytes
import NamespaceValues

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
  if NamespaceNumber(value) != nil {
    // It was looked for.
    return [Hint("target-has-no-process", "'\(word)': no process that you may look at is in it")]
  }
  let isID = first == UInt8(ascii: ":") && value.byte(at: 1).flatMap { decimalValue($0) } != nil
  if isID || value.hasPrefix("inode:") { return [targetIsMisspelt(word)] }
  if let bracket = value.bytes.firstIndex(of: UInt8(ascii: "[")), decimalValue(first) == nil,
    bracket == 0 || value.bytes[bracket - 1] == UInt8(ascii: ":")
  {
    return [targetIsMisspelt(word)]
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

/// It looks like what stands for a namespace elsewhere: an id, or a number that is no number to the byte.
private func targetIsMisspelt(_ word: ByteString) -> Hint {
  Hint(
    "target-namespace-form",
    "'\(word)': of namespaces -t takes numbers only, written KIND:[NUMBER] or inode:NUMBER")
}

func targetIsNamespace(_ word: ByteString) -> Hint {
  Hint(
    "target-is-namespace",
    "'\(word)' is a namespace, and -t takes a process: nsls NUMBER lists those that are in one")
}
