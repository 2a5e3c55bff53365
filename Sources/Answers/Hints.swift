// The decision: evidence in, hints out. Pure, so that what this machine cannot show is tested from
// captured files. A wrong hint is worse than none: a rule answers only what it knows.

/// At most two hints, the most specific first.
public func hints(for trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  let answers =
    switch trouble.failure {
    case .launch(let failure): launchHints(failure, trouble, evidence)
    case .unshare(let error): unshareErrorHints(error, trouble, evidence)
    case .nsenter(let error): nsenterErrorHints(error, trouble, evidence)
    case .nsls(let error): nslsErrorHints(error, trouble, evidence)
    }
  return Array(answers.prefix(2))
}
