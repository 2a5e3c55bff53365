public import Bytes
public import Options

/// What options do to each other, found out by working them off: each pair in both orders.
public struct ObservedRelations<ID: Equatable & Sendable> {
  public var exclusive: [String] = []
  public var replacing: [String] = []
  public var implied: [String] = []
  public var repeatable: [String] = []

  /// - Parameters:
  ///   - samples: two values of options that take only certain ones.
  ///   - result: what a command line is read as; nil when it is refused.
  public init(
    _ table: OptionTable<ID>, _ relations: OptionRelations<ID>, samples: [String: [ByteString]],
    result: ([ByteString]) -> String?
  ) {
    let specs = (table.original + table.extensions).filter {
      !relations.concluding.contains($0.id)
    }
    func words(_ spec: OptionSpec<ID>, _ sample: Int) -> [ByteString] {
      let values = samples["\(spec.long)"] ?? ["1", "2"]
      return Self.takesNone(spec) ? ["--\(spec.long)"] : ["--\(spec.long)=\(values[sample])"]
    }
    let nothing = result([])
    for (index, spec) in specs.enumerated() {
      let first = words(spec, 0)
      let alone = result(first)
      if !Self.takesNone(spec) {
        let second = words(spec, 1)
        if result(first + second) != result(second) { repeatable.append("\(spec.long)") }
      }
      for (otherIndex, other) in specs.enumerated() where otherIndex != index {
        let (second, plain): ([ByteString], [ByteString]) = (
          words(other, 0), ["--\(other.long)"]
        )
        if index < otherIndex {
          let pair = "\(spec.long) \(other.long)"
          let (both, reverse) = (result(first + second), result(second + first))
          if both == nil, reverse == nil {
            exclusive.append(pair)
          } else if both == result(second), reverse == alone, both != reverse {
            replacing.append(pair)
          }
        }
        if case .required = other.argument { continue }
        if result(plain) != nothing, result(first + plain) == alone,
          result(plain + first) == alone
        {
          implied.append("\(spec.long) \(other.long)")
        }
      }
    }
  }

  private static func takesNone(_ spec: OptionSpec<ID>) -> Bool {
    if case .none = spec.argument { return true }
    return false
  }
}

/// Two values of each option for privileges that takes only certain ones.
public let privilegeSamples: [String: [ByteString]] = [
  "cap-drop": ["bpf", "chown"], "cap-add": ["kill", "mknod"],
  "bounding-set": ["-bpf", "-chown"],
  "inh-caps": ["+bpf", "+chown"], "ambient-caps": ["+bpf", "+chown"],
  "iab": ["!cap_bpf", "!cap_chown"], "securebits": ["+noroot", "+no_setuid_fixup"],
  "has-p": ["bpf", "chown"], "has-e": ["bpf", "chown"], "has-i": ["bpf", "chown"],
  "has-a": ["bpf", "chown"], "has-b": ["bpf", "chown"],
]

extension OptionTable {
  /// The relations as they stand in the table, in the same form.
  public func stated(_ relations: OptionRelations<ID>) -> ObservedRelations<ID> {
    ObservedRelations(stated: self, relations)
  }
}

extension ObservedRelations {
  fileprivate init(stated table: OptionTable<ID>, _ relations: OptionRelations<ID>) {
    let specs = table.original + table.extensions
    for (index, spec) in specs.enumerated() {
      if relations.repeatable.contains(spec.id) { repeatable.append("\(spec.long)") }
      for (otherIndex, other) in specs.enumerated() where otherIndex != index {
        func isPair(in groups: [[ID]]) -> Bool {
          index < otherIndex
            && groups.contains { $0.contains(spec.id) && $0.contains(other.id) }
        }
        let pair = "\(spec.long) \(other.long)"
        if isPair(in: relations.exclusive) { exclusive.append(pair) }
        if isPair(in: relations.replacing) { replacing.append(pair) }
        if relations.implications(of: spec.id).contains(other.id) { implied.append(pair) }
      }
    }
  }
}
