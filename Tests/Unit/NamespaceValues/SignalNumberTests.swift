import Bytes
import Testing

@testable import NamespaceValues

/// The table of the specification's signal grammar.
struct SignalNumberTests {
  @Test(
    arguments: [
      ("TERM", 15), ("SIGTERM", 15), ("sigterm", 15), ("SigTerm", 15), ("IOT", 6), ("CLD", 17),
      ("POLL", 29), ("RTMIN+0", 34), ("SIGRTMIN+5", 39), ("RTMAX-0", 64), ("rtmax-30", 34),
      ("RT0", 34), ("RT30", 64), ("RT1x", 35), ("RTMIN+2zz", 36), ("RT4294967297", 35),
      ("KILL", 9), ("SYS", 31), ("STKFLT", 16),
    ] as [(ByteString, Int32)])
  func known(name: ByteString, number: Int32) {
    #expect(SignalNumber(named: name)?.number == number)
  }

  @Test(
    arguments: [
      "9", "", "SIG", "SIGSIGTERM", "RTMIN", "RTMAX", "RTMIN-1", "RTMAX+1", "RT31", "RTMAX-31",
      "RT", "RT 1", "FOO", " TERM", "TERM ", "EXIT", "0", "EMT", "UNUSED",
      "RT99999999999999999999", "RT-1", "RT+1",
    ] as [ByteString])
  func unknown(name: ByteString) {
    #expect(SignalNumber(named: name) == nil)
  }

  /// A list is ours, and read strictly: the number that is signalled must be the one that was meant.
  @Test(
    arguments: [
      ("term", 15), ("SIGRTMIN", 34), ("RTMIN", 34), ("rtmax", 64), ("RTMIN+0", 34),
      ("RTMIN+1", 35),
      ("RTMAX-30", 34), ("RT30", 64), ("RT1x", nil), ("RTMIN+2zz", nil), ("RT4294967297", nil),
      ("RTMIN+", nil), ("RTMIN-1", nil), ("RTMAX+1", nil), ("RT", nil), ("15", nil), ("", nil),
      ("RTMIN+31", nil), ("RTMAX-031", nil),
    ] as [(ByteString, Int32?)])
  func inAList(name: ByteString, number: Int32?) {
    #expect(SignalNumber(listed: name)?.number == number)
  }

  @Test func namesForPeople() {
    #expect(SignalNumber(6).name == "ABRT")
    #expect(SignalNumber(17).name == "CHLD")
    #expect(SignalNumber(40).name == "40")
  }

  @Test func signalsThatLeaveACore() {
    #expect(SignalNumber(11).dumpsCore)
    #expect(!SignalNumber.terminate.dumpsCore)
  }
}
