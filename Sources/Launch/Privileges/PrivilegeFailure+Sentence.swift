import Bytes
import Capabilities
import Kernel
import NamespaceValues

extension PrivilegeFailure {
  /// What follows `NAME: `.
  var sentence: ByteString {
    switch self {
    case .read(.contradiction):
      "cannot read the privileges of this process: the answers are not the kernel's"
    case .read(let errno): "cannot read the privileges of this process: \(errno.text)"
    case .inheritable(let capability?, let errno):
      "cannot make \(capability.name) inheritable: \(errno.text)"
    case .inheritable(nil, let errno): "cannot change the inheritable set: \(errno.text)"
    case .notBounding(let capability):
      "\(capability.name) is not in the bounding set, to which nothing can be added"
    case .dropBounding(let capability, let errno):
      "cannot drop \(capability.name) from the bounding set: \(errno.text)"
    case .keepPermitted(let errno):
      "cannot keep capabilities over the change of user: \(errno.text)"
    case .securebits(let errno): "cannot set the securebits: \(errno.text)"
    case .setGroups(let errno): "setgroups failed: \(errno.text)"
    case .ambient(let capability, let isRaised, let errno):
      "cannot \(isRaised ? "raise" : "lower" as StaticString) \(capability.name) in the ambient set: \(errno.text)"
    case .notPermitted(let capability):
      "cannot add \(capability.name): it is not permitted here"
    case .held(let errno): "cannot change the permitted and effective sets: \(errno.text)"
    case .forbidNewPrivileges(let errno): "cannot set no_new_privs: \(errno.text)"
    case .lacks(let capability, let kind, let found):
      "\(capability.name) is not in the \(kind.name) set '\(found.text(as: kind))'"
    case .allowsNewPrivileges: "no_new_privs is not set"
    case .stillHas(let capability, let kind):
      "the \(kind.name) set still has \(capability.name)"
    case .lost(let capability, let kind):
      "the \(kind.name) set lacks \(capability.name)"
    case .securebitsAre(let found):
      "the securebits are '\(found.names.joined(by: ","))' in spite of what was set"
    case .usersAre(let found, let asked): found.sentence("user", asked.number)
    case .groupsAre(let found, let asked): found.sentence("group", asked.number)
    case .groupsDiffer: "the supplementary groups are not those that were set"
    }
  }
}

extension ProcessIDs {
  /// What is said of the first id that is not what was asked for.
  fileprivate func sentence(_ kind: StaticString, _ asked: UInt32) -> ByteString {
    let place = all.indices.first { all[$0] != asked } ?? 0
    return "the \(Self.names[place]) \(kind) id is \(all[place]), not \(asked)"
  }
}
