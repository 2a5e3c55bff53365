import Launch

/// What is known of the machine and the process after a failure: captured, not judged. What could not
/// be found out is unknown, and no rule takes that for an answer.
public struct Evidence: Equatable, Sendable {
  /// The process that failed.
  public var process = ProcessEvidence()
  /// The kernel and its switches.
  public var kernel = KernelEvidence()
  /// The program that could not be started; nil where another thing failed.
  public var program: ProgramEvidence?

  /// How many processes there may be.
  public var limits = LimitEvidence()
  /// Who may map which ids, and by which programs.
  public var delegation = DelegationEvidence()
  /// What lies at the paths that a step was about.
  public var place = PlaceEvidence()
  /// The process that nsenter was pointed at.
  public var target = TargetEvidence()
  /// The file that stands for a namespace, or was to.
  public var file = NamespaceFileEvidence()
  /// The first word after the options, where it may have been meant for something else.
  public var operand = NamespaceFileEvidence()

  /// Nothing is known.
  public init() {}

  /// Gathers all that the rules for this trouble look at, in less than a millisecond.
  ///
  /// No initializer, nor are those that it calls: an initializer takes over what it is given and makes
  /// itself anew for its caller, and the code for both copies is longer than all the rest.
  /// - Parameter isForecast: it did not happen: no call was answered.
  public mutating func gather(
    about trouble: Trouble, from source: some EvidenceSource, isForecast: Bool = false
  ) {
    process.gather(from: source)
    kernel.gather(from: source, trying: isForecast ? nil : trouble.callConcerned)
    limits.gather(about: trouble, from: source)
    delegation.gather(about: trouble, from: source)
    place.gather(about: trouble, from: source)
    if case .launch(.execute(let name, _)) = trouble.failure {
      program = ProgramEvidence(of: name, from: source)
    }
    // Nothing is asked about numbers in a /proc in which they mean other processes.
    if let target = trouble.targetConcerned, process.numbersAreOfProc != false {
      self.target.gather(target, from: source)
    }
    if let path = trouble.fileConcerned { file.gather(path, from: source) }
    if let word = trouble.operandConcerned { operand.gather(word, from: source) }
  }
}
