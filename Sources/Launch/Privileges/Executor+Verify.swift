import Bytes
import Capabilities
import Kernel
import NamespaceValues

// A call that says it did what was asked may not have done it: a filter of seccomp(2), installed by
// whoever started this process, can answer 0 in the kernel's place. So what decides about rights is
// read back, by other calls than those that set it, and the program starts only when it is right.
// /proc is not asked: inside it is what the target wants it to be.

extension Executor {
  /// Keeps the capabilities as they are, for `verify` to work out what must become of them.
  mutating func rememberPrivileges() throws(LaunchFailure) {
    progress.privileges = try attempt(
      PrivilegeModel(
        sets: OwnCapabilities.sets(), securebits: OwnCapabilities.securebits(),
        users: Calls.userIDs())
    ) { .privilege(.read($0)) }
  }

  /// Fails unless what these steps were to bring about is there.
  func verify(_ steps: [LaunchStep]) throws(LaunchFailure) {
    let asked = AskedIdentity(
      steps, targetUser: progress.targetUser, targetGroup: progress.targetGroup)
    do throws(PrivilegeFailure) {
      try asked.verifyIDs()
      if asked.asksForBits { try asked.verifyBits() }
      if steps.contains(where: { $0.changesCapabilities }) {
        try verifyCapabilities(steps)
      }
    } catch {
      throw .privilege(error)
    }
  }

  private func verifyCapabilities(_ steps: [LaunchStep]) throws(PrivilegeFailure) {
    // Without it nobody knows what must come out.
    guard let before = progress.privileges else { throw .read(.contradiction) }
    let expected = before.after(steps, target: progress.targetUser).sets
    let found = try attempt(OwnCapabilities.sets()) { .read($0) }
    for kind in [
      CapabilityKind.bounding, .permitted, .effective, .inheritable, .ambient,
    ] {
      if let one = found[kind].subtracting(expected[kind]).capabilities.first {
        throw .stillHas(one, kind)
      }
      if let one = expected[kind].subtracting(found[kind]).capabilities.first {
        throw .lost(one, kind)
      }
    }
  }
}

extension AskedIdentity {
  fileprivate func verifyIDs() throws(PrivilegeFailure) {
    if let group {
      let found = try attempt(Calls.groupIDs()) { .read($0) }
      if found != ProcessIDs(group.number) { throw .groupsAre(found, not: group) }
    }
    if let user {
      let found = try attempt(Calls.userIDs()) { .read($0) }
      if found != ProcessIDs(user.number) { throw .usersAre(found, not: user) }
    }
    if let groups {
      let found = try attempt(Calls.groups()) { .read($0) }
      if found.inOrder != groups.inOrder { throw .groupsDiffer }
    }
  }

  fileprivate func verifyBits() throws(PrivilegeFailure) {
    try attempt(OwnCapabilities.checkAnswers()) { .read($0) }
    if !securebits.isEmpty {
      let found = try attempt(OwnCapabilities.securebits()) { .read($0) }
      if securebits.applied(to: found) != found { throw .securebitsAre(found) }
    }
    if forbidsNewPrivileges {
      let forbids = try attempt(Calls.forbidsNewPrivileges()) { .read($0) }
      if !forbids { throw .allowsNewPrivileges }
    }
  }
}

extension [GroupID] {
  /// As a set: in the order of the numbers, each once.
  fileprivate var inOrder: [UInt32] {
    var result: [UInt32] = []
    for index in sortedIndices(count, by: { self[$0].number < self[$1].number })
    where self[index].number != result.last {
      result.append(self[index].number)
    }
    return result
  }
}
