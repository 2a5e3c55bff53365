import Bytes
import Kernel
import Namespaces

/// What has been found out on the way of a launch into other namespaces.
struct EntryProgress {
  var entered: NamespaceSet = []
  var hasDroppedGroups = false
  var hasEnvironment = false
  /// The target's environment is more than a program can be started with.
  var environmentIsTooLarge = false
  /// What was refused outside of the user namespace and must not be forgotten if the way inside
  /// fails.
  var refusal: LaunchFailure?
  var targetUser = UserID(.max)
  var targetGroup = GroupID(.max)
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
    if left.isEmpty { return }
    do throws(Errno) {
      try files.withDescriptor(.target) { target throws(Errno) in try target.enter(left) }
      progress.entered.formUnion(left)
    } catch {
      if !ifAllowed { throw progress.refusal ?? .enterTarget(error) }
    }
  }

  /// Enters the held namespace of a kind, unless that was done.
  mutating func enterFile(_ kind: NamespaceKind, ifAllowed: Bool) throws(LaunchFailure) {
    if progress.entered.contains(kind) { return }
    do throws(Errno) {
      try files.withDescriptor(.namespace(kind)) { file throws(Errno) in
        try file.enter(NamespaceSet(kind))
      }
    } catch {
      if !ifAllowed { throw progress.refusal ?? .enterFile(kind, error) }
      return
    }
    progress.entered.insert(NamespaceSet(kind))
    files.close(.namespace(kind))
  }

  mutating func tryToDropGroups() {
    do throws(Errno) {
      try Calls.dropGroups()
      progress.hasDroppedGroups = true
    } catch {
      // A user namespace may forbid it for good; a later step judges.
    }
  }

  func dropGroupsUnlessDone() throws(LaunchFailure) {
    do throws(Errno) { try Calls.dropGroups() } catch {
      if !progress.hasDroppedGroups { throw .dropGroups(error) }
    }
  }

  func dropRemainingGroups() throws(LaunchFailure) {
    do throws(Errno) { try Calls.dropGroups() } catch {
      if (try? Calls.groupCount()) != 0 { throw .dropGroups(error) }
    }
  }

  mutating func readTargetIdentity(_ followed: FollowedIdentity) throws(LaunchFailure) {
    if followed.isStranger { throw .targetIsUnmapped }
    let facts: FileFacts
    do throws(Errno) {
      facts = try files.withDescriptor(.targetDirectory) { directory throws(Errno) in
        try directory.facts()
      }
    } catch {
      throw .readTargetIdentity(error)
    }
    progress.targetUser = facts.user
    progress.targetGroup = facts.group
  }

  mutating func joinCgroup() throws(LaunchFailure) {
    let text: ByteString = "\(Calls.ownProcess.number)"
    do throws(Errno) {
      try files.withDescriptor(.cgroupProcesses) { file throws(Errno) in
        try file.writeAll(text)
      }
    } catch {
      throw .joinCgroup(error)
    }
    // At once: whoever holds it can move processes.
    files.close(.cgroupProcesses)
  }

  mutating func setEnvironment(_ block: EnvironmentBlock) throws(LaunchFailure) {
    progress.hasEnvironment = true
    // It is exec that fails of it; what comes before then has its effect, and its complaints.
    progress.environmentIsTooLarge = block.isTooLarge
    if block.isTooLarge { return }
    do throws(Errno) { try block.becomeEnvironment() } catch { throw .setEnvironment(error) }
  }

  mutating func readTargetEnvironment(isLastChance: Bool) throws(LaunchFailure) {
    if progress.hasEnvironment { return }
    let file: OwnedDescriptor
    do throws(Errno) {
      file = try files.withDescriptor(.targetDirectory) { directory throws(Errno) in
        try directory.openForReading("environ")
      }
    } catch {
      // The first answer is the one that says what stands in the way.
      if isLastChance { throw progress.refusal ?? .readEnvironment(error) }
      return
    }
    let block: EnvironmentBlock
    do throws(Errno) { block = try EnvironmentBlock(reading: file) } catch {
      throw .readEnvironment(error)
    }
    try setEnvironment(block)
  }
}

extension Executor {
  /// The directory may be outside of the root that comes; the original keeps it all the same
  /// when no other one was asked for.
  mutating func holdCurrentDirectory() throws(LaunchFailure) { try openWorkingDirectory(".") }

  mutating func openWorkingDirectory(_ path: ByteString) throws(LaunchFailure) {
    do throws(Errno) {
      files.hold(try OwnedDescriptor(given: path), as: .workingDirectory)
    } catch {
      throw .openWorkingDirectory(error)
    }
  }

  mutating func changeToHeldRoot() throws(LaunchFailure) {
    do throws(Errno) {
      try files.withDescriptor(.root) { root throws(Errno) in
        try root.becomeWorkingDirectory()
      }
    } catch {
      throw .changeToRoot(error)
    }
    do throws(Errno) { try Calls.changeRoot(".") } catch { throw .changeRootHere(error) }
    // Whatever fails from here on must not find a working directory outside of the root.
    do throws(Errno) { try Calls.changeDirectory("/") } catch {
      throw .changeDirectory("/", error)
    }
    files.close(.root)
  }

  mutating func changeToHeldWorkingDirectory() throws(LaunchFailure) {
    do throws(Errno) {
      try files.withDescriptor(.workingDirectory) { directory throws(Errno) in
        try directory.becomeWorkingDirectory()
      }
    } catch {
      throw .changeToWorkingDirectory(error)
    }
    files.close(.workingDirectory)
  }
}
