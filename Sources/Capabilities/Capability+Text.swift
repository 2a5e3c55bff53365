public import Bytes
import CCapability

// Capabilities as texts: the names and the grammar are libcap's.

extension Capability {
  /// The name, with `cap_` in front; the number where libcap has no name. cap_to_name(3).
  public var name: ByteString {
    guard let name = cap_to_name(cap_value_t(number)) else { return "\(number)" }
    defer { cap_free(name) }
    return ByteString(cString: name)
  }

  /// The capability of a name in lower case with `cap_` in front, whether or not the running
  /// kernel knows it, cap_from_name(3); nil where there is none.
  public init?(named name: ByteString) {
    var number: cap_value_t = 0
    guard name.withCString({ cap_from_name($0, &number) }) == 0, number >= 0 else { return nil }
    self.init(UInt64(number))
  }
}

extension CapabilityInheritance {
  /// Reads libcap's text for the inheritable, ambient and bounding sets, cap_iab_from_text(3); nil
  /// where it is none. Capabilities that the running kernel does not know are left out.
  public init?(_ text: ByteString) {
    guard let vectors = text.withCString({ cap_iab_from_text($0) }) else { return nil }
    defer { cap_free(UnsafeMutableRawPointer(vectors)) }
    self.init()
    for capability in CapabilitySet.known.capabilities {
      let number = cap_value_t(capability.number)
      func has(_ vector: cap_iab_vector_t) -> Bool {
        cap_iab_get_vector(vectors, vector, number) == CAP_SET
      }
      if has(CAP_IAB_INH) { inheritable.insert(CapabilitySet(capability)) }
      if has(CAP_IAB_AMB) { ambient.insert(CapabilitySet(capability)) }
      if has(CAP_IAB_BOUND) { blocked.insert(CapabilitySet(capability)) }
    }
  }
}

extension CapabilitySet {
  /// The capabilities that the running kernel knows, as libcap found out when the program started,
  /// cap_max_bits(3). For names, lists and what is said to people; where one failed answer made it
  /// too small nothing may depend on it, so what drops or verifies goes by number instead.
  public static var known: CapabilitySet { CapabilitySet(first: cap_max_bits()) }

  /// The names, one a line.
  public var lines: [UInt8] { capabilities.flatMap { $0.name.bytes + [UInt8(ascii: "\n")] } }

  /// The set as libcap writes it: cap_to_text(3) with the flag of its kind, or cap_iab_to_text(3),
  /// in which ambient capabilities carry `^`, and those that the bounding set lacks `!`.
  public func text(as kind: CapabilityKind) -> ByteString {
    switch kind {
    case .inheritable: text(CAP_INHERITABLE)
    case .permitted: text(CAP_PERMITTED)
    case .effective: text(CAP_EFFECTIVE)
    case .bounding: CapabilitySet.known.subtracting(self).text(CAP_IAB_BOUND)
    case .ambient: text(CAP_IAB_AMB)
    }
  }

  private func text(_ flag: cap_flag_t) -> ByteString {
    guard let state = cap_init() else { return "" }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    for capability in capabilities {
      var number = cap_value_t(capability.number)
      if cap_set_flag(state, flag, 1, &number, CAP_SET) != 0 { return "" }
    }
    guard let text = cap_to_text(state, nil) else { return "" }
    defer { cap_free(text) }
    return ByteString(cString: text)
  }

  private func text(_ vector: cap_iab_vector_t) -> ByteString {
    guard let vectors = cap_iab_init() else { return "" }
    defer { cap_free(UnsafeMutableRawPointer(vectors)) }
    for capability in capabilities {
      _ = cap_iab_set_vector(vectors, vector, cap_value_t(capability.number), CAP_SET)
    }
    guard let text = cap_iab_to_text(vectors) else { return "" }
    defer { cap_free(text) }
    return ByteString(cString: text)
  }
}

extension CapabilitySet {
  /// Its names, comma-separated; most of them are told by what is missing.
  public var words: ByteString {
    let known = CapabilitySet.known
    let missing = known.subtracting(self)
    if missing.isEmpty { return "all" }
    return missing.count <= known.count / 2 ? "all but \(missing.names)" : names
  }

  private var names: ByteString {
    capabilities.map { $0.name }.joined(by: ",")
  }
}
