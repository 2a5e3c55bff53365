/// What is known of the machine and the process after a failure: captured, not judged. What could not
/// be found out is unknown, and no rule takes that for an answer.
public struct Evidence: Equatable, Sendable {
  /// The process that failed.
  public var process = ProcessEvidence()
  /// The kernel and its switches.
  public var kernel = KernelEvidence()

  /// Nothing is known.
  public init() {}

  /// Gathers all that the rules for this trouble look at, in less than a millisecond.
  public init(about trouble: Trouble, from source: some EvidenceSource) {
    process = ProcessEvidence(from: source)
    kernel = KernelEvidence(from: source)
  }
}
