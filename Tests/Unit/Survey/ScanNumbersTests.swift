import Kernel
import Testing

@testable import Survey

/// The number of a process in another PID namespace's /proc is a stranger's here.
@Suite struct ScanNumbersTests {
  @Test(arguments: [
    ("Name:\tx\nNStgid:\t12\nNSpid:\t12\n", true),
    // In a PID namespace below that of the /proc.
    ("Name:\tx\nNStgid:\t12\t1\nNSpid:\t12\t1\n", false),
    ("Name:\tNStgid: 1 2\nNStgid:\t12\n", true), ("NStgid:\n", false),
    // A kernel without PID namespaces.
    ("Name:\tx\nPid:\t12\n", true), ("", true),
  ])
  func theStatusSaysHowDeep(_ status: String, _ isOne: Bool) {
    #expect(ScanContext.hasOneNumber(Array(status.utf8)) == isOne)
  }

  @Test func theOwnProcNumbersAsWeDo() throws {
    #expect(ScanContext.numbersAsWeDo(try DirectoryHandle(listing: "/proc")))
    #expect(!ScanContext.numbersAsWeDo(try DirectoryHandle(listing: "/")))
  }
}
