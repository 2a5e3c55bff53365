import Capabilities
import Kernel
import NamespaceValues

extension PrivilegeStep {
  /// The step's way to the kernel.
  func perform() throws(PrivilegeFailure) {
    switch self {
    case .makeInheritable(let capabilities):
      var edit = CapabilityEdit()
      edit.raise(capabilities)
      try changeInheritable(edit)
    case .changeBounding(let edit): try changeBounding(edit)
    case .keepPermitted: try attempt(OwnCapabilities.keepPermitted()) { .keepPermitted($0) }
    case .changeSecurebits(let edit):
      let bits = try attempt(OwnCapabilities.securebits()) { .read($0) }
      let wanted = edit.applied(to: bits)
      // The call needs a right even where it changes nothing.
      if wanted == bits { return }
      do throws(Errno) {
        try OwnCapabilities.withSetpcap { () throws(Errno) in
          try OwnCapabilities.setSecurebits(wanted)
        }
      } catch {
        throw .securebits(error)
      }
    case .setGroups(let groups): try attempt(Calls.setGroups(groups)) { .setGroups($0) }
    case .changeInheritable(let edit): try changeInheritable(edit)
    case .changeAmbient(let edit): try changeAmbient(edit)
    case .changeHeld(let edit, let keeping): try changeHeld(edit, keeping)
    case .forbidNewPrivileges:
      try attempt(Calls.forbidNewPrivileges()) { .forbidNewPrivileges($0) }
    case .check(let check): try check.perform()
    }
  }

  private func changeBounding(_ edit: CapabilityEdit) throws(PrivilegeFailure) {
    let bounding = try read(.bounding)
    if let missing = edit.raised.subtracting(bounding).capabilities.first {
      throw .notBounding(missing)
    }
    // What is absent already needs no right to be dropped. Who has the right drops it all the same,
    // rather than rely on the answer that it is absent.
    let mayDrop = try readState().permitted.contains(.setpcap)
    let dropped = (mayDrop ? edit.dropped : edit.dropped.intersection(bounding)).capabilities
    guard var current = dropped.first else { return }
    do throws(Errno) {
      try OwnCapabilities.withSetpcap { () throws(Errno) in
        for capability in dropped {
          current = capability
          do throws(Errno) { try OwnCapabilities.dropBounding(capability) } catch {
            // Above the kernel's last capability there are no others.
            if error == .invalidArgument, !bounding.contains(capability) { return }
            throw error
          }
        }
      }
    } catch {
      throw .dropBounding(current, error)
    }
  }

  private func changeInheritable(_ edit: CapabilityEdit) throws(PrivilegeFailure) {
    var state = try readState()
    let bounding = try read(.bounding)
    // The kernel adds nothing here that the bounding set lacks; "all" leaves it out.
    let wanted = edit.applied(
      to: state.inheritable, permitted: state.permitted.intersection(bounding))
    if wanted == state.inheritable { return }
    let refused = wanted.subtracting(state.inheritable)
      .subtracting(state.permitted.intersection(bounding)).capabilities.first
    state.inheritable = wanted
    try attempt(OwnCapabilities.setState(state)) { .inheritable(refused, $0) }
  }

  private func changeAmbient(_ edit: CapabilityEdit) throws(PrivilegeFailure) {
    let ambient = try read(.ambient)
    var available: CapabilitySet = []
    if !edit.raisedIfPermitted.isEmpty {
      available = try read(.permitted).intersection(try read(.bounding))
    }
    let wanted = edit.applied(to: ambient, permitted: available)
    for (changed, isRaised) in [
      (ambient.subtracting(wanted), false), (wanted.subtracting(ambient), true),
    ] {
      for capability in changed.capabilities {
        try attempt(OwnCapabilities.setAmbient(capability, isRaised: isRaised)) {
          .ambient(capability, isRaised: isRaised, $0)
        }
      }
    }
  }

  private func changeHeld(
    _ edit: CapabilityEdit, _ keeping: CapabilitySet?
  ) throws(PrivilegeFailure) {
    let old = try readState()
    var new = old
    if let keeping, Calls.effectiveUser != .root {
      new.permitted.formIntersection(keeping)
      new.effective.formIntersection(keeping)
    }
    if let missing = edit.raised.subtracting(new.permitted).capabilities.first {
      throw .notPermitted(missing)
    }
    new.effective = edit.applied(to: new.effective, permitted: new.permitted)
    new.permitted = edit.applied(to: new.permitted, permitted: new.permitted)
    if new == old { return }
    try attempt(OwnCapabilities.setState(new)) { .held($0) }
  }
}

extension PrivilegeCheck {
  fileprivate func perform() throws(PrivilegeFailure) {
    switch self {
    case .has(let capability, let kind):
      let found = try read(kind)
      if !found.contains(capability) { throw .lacks(capability, kind, found: found) }
    case .forbidsNewPrivileges:
      let forbids = try attempt(Calls.forbidsNewPrivileges()) { .read($0) }
      if !forbids { throw .allowsNewPrivileges }
    }
  }
}

private func read(_ kind: CapabilityKind) throws(PrivilegeFailure) -> CapabilitySet {
  try attempt(OwnCapabilities.set(kind)) { .read($0) }
}

private func readState() throws(PrivilegeFailure) -> CapabilityState {
  try attempt(OwnCapabilities.state()) { .read($0) }
}
