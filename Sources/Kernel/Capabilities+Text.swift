public import Bytes
import CCapability

// Capabilities as texts.

extension Capabilities {
  /// The name, with `cap_` in front; the number where libcap has no name. cap_to_name(3).
  public static func name(of capability: Capability) -> ByteString {
    guard let name = cap_to_name(cap_value_t(capability.number)) else {
      return "\(capability.number)"
    }
    defer { cap_free(name) }
    return ByteString(cString: name)
  }

  /// The capability of a name in lower case with `cap_` in front, whether or not the running
  /// kernel knows it: cap_from_name(3).
  public static func named(_ name: ByteString) -> Capability? {
    var number: cap_value_t = 0
    guard name.withCString({ cap_from_name($0, &number) }) == 0, number >= 0 else { return nil }
    return Capability(UInt64(number))
  }

  /// Reads libcap's text for the inheritable, ambient and bounding sets, cap_iab_from_text(3); nil
  /// where it is none. Capabilities that the running kernel does not know are left out.
  public static func inheritance(_ text: ByteString) -> CapabilityInheritance? {
    guard let vectors = text.withCString({ cap_iab_from_text($0) }) else { return nil }
    defer { cap_free(UnsafeMutableRawPointer(vectors)) }
    var result = CapabilityInheritance()
    for capability in known.capabilities {
      let number = cap_value_t(capability.number)
      func has(_ vector: cap_iab_vector_t) -> Bool {
        cap_iab_get_vector(vectors, vector, number) == CAP_SET
      }
      if has(CAP_IAB_INH) { result.inheritable.insert(CapabilitySet(capability)) }
      if has(CAP_IAB_AMB) { result.ambient.insert(CapabilitySet(capability)) }
      if has(CAP_IAB_BOUND) { result.blocked.insert(CapabilitySet(capability)) }
    }
    return result
  }

  /// A set as libcap writes it: cap_to_text(3) with the flag of its kind, or cap_iab_to_text(3),
  /// in which ambient capabilities carry `^`, and those that the bounding set lacks `!`.
  public static func text(of set: CapabilitySet, as kind: CapabilityKind) -> ByteString {
    switch kind {
    case .inheritable: flagText(set, CAP_INHERITABLE)
    case .permitted: flagText(set, CAP_PERMITTED)
    case .effective: flagText(set, CAP_EFFECTIVE)
    case .bounding: vectorText(known.subtracting(set), CAP_IAB_BOUND)
    case .ambient: vectorText(set, CAP_IAB_AMB)
    }
  }

  private static func flagText(_ set: CapabilitySet, _ flag: cap_flag_t) -> ByteString {
    guard let state = cap_init() else { return "" }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    guard put(set, state, flag, CAP_SET), let text = cap_to_text(state, nil) else { return "" }
    defer { cap_free(text) }
    return ByteString(cString: text)
  }

  private static func vectorText(_ set: CapabilitySet, _ vector: cap_iab_vector_t) -> ByteString {
    guard let vectors = cap_iab_init() else { return "" }
    defer { cap_free(UnsafeMutableRawPointer(vectors)) }
    for capability in set.capabilities {
      _ = cap_iab_set_vector(vectors, vector, cap_value_t(capability.number), CAP_SET)
    }
    guard let text = cap_iab_to_text(vectors) else { return "" }
    defer { cap_free(text) }
    return ByteString(cString: text)
  }
}
