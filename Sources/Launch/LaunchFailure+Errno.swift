import Capabilities
import Kernel
import NamespaceValues

extension LaunchFailure {
  /// What the kernel answered; nil where it refused nothing.
  var errno: Errno? {
    switch self {
    case .rendezvous(let errno), .fork(let errno), .listen(let errno), .release(let errno),
      .wait(let errno), .dropGroups(let errno), .setGroup(let errno), .setUser(let errno),
      .unshare(let errno), .setHostName(let errno), .setDomainName(let errno),
      .bringLoopbackUp(let errno), .joinCgroup(let errno), .readTargetIdentity(let errno),
      .readEnvironment(let errno), .setEnvironment(let errno), .setRootPropagation(let errno),
      .changeToRoot(let errno), .changeRootHere(let errno), .openWorkingDirectory(let errno),
      .changeToWorkingDirectory(let errno), .signalQueue(let errno), .channel(let errno),
      .reapOrphans(let errno), .startSession(let errno), .leadGroup(let errno),
      .blockTermination(let errno), .restoreMask(let errno), .openOwnProcess(let errno),
      .dieWithParent(let errno), .pollParent(let errno), .setDefaultAction(let errno),
      .unblock(let errno), .givenDescriptor(let errno), .tellStatus(let errno),
      .hearStatus(let errno),
      .hideFromTarget(let errno),
      .protectBinary(let errno):
      errno
    case .openMap(_, let errno), .writeMap(_, let errno), .openOffsets(_, let errno),
      .writeOffsets(_, let errno), .open(_, let errno), .writeOwn(_, let errno),
      .changeRoot(_, let errno), .changeDirectory(_, let errno), .makePrivate(_, let errno),
      .mount(_, let errno), .protectProgram(_, let errno), .execute(_, let errno):
      errno
    case .bind(_, _, let errno): errno
    case .enterTarget(_, let errno): errno
    case .enterFile(_, let errno): errno
    case .installForwarding(_, let errno): errno
    case .block(_, let errno), .pidfile(_, .call(let errno)): errno
    case .capabilities(.get(let errno)), .capabilities(.set(let errno)),
      .capabilities(.ambient(let errno)):
      errno
    case .privilege(let failure): failure.errno
    case .helperExited, .helperKilled, .mapTooLarge, .allowedSetgroups, .targetIsUnmapped,
      .outsideOfRoot, .parentGone, .survivedSignal, .blockEnded, .pidfile, .targetChanged,
      .hasNoIDs:
      nil
    }
  }
}

extension PrivilegeFailure {
  /// What the kernel answered; nil where it refused nothing.
  fileprivate var errno: Errno? {
    switch self {
    case .read(let errno), .keepPermitted(let errno), .securebits(let errno),
      .setGroups(let errno), .held(let errno), .forbidNewPrivileges(let errno):
      errno
    case .inheritable(_, let errno): errno
    case .dropBounding(_, let errno): errno
    case .ambient(_, _, let errno): errno
    case .notBounding, .notPermitted, .lacks, .allowsNewPrivileges, .stillHas, .lost,
      .securebitsAre,
      .usersAre, .groupsAre, .groupsDiffer:
      nil
    }
  }
}
