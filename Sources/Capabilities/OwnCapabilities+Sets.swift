import CCapability
public import NamespaceValues

// The sets of this process, read and changed.

extension OwnCapabilities {
  /// The effective, permitted and inheritable sets, capget(2).
  public static func state() throws(Errno) -> CapabilityState {
    // Full beforehand: where somebody else answers in the kernel's place, and writes nothing, every
    // capability counts as still there.
    let full = __user_cap_data_struct(effective: .max, permitted: .max, inheritable: .max)
    var (low, high) = (full, full)
    try exchange(&low, &high) { capget($0, $1) }
    var result = CapabilityState()
    result.effective = CapabilitySet(low.effective, high.effective)
    result.permitted = CapabilitySet(low.permitted, high.permitted)
    result.inheritable = CapabilitySet(low.inheritable, high.inheritable)
    return result
  }

  /// Replaces the effective, permitted and inheritable sets at once, in their whole width, capset(2).
  public static func setState(_ new: CapabilityState) throws(Errno) {
    var (low, high) = (new.words(at: 0), new.words(at: 32))
    try exchange(&low, &high) { capset($0, $1) }
  }

  /// capget(2) or capset(2) of this process: both halves of each set.
  private static func exchange(
    _ low: inout __user_cap_data_struct, _ high: inout __user_cap_data_struct,
    _ call: (cap_user_header_t, cap_user_data_t) -> Int32
  ) throws(Errno) {
    var header = __user_cap_header_struct(
      version: UInt32(_LINUX_CAPABILITY_VERSION_3), pid: 0)
    var halves = [low, high]
    let result = halves.withUnsafeMutableBufferPointer { call(&header, $0.baseAddress!) }
    if result != 0 { throw lastError() }
    (low, high) = (halves[0], halves[1])
  }

  /// The bounding set, prctl(2) PR_CAPBSET_READ.
  public static func bounding() throws(Errno) -> CapabilitySet { try readBounding().set }

  /// The ambient set, prctl(2) PR_CAP_AMBIENT_IS_SET.
  public static func ambient() throws(Errno) -> CapabilitySet { try readAmbient().set }

  /// All five sets. Throws `contradiction` where what the kernel is said to answer cannot be true.
  public static func sets() throws(Errno) -> CapabilitySets {
    let state = try state()
    let (bounding, ambient) = (try readBounding(), try readAmbient())
    // One kernel has one last capability, and a process none above it.
    let held = state.effective.union(state.permitted).union(state.inheritable)
    guard bounding.count == ambient.count,
      held.isSubset(of: CapabilitySet(first: bounding.count))
    else { throw .contradiction }
    var sets = CapabilitySets(state)
    sets.bounding = bounding.set
    sets.ambient = ambient.set
    return sets
  }

  private static func readBounding() throws(Errno) -> (set: CapabilitySet, count: Int32) {
    try collect { cap_prctl(Int(PR_CAPBSET_READ), $0, 0, 0, 0, 0) }
  }

  private static func readAmbient() throws(Errno) -> (set: CapabilitySet, count: Int32) {
    try collect { cap_prctl(Int(PR_CAP_AMBIENT), Int(PR_CAP_AMBIENT_IS_SET), $0, 0, 0, 0) }
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

  /// The securebits of this process, prctl(2) PR_GET_SECUREBITS.
  public static func securebits() throws(Errno) -> Securebits {
    let bits = cap_prctl(Int(PR_GET_SECUREBITS), 0, 0, 0, 0, 0)
    if bits < 0 { throw lastError() }
    return Securebits(rawValue: UInt32(bits))
  }

  /// Sets the securebits, cap_set_secbits(3).
  public static func setSecurebits(_ bits: Securebits) throws(Errno) {
    if cap_set_secbits(bits.rawValue) != 0 { throw lastError() }
  }

  /// Lets the permitted capabilities survive a change from root to another user, until the next
  /// program: prctl(2) PR_SET_KEEPCAPS, which needs no right. cap_prctlw(3).
  public static func keepPermitted() throws(Errno) {
    if cap_prctlw(Int(PR_SET_KEEPCAPS), 1, 0, 0, 0, 0) != 0 { throw lastError() }
  }

  /// Throws `contradiction` where prctl(2) answers a question that every kernel refuses: a filter
  /// that says 0 to all of them would otherwise pass for a process without any capability.
  public static func checkAnswers() throws(Errno) {
    try checkRefusal { cap_prctl(Int(PR_CAPBSET_READ), $0, 0, 0, 0, 0) }
  }

  /// The capabilities for which a question is answered with 1, and how many capabilities there are:
  /// by number, up to the first that the kernel does not have, which it says with EINVAL. Any
  /// other refusal is an error, so that no part of a set is taken for empty.
  private static func collect(
    _ question: (Int) -> Int32
  ) throws(Errno) -> (set: CapabilitySet, count: Int32) {
    var found: CapabilitySet = []
    var count: Int32 = 0
    for capability in CapabilitySet.everything.capabilities {
      let answer = question(Int(capability.number))
      if answer < 0 {
        let error = lastError()
        // A kernel without any capability is none.
        if error == .invalidArgument, count > 0 { break }
        throw error
      }
      if answer > 0 { found.formUnion(CapabilitySet(capability)) }
      count += 1
    }
    try checkRefusal(question)
    return (found, count)
  }

  /// There is no capability with the number that follows the last bit of a set.
  private static func checkRefusal(_ question: (Int) -> Int32) throws(Errno) {
    if question(64) >= 0 { throw .contradiction }
    let error = lastError()
    if error != .invalidArgument { throw error }
  }
}

extension CapabilitySet {
  fileprivate init(_ low: UInt32, _ high: UInt32) {
    self.init(rawValue: UInt64(high) << 32 | UInt64(low))
  }

  fileprivate func word(at bit: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: rawValue >> bit) }
}

extension CapabilityState {
  /// 32 bits of each set, as the kernel takes them.
  fileprivate func words(at bit: UInt64) -> __user_cap_data_struct {
    __user_cap_data_struct(
      effective: effective.word(at: bit), permitted: permitted.word(at: bit),
      inheritable: inheritable.word(at: bit))
  }
}

extension OwnCapabilities {
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
