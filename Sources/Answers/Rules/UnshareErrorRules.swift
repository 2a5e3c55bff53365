import Unshare

/// unshare does not accept its command line.
func unshareErrorHints(_ error: UnshareError, _ trouble: Trouble, _ evidence: Evidence) -> [Hint] {
  switch error {
  default: []
  }
}
