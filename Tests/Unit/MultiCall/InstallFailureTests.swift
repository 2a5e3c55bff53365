import Bytes
import NamespaceValues
import Testing

@testable import MultiCall

/// What is said of names that cannot be made.
struct InstallFailureTests {
  private func sentences(_ failures: [InstallFailure]) -> [String] {
    InstallFailure.sentences(of: failures).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func adviceIsGivenOnce() {
    #expect(
      sentences([
        .refused("d/unshare", .hardLink, .crossDevice), .refused("d/nsls", .hardLink, .exists),
        .refused("d/lsns", .hardLink, .crossDevice),
      ]) == [
        "cannot make d/unshare: Invalid cross-device link", "cannot make d/nsls: File exists",
        "cannot make d/lsns: Invalid cross-device link",
        "no hard link can lead there: use -s for symbolic links, or --copy for copies",
        "what is there already is left alone: remove it first if it is to be replaced",
      ])
  }

  @Test func noneWhereNothingWouldHelp() {
    #expect(sentences([]) == [])
    #expect(
      sentences([.refused("d/nsls", .copy, .notPermitted)])
        == ["cannot make d/nsls: Operation not permitted"])
    #expect(
      sentences([.directory("d", .noEntry)]) == ["cannot install into d: No such file or directory"]
    )
    #expect(
      sentences([.ownPath(.accessDenied)])
        == ["cannot find the path of this binary: Permission denied"])
  }
}
