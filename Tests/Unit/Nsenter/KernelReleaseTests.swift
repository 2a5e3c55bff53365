import Bytes
import Testing

@testable import Nsenter

struct KernelReleaseTests {
  @Test(
    arguments: [
      ("5.8", true), ("5.8.0", true), ("5.10.0-13-amd64", true), ("6.18.44", true), ("10.0", true),
      ("5.7.19", false), ("5.7.1", false), ("5.7", false), ("4.19.0-rc1", false), ("2.6.78", false),
      ("5", false), ("6", true), ("", false), ("linux", false), ("99999999999999999999.1", true),
    ] as [(ByteString, Bool)])
  func pidfdsAreEnteredFrom58(release: ByteString, can: Bool) {
    #expect((KernelRelease(release) >= KernelRelease(major: 5, minor: 8)) == can)
  }
}
