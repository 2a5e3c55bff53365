import Launch

/// A step of a launch failed: which rules speak of it.
func launchHints(_ failure: LaunchFailure, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch failure {
  case .unshare(let errno): unshareHints(errno, trouble, evidence)
  default: []
  }
}
