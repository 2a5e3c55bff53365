import Nsenter

/// nsenter did not begin to enter.
func nsenterErrorHints(_ error: NsenterError, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch error {
  default: []
  }
}
