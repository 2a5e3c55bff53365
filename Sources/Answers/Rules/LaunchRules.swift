import Bytes
import Launch
import NamespaceValues

/// A step of a launch failed: which rules speak of it.
func launchHints(_ failure: LaunchFailure, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch failure {
  case .mount(let path, let errno) where trouble.entry != nil:
    entryMountHints(path, errno, trouble, evidence)
  case .unshare(let errno) where trouble.entry != nil: entryUnshareHints(errno, trouble, evidence)
  case .unshare(let errno): unshareHints(errno, trouble, evidence)
  case .fork(let errno): forkHints(errno, trouble, evidence)
  case .writeMap(let path, let errno): writeMapHints(path, errno, trouble, evidence)
  case .writeOwn(let path, let errno): writeOwnHints(path, errno, trouble, evidence)
  case .openMap(_, let errno), .openOffsets(_, let errno): openOwnHints(errno, evidence)
  case .open(let path, let errno) where path.hasPrefix("/proc/self/"):
    openOwnHints(errno, evidence)
  case .mapTooLarge: [mapTooLong()]
  case .helperExited(let status): helperHints(status, trouble, evidence)
  case .execute(let program, .noEntry) where trouble.startsHelper(program):
    [helperMissing(program)]
  case .setRootPropagation(let errno): propagationHints(errno, evidence)
  case .mount(let path, let errno): mountHints(path, errno, trouble, evidence)
  case .changeRoot(_, let errno): changeRootHints(errno, trouble, evidence)
  case .changeDirectory(let path, let errno): changeDirectoryHints(path, errno, trouble, evidence)
  case .bind(let source, let file, let errno):
    persistenceHints(source, file, errno, trouble, evidence)
  case .writeOffsets(_, let errno): clockHints(errno, trouble, evidence)
  case .execute(let name, let errno): executeHints(name, errno, trouble, evidence)
  case .enterTarget(let kinds, let errno): enterTargetHints(kinds, errno, trouble, evidence)
  case .enterFile(let kind, let errno): enterFileHints(kind, errno, trouble, evidence)
  case .dropGroups(let errno): dropGroupsHints(errno, trouble, evidence)
  case .setGroup(let errno): setIdentityHints(.groups, errno, trouble, evidence)
  case .setUser(let errno): setIdentityHints(.users, errno, trouble, evidence)
  case .targetIsUnmapped: [targetIsUnmapped]
  case .privilege(let failure): privilegeHints(failure, trouble, evidence)
  case .joinCgroup(let errno): joinCgroupHints(errno, evidence)
  default: []
  }
}
