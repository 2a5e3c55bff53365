import Kernel
import NamespaceValues
import Testing

/// Attackers: whoever may write where the file is, and whoever can change the number that is signalled.
struct PidfileTests {
  private func fault(
    mode: UInt32 = 0o100644, user: UInt32 = 5, links: UInt64 = 1, caller: UInt32 = 5
  ) -> PidfileFault? {
    PidfileFault(mode: mode, user: UserID(user), links: links, caller: UserID(caller))
  }

  @Test func takesOnlyTheCallersOwnFile() {
    #expect(fault() == nil && fault(mode: 0o100664) == nil && fault(user: 0, caller: 0) == nil)
    #expect(fault(user: 6) == .foreign(UserID(6)) && fault(user: 0) == .foreign(UserID(0)))
    #expect(fault(caller: 0) == .foreign(UserID(5)))
    #expect(fault(mode: 0o100666) == .open && fault(mode: 0o100602) == .open)
    #expect(fault(links: 2) == .otherNames && fault(links: 2, caller: 0) == .otherNames)
    #expect(fault(links: 0) == .call(.noEntry))
    #expect(fault(mode: 0o120777) == .link)
    for kind: UInt32 in [0o010000, 0o020000, 0o040000, 0o060000, 0o140000, 0] {
      #expect(fault(mode: kind | 0o600) == .irregular)
    }
  }

  /// A file that was named by mistake is not emptied.
  @Test func takesOnlyWhatANumberIsIn() {
    for text in ["", "1", "4711\n", " 77 \n", "\n"] { #expect(Pidfile.isNumber(Array(text.utf8))) }
    for text in ["root:x:0", "-1", "1\0", "1\n# a comment", "0x10"] {
      #expect(!Pidfile.isNumber(Array(text.utf8)))
    }
    #expect(!Pidfile.isNumber([UInt8](repeating: 0x31, count: 33)))
  }
}
