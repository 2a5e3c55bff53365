import CCapability

// The sets of this process, read and changed.

extension Capabilities {
  /// The effective, permitted and inheritable sets, cap_get_proc(3).
  public static func state() throws(Errno) -> CapabilityState {
    guard let state = cap_get_proc() else { throw lastError() }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    var result = CapabilityState()
    result.effective = try set(of: state, CAP_EFFECTIVE)
    result.permitted = try set(of: state, CAP_PERMITTED)
    result.inheritable = try set(of: state, CAP_INHERITABLE)
    return result
  }

  /// Replaces the effective, permitted and inheritable sets at once, cap_set_proc(3).
  public static func setState(_ new: CapabilityState) throws(Errno) {
    guard let state = cap_init() else { throw lastError() }
    defer { cap_free(UnsafeMutableRawPointer(state)) }
    guard put(new.effective, state, CAP_EFFECTIVE, CAP_SET),
      put(new.permitted, state, CAP_PERMITTED, CAP_SET),
      put(new.inheritable, state, CAP_INHERITABLE, CAP_SET), cap_set_proc(state) == 0
    else { throw lastError() }
  }

  /// The bounding set, cap_get_bound(3).
  public static func bounding() throws(Errno) -> CapabilitySet {
    try collect { cap_get_bound($0) }
  }

  /// The ambient set, cap_get_ambient(3).
  public static func ambient() throws(Errno) -> CapabilitySet {
    try collect { cap_get_ambient($0) }
  }

  /// One of the five sets.
  public static func set(_ kind: CapabilityKind) throws(Errno) -> CapabilitySet {
    switch kind {
    case .inheritable: try state().inheritable
    case .permitted: try state().permitted
    case .effective: try state().effective
    case .bounding: try bounding()
    case .ambient: try ambient()
    }
  }

  /// Takes a capability out of the bounding set for good, cap_drop_bound(3).
  public static func dropBounding(_ capability: Capability) throws(Errno) {
    if cap_drop_bound(cap_value_t(capability.number)) != 0 { throw lastError() }
  }

  /// Raises or lowers a capability in the ambient set, cap_set_ambient(3).
  public static func setAmbient(_ capability: Capability, isRaised: Bool) throws(Errno) {
    let value = isRaised ? CAP_SET : CAP_CLEAR
    if cap_set_ambient(cap_value_t(capability.number), value) != 0 { throw lastError() }
  }

  /// The securebits of this process, cap_get_secbits(3).
  public static var securebits: Securebits { Securebits(rawValue: cap_get_secbits()) }

  /// Sets the securebits, cap_set_secbits(3).
  public static func setSecurebits(_ bits: Securebits) throws(Errno) {
    if cap_set_secbits(bits.rawValue) != 0 { throw lastError() }
  }

  /// Lets the permitted capabilities survive a change from root to another user, until the next
  /// program: prctl(2) PR_SET_KEEPCAPS, which needs no right. cap_prctlw(3).
  public static func keepPermitted() throws(Errno) {
    if cap_prctlw(Int(PR_SET_KEEPCAPS), 1, 0, 0, 0, 0) != 0 { throw lastError() }
  }

  private static func set(of state: cap_t, _ flag: cap_flag_t) throws(Errno) -> CapabilitySet {
    try collect { capability in
      var value = CAP_CLEAR
      guard cap_get_flag(state, capability, flag, &value) == 0 else { return -1 }
      return value == CAP_SET ? 1 : 0
    }
  }

  /// The capabilities for which a question is answered with 1; negative answers are failures.
  private static func collect(_ question: (cap_value_t) -> Int32) throws(Errno) -> CapabilitySet {
    var found: CapabilitySet = []
    for capability in known.capabilities {
      let answer = question(cap_value_t(capability.number))
      if answer < 0 { throw lastError() }
      if answer > 0 { found.formUnion(CapabilitySet(capability)) }
    }
    return found
  }
}

extension Capabilities {
  /// Does something that needs CAP_SETPCAP: where the process has it but not in effect, it comes
  /// into effect for as long as that takes, whether or not the body throws. An error of the body
  /// is the one that is thrown; it stands even where the right could not be given back either.
  public static func withSetpcap(_ body: () throws(Errno) -> Void) throws(Errno) {
    let state = try state()
    guard state.permitted.contains(.setpcap), !state.effective.contains(.setpcap) else {
      return try body()
    }
    var raised = state
    raised.effective.insert(CapabilitySet(.setpcap))
    try setState(raised)
    do throws(Errno) { try body() } catch {
      try? setState(state)
      throw error
    }
    try setState(state)
  }
}
