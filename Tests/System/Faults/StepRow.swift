import Launch

/// The rows that the fault matrix must have: each kind of step that a launch can have. A new step
/// does not compile here until it is named, and `StepRowTests` fails until it has a row.
enum StepRow: String, CaseIterable {
  case hideFromTarget, defaultChildSignal, startHelper

  case dropGroups, setGroup, setUser
  case tryToDropGroups, dropGroupsUnlessDone, dropRemainingGroups
  case dropGroupsIfPermitted, readTargetIdentity, setGroupOfTarget, setUserOfTarget
  case holdOwnDirectory, readOwnMaps, setMappedGroup, setMappedUser, protectProgram
  case raiseAmbientCapabilities, rememberPrivileges, verify

  case makeInheritable, changeBounding, keepPermitted, changeSecurebits, setGroups
  case changeInheritable, changeAmbient, changeHeld, forbidNewPrivileges, check

  case unshare, releaseHelper, setClockOffset, bindNamespaces
  case writeOwnMap, writeSetgroups, refuseAllowedSetgroups
  case setHostName, setDomainName, bringLoopbackUp

  case enterTarget, enterFile, expectNamespace, close, joinCgroup
  case setEnvironment, expectEnvironmentInside, readTargetEnvironment

  case setRootPropagation, changeRoot, changeDirectory, checkWorkingDirectory
  case holdCurrentDirectory, changeToHeldRoot, openWorkingDirectory, changeToHeldWorkingDirectory
  case makePrivate, mountProc, mountBinfmt, registerInterpreter
  case enterHeldRoot, askMountOwner, holdMounts, openMountPlace, mountAtPlace

  case dieWithParent, reapOrphans, startSession, leadGroup
}

extension LaunchStep {
  /// The row of the fault matrix that this step needs.
  var row: StepRow {
    switch self {
    case .hideFromTarget: .hideFromTarget
    case .defaultChildSignal: .defaultChildSignal
    case .startHelper: .startHelper
    case .dropGroups: .dropGroups
    case .setGroup: .setGroup
    case .setUser: .setUser
    case .tryToDropGroups: .tryToDropGroups
    case .dropGroupsUnlessDone: .dropGroupsUnlessDone
    case .dropRemainingGroups: .dropRemainingGroups
    case .dropGroupsIfPermitted: .dropGroupsIfPermitted
    case .holdOwnDirectory: .holdOwnDirectory
    case .readOwnMaps: .readOwnMaps
    case .setMappedGroup: .setMappedGroup
    case .setMappedUser: .setMappedUser
    case .protectProgram: .protectProgram
    case .readTargetIdentity: .readTargetIdentity
    case .setGroupOfTarget: .setGroupOfTarget
    case .setUserOfTarget: .setUserOfTarget
    case .raiseAmbientCapabilities: .raiseAmbientCapabilities
    case .privilege(let step): step.row
    case .rememberPrivileges: .rememberPrivileges
    case .verify: .verify
    case .unshare: .unshare
    case .releaseHelper: .releaseHelper
    case .setClockOffset: .setClockOffset
    case .bindNamespaces: .bindNamespaces
    case .writeOwnMap: .writeOwnMap
    case .writeSetgroups: .writeSetgroups
    case .refuseAllowedSetgroups: .refuseAllowedSetgroups
    case .setHostName: .setHostName
    case .setDomainName: .setDomainName
    case .bringLoopbackUp: .bringLoopbackUp
    case .enterTarget: .enterTarget
    case .enterFile: .enterFile
    case .expectNamespace: .expectNamespace
    case .close: .close
    case .joinCgroup: .joinCgroup
    case .setEnvironment: .setEnvironment
    case .expectEnvironmentInside: .expectEnvironmentInside
    case .readTargetEnvironment: .readTargetEnvironment
    case .setRootPropagation: .setRootPropagation
    case .changeRoot: .changeRoot
    case .changeDirectory: .changeDirectory
    case .checkWorkingDirectory: .checkWorkingDirectory
    case .holdCurrentDirectory: .holdCurrentDirectory
    case .changeToHeldRoot: .changeToHeldRoot
    case .openWorkingDirectory: .openWorkingDirectory
    case .changeToHeldWorkingDirectory: .changeToHeldWorkingDirectory
    case .makePrivate: .makePrivate
    case .enterHeldRoot: .enterHeldRoot
    case .askMountOwner: .askMountOwner
    case .holdMounts: .holdMounts
    case .openMountPlace: .openMountPlace
    case .mountAtPlace: .mountAtPlace
    case .mountProc: .mountProc
    case .mountBinfmt: .mountBinfmt
    case .registerInterpreter: .registerInterpreter
    case .dieWithParent: .dieWithParent
    case .reapOrphans: .reapOrphans
    case .startSession: .startSession
    case .leadGroup: .leadGroup
    }
  }
}

extension PrivilegeStep {
  /// The row of the fault matrix that this step needs.
  var row: StepRow {
    switch self {
    case .makeInheritable: .makeInheritable
    case .changeBounding: .changeBounding
    case .keepPermitted: .keepPermitted
    case .changeSecurebits: .changeSecurebits
    case .setGroups: .setGroups
    case .changeInheritable: .changeInheritable
    case .changeAmbient: .changeAmbient
    case .changeHeld: .changeHeld
    case .forbidNewPrivileges: .forbidNewPrivileges
    case .check: .check
    }
  }
}
