import Bytes
import Kernel
import NamespaceValues

/// What has been found out on the way of a launch into other namespaces.
struct EntryProgress {
  var entered: NamespaceSet = []
  var hasDroppedGroups = false
  var hasEnvironment = false
  /// The target's environment is more than a program can be started with.
  var environmentIsTooLarge = false
  /// What was refused, and is this process's own already.
  var own: NamespaceSet = []
  /// Another root directory was taken over.
  var hasOtherRoot = false
  /// Another mount namespace was entered.
  var hasOtherMounts: Bool { entered.contains(.mount) && !own.contains(.mount) }
  /// What was refused outside of the user namespace and must not be forgotten if the way inside
  /// fails.
  var refusal: LaunchFailure?
  var targetUser = UserID(.max)
  var targetGroup = GroupID(.max)
  /// What a person is told of the step that was just done, where that is more than that it was.
  var remark: StepRemark?
  /// What was there before privileges were changed.
  var privileges: PrivilegeModel?
}

extension Executor {
  /// Whoever gives up rights relies on it, so there the kernel's word is read back.
  func hideFromTarget(_ isRequired: Bool) throws(LaunchFailure) {
    do throws(Errno) {
      try Calls.forbidDumping()
      if isRequired, try Calls.allowsDumping() { throw Errno.notPermitted }
    } catch {
      if isRequired { throw .hideFromTarget(error) }
    }
  }

  /// Enters the target's namespaces that are left of a set.
  mutating func enterTarget(
    _ namespaces: NamespaceSet, ifAllowed: Bool
  ) throws(LaunchFailure) {
    let left = namespaces.subtracting(progress.entered)
    if left.isEmpty {
      progress.remark = .wasDone
      return
    }
    do throws(Errno) {
      try held(files.target?.enter(left))
      progress.entered.formUnion(left)
    } catch {
      if ifAllowed {
        progress.remark = .leftToLaterStep(error)
        return
      }
      let hasMoved: Bool
      do throws(Errno) {
        if error != .notPermitted { throw error }
        hasMoved = try enterUnshared(left)
      } catch {
        throw progress.refusal ?? .enterTarget(left, error)
      }
      if hasMoved { throw .targetChanged }
    }
  }

  /// Enters the held namespace of a kind, unless that was done.
  mutating func enterFile(_ kind: NamespaceKind, ifAllowed: Bool) throws(LaunchFailure) {
    if progress.entered.contains(kind) {
      progress.remark = .wasDone
      return
    }
    let set = NamespaceSet(kind)
    do throws(Errno) {
      try files.namespaces.enter(kind)
    } catch {
      if ifAllowed {
        // Later on /proc may be the target's. Only these kinds come after the mount namespace without
        // having been named, by way of --for-children.
        if error == .notPermitted, kind == .pid || kind == .time, holdsOwn(kind) {
          progress.own.formUnion(set)
        }
        progress.remark = .leftToLaterStep(error)
        return
      }
      guard error == .notPermitted, progress.own.contains(kind) || holdsOwn(kind) else {
        throw progress.refusal ?? .enterFile(kind, error)
      }
      leaveOut(set)
      files.namespaces.close(kind)
      return
    }
    progress.entered.formUnion(set)
    files.namespaces.close(kind)
  }

  mutating func tryToDropGroups() {
    do throws(Errno) {
      try Calls.dropGroups()
      progress.hasDroppedGroups = true
    } catch {
      // A user namespace may forbid it for good; a later step judges.
      progress.remark = .leftToLaterStep(error)
    }
  }

  mutating func dropGroupsUnlessDone() throws(LaunchFailure) {
    do throws(Errno) { try Calls.dropGroups() } catch {
      if !progress.hasDroppedGroups { throw .dropGroups(error) }
      progress.remark = .wasDone
    }
  }

  mutating func dropGroupsIfPermitted() throws(LaunchFailure) {
    do throws(Errno) { try Calls.dropGroups() } catch {
      if error != .notPermitted { throw .dropGroups(error) }
      progress.remark = .mayBeRefused(error)
      return
    }
    // A filter may have answered.
    if (try? Calls.groupCount()) != 0 { throw .privilege(.groupsDiffer) }
  }

  mutating func dropRemainingGroups() throws(LaunchFailure) {
    do throws(Errno) { try Calls.dropGroups() } catch {
      if (try? Calls.groupCount()) != 0 { throw .dropGroups(error) }
      progress.remark = .wasDone
    }
  }

  mutating func readTargetIdentity(_ followed: FollowedIdentity) throws(LaunchFailure) {
    if followed.isStranger { throw .targetIsUnmapped }
    let facts = try attempt(held(files.targetDirectory?.facts())) { .readTargetIdentity($0) }
    progress.targetUser = facts.user
    progress.targetGroup = facts.group
  }

  mutating func joinCgroup() throws(LaunchFailure) {
    let text: ByteString = "\(Calls.ownProcess.number)"
    try attempt(held(files.cgroupProcesses?.writeAll(text))) { .joinCgroup($0) }
    // At once: whoever holds it can move processes.
    files.cgroupProcesses = nil
  }

  mutating func setEnvironment(_ block: EnvironmentBlock) throws(LaunchFailure) {
    progress.hasEnvironment = true
    // It is exec that fails of it; what comes before then has its effect, and its complaints.
    progress.environmentIsTooLarge = block.isTooLarge
    if block.isTooLarge { return }
    try attempt(block.becomeEnvironment()) { .setEnvironment($0) }
  }

  mutating func readTargetEnvironment(isLastChance: Bool) throws(LaunchFailure) {
    if progress.hasEnvironment {
      progress.remark = .wasDone
      return
    }
    guard let file = try openTargetEnvironment(isLastChance: isLastChance) else { return }
    try setEnvironment(attempt(EnvironmentBlock(reading: file)) { .readEnvironment($0) })
  }

  private mutating func openTargetEnvironment(isLastChance: Bool) throws(LaunchFailure) -> OpenFile?
  {
    do throws(Errno) { return try held(files.targetDirectory?.openFile("environ")) } catch {
      // The first answer is the one that says what stands in the way.
      if isLastChance { throw progress.refusal ?? .readEnvironment(error) }
      progress.remark = .leftToLaterStep(error)
      return nil
    }
  }
}

extension Executor {
  /// The directory may be outside of the root that comes; the original keeps it all the same
  /// when no other one was asked for.
  mutating func holdCurrentDirectory() throws(LaunchFailure) { try openWorkingDirectory(".") }

  mutating func openWorkingDirectory(_ path: ByteString) throws(LaunchFailure) {
    files.workingDirectory = try attempt(DirectoryHandle(given: path)) {
      .openWorkingDirectory($0)
    }
  }

  mutating func changeToHeldRoot() throws(LaunchFailure) {
    try attempt(held(files.root?.becomeWorkingDirectory())) { .changeToRoot($0) }
    try attempt(Calls.changeRoot(".")) { .changeRootHere($0) }
    // Whatever fails from here on must not find a working directory outside of the root.
    try attempt(Calls.changeDirectory("/")) { .changeDirectory("/", $0) }
    files.root = nil
    progress.hasOtherRoot = true
  }

  mutating func changeToHeldWorkingDirectory() throws(LaunchFailure) {
    try attempt(held(files.workingDirectory?.becomeWorkingDirectory())) {
      .changeToWorkingDirectory($0)
    }
    files.workingDirectory = nil
  }
}
