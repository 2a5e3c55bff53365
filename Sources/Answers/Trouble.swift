public import Bytes
public import Launch
public import Namespaces
public import Nsenter
public import Nsls
public import Unshare

/// What a program could not do, with what is known of its command line: the question that a hint
/// answers.
public struct Trouble: Equatable, Sendable {
  /// The failure itself.
  public var failure: Failure
  /// What was being carried out; nil where it did not come to that.
  public var plan: LaunchPlan?
  /// What nsenter was asked for; nil where that is not known.
  public var entry: NsenterIntent?
  /// The words after the options.
  public var operands: [ByteString] = []
  /// The root directory of the process that nsenter was told to enter, as a path of the mount
  /// namespace it is in; nil where that is not known, or where nsenter takes it over.
  public var targetRoot: ByteString?
  /// geteuid(2) at the start.
  public var callerUser: UserID?
  /// getegid(2) at the start.
  public var callerGroup: GroupID?

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

  /// A failure of which no more is known.
  public init(_ failure: Failure) { self.failure = failure }
}

extension Trouble {
  /// All kinds that the plan makes.
  public var created: NamespaceSet {
    guard let plan else { return [] }
    return (plan.setup + plan.persistence + plan.runner).reduce(into: []) { kinds, step in
      if case .unshare(let some) = step { kinds.formUnion(some) }
    }
  }

  /// All kinds that the plan enters.
  public var entered: NamespaceSet {
    guard let plan else { return [] }
    return (plan.setup + plan.runner).reduce(into: []) { kinds, step in
      if case .enterTarget(let some, _) = step { kinds.formUnion(some) }
      if case .enterFile(let kind, _) = step { kinds.insert(NamespaceSet(kind)) }
    }
  }

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
    if entered.contains(.mount) { return true }
    return (plan.setup + plan.runner).contains { step in
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
