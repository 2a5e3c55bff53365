import Nsls

/// There is no listing.
func nslsErrorHints(_ error: NslsError, _ evidence: Evidence) -> [Hint] {
  switch error {
  default: []
  }
}
