import Bytes
import Capabilities
import NamespaceValues

extension PrivilegeStep {
  /// One line for people.
  func describe() -> ByteString {
    switch self {
    case .makeInheritable(let capabilities):
      "make \(capabilities.words) inheritable while the bounding set has it"
    case .changeBounding(let edit): edit.describeBounding()
    case .keepPermitted: "keep the permitted capabilities over the change of user"
    case .changeSecurebits(let edit): "securebits: \(edit.describe())"
    case .setGroups(let groups):
      "set the supplementary groups to \(groups.map { "\($0.number)" }.joined(by: ","))"
    case .changeInheritable(let edit): edit.describe(.inheritable)
    case .changeAmbient(let edit): edit.describe(.ambient)
    case .changeHeld(let edit, let keeping):
      "permitted and effective set: \(held(edit, keeping).joined(by: ", "))"
    case .forbidNewPrivileges: "set no_new_privs"
    case .check(.has(let capability, let kind)):
      "check that the \(kind.name) set has \(capability.name)"
    case .check(.forbidsNewPrivileges): "check that no_new_privs is set"
    }
  }

  private func held(_ edit: CapabilityEdit, _ keeping: CapabilitySet?) -> [ByteString] {
    var parts: [ByteString] = []
    if let keeping {
      parts.append(
        keeping.isEmpty ? "keep nothing unless root" : "keep only \(keeping.words) unless root")
    }
    return parts + edit.parts
  }
}

extension CapabilityEdit {
  fileprivate func describe(_ kind: CapabilityKind) -> ByteString {
    "\(kind.name) set: \(parts.joined(by: ", "))"
  }

  fileprivate var parts: [ByteString] {
    var parts: [ByteString] = []
    if !dropped.isEmpty { parts.append("drop \(dropped.words)") }
    if !raised.isEmpty { parts.append("add \(raised.words)") }
    if !raisedIfPermitted.isEmpty {
      parts.append("add \(raisedIfPermitted.words) as far as permitted")
    }
    return parts
  }

  /// Nothing is ever added to the bounding set.
  fileprivate func describeBounding() -> ByteString {
    var parts: [ByteString] = []
    if !dropped.isEmpty { parts.append("drop \(dropped.words)") }
    if !raised.isEmpty { parts.append("fail unless it has \(raised.words)") }
    return "bounding set: \(parts.joined(by: ", "))"
  }
}

extension SecurebitEdit {
  fileprivate func describe() -> ByteString {
    let parts =
      added.names.map { (name: ByteString) -> ByteString in "+\(name)" }
      + removed.names.map { (name: ByteString) -> ByteString in "-\(name)" }
    return parts.joined(by: ",")
  }
}
