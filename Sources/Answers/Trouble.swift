public import Bytes
public import Launch
public import NamespaceValues
public import Nsenter
public import Nsls
public import Unshare

/// What is known of a command line by the time that something fails.
public struct Circumstances: Equatable, Sendable {
  /// What was being carried out; nil where it did not come to that.
  public var plan: LaunchPlan?
  /// What nsenter was asked for; nil where that is not known.
  public var entry: NsenterIntent?
  /// All words after the program's name; none where nothing is read in them.
  public var words: [ByteString] = []
  /// Whether nsls looks wherever there may be a namespace.
  public var discoversAll = false
  /// The words after the options.
  public var operands: [ByteString] = []
  /// The root directory of the process that nsenter was told to enter, as a path of the mount
  /// namespace it is in; nil where that is not known, or where nsenter takes it over.
  public var targetRoot: ByteString?
  /// The loader of a program that nsenter brings; nil where there is none.
  public var loader: ByteString?
  /// geteuid(2) at the start.
  public var callerUser: UserID?
  /// getegid(2) at the start.
  public var callerGroup: GroupID?

  /// Nothing is known.
  public init() {}

  /// Only the caller is known.
  public init(of user: UserID, _ group: GroupID) { (callerUser, callerGroup) = (user, group) }
}

/// What a program could not do, and under which circumstances: the question that a hint answers.
public struct Trouble: Equatable, Sendable {
  /// The failure itself.
  public var failure: Failure
  /// What is known of the command line.
  public var circumstances: Circumstances

  /// What ended the program.
  public enum Failure: Equatable, Sendable {
    /// A step of a launch.
    case launch(LaunchFailure)
    /// unshare does not accept its command line.
    case unshare(UnshareError)
    /// nsenter did not begin to enter.
    case nsenter(NsenterError)
    /// There is no listing.
    case nsls(NslsError)
  }

  /// A failure.
  public init(_ failure: Failure, _ circumstances: Circumstances = Circumstances()) {
    self.failure = failure
    self.circumstances = circumstances
  }

  var plan: LaunchPlan? { circumstances.plan }
  var entry: NsenterIntent? { circumstances.entry }
  var operands: [ByteString] { circumstances.operands }
  var targetRoot: ByteString? { circumstances.targetRoot }
  var callerUser: UserID? { circumstances.callerUser }
  var callerGroup: GroupID? { circumstances.callerGroup }
}

extension Circumstances {
  // Never inlined: dozens of rules ask for these kinds, and each would hold the loops.

  /// All kinds that the plan makes.
  @inline(never)
  public var created: NamespaceSet {
    guard let plan else { return [] }
    return (plan.setup + plan.persistence + plan.initial + plan.runner).reduce(into: []) {
      kinds, step in
      if case .unshare(let some) = step { kinds.formUnion(some) }
    }
  }

  /// Whether only a child would be in the new PID namespace: what is mounted before is of the old one, and
  /// so is the program itself.
  var leavesProcessesToChildren: Bool { plan?.fork == nil && created.contains(.pid) }

  /// All kinds that the plan enters.
  @inline(never)
  public var entered: NamespaceSet {
    guard let plan else { return [] }
    return (plan.setup + plan.initial + plan.runner).reduce(into: []) { kinds, step in
      if case .enterTarget(let some, _) = step { kinds.formUnion(some) }
      if case .enterFile(let kind, _) = step { kinds.insert(NamespaceSet(kind)) }
    }
  }

  /// Whether paths mean files of somebody else when the program is started: another mount namespace was
  /// entered by then, or another root.
  public var endsAmongOthersFiles: Bool {
    guard let plan else { return false }
    if entered.contains(.mount) { return true }
    return (plan.setup + plan.initial + plan.runner).contains { step in
      switch step {
      case .changeRoot, .changeToHeldRoot: true
      default: false
      }
    }
  }
}

extension LaunchStep {
  /// Whether it may have entered another mount namespace.
  fileprivate var entersMount: Bool {
    switch self {
    case .enterTarget(let kinds, _): kinds.contains(.mount)
    case .enterFile(let kind, _): kind == .mount
    default: false
    }
  }
}

extension Trouble {
  /// All kinds that the plan makes.
  public var created: NamespaceSet { circumstances.created }
  /// All kinds that the plan enters.
  public var entered: NamespaceSet { circumstances.entered }
  /// Whether paths may mean files of somebody else by now: after another mount namespace was entered,
  /// or another root.
  public var isAmongOthersFiles: Bool {
    guard let plan else { return false }
    switch failure {
    // What only unshare does, before it changes the root.
    case .launch(.unshare), .launch(.helperExited), .launch(.writeMap), .launch(.openMap),
      .launch(.bind), .launch(.openOffsets), .launch(.writeOffsets):
      return false
    // What was refused was not entered, and roots come after it.
    case .launch(.enterTarget(let left, _)) where left.contains(.mount): return false
    case .launch(.enterFile(.mount, _)): return false
    case .launch(.enterFile(let kind, _)):
      // Nor was what comes after it.
      return plan.setup.prefix { step in
        if case .enterFile(kind, ifAllowed: false) = step { return false }
        return true
      }.contains { $0.entersMount }
    default: break
    }
    return circumstances.endsAmongOthersFiles
  }
}
