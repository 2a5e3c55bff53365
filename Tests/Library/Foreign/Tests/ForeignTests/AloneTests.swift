import Glibc
import Namespaces
import Shared
import Testing

/// Who runs a case.
enum Caller: Sendable {
  case self_
  /// Somebody without rights, by number: there need be no such account.
  case plainUser
}

struct Run: Sendable, CustomTestStringConvertible {
  let asked: Case
  let caller: Caller

  var testDescription: String { "\(asked), \(caller == .self_ ? "as is" : "as a plain user")" }

  /// The program beside the one that runs the tests.
  static let program: ByteString = {
    let own = link("/proc/self/exe").bytes
    let slash = own.lastIndex(of: UInt8(ascii: "/")) ?? own.startIndex
    return "\(ByteString(own[..<slash]))/alone"
  }()

  /// A sanitizer has a thread of its own from the start.
  static let hasOneThread: Bool = {
    (try? output(of: Program(program, ["threads"])).text) == "one\n"
  }()

  static let all: [Run] = Case.allCases.flatMap { asked -> [Run] in
    if asked.needsOneThread, !hasOneThread { return [] }
    if asked.sparesThreadSanitizer, getenv("UNYOKE_SANITIZER") != nil { return [] }
    if geteuid() != 0 { return [Run(asked: asked, caller: .self_)] }
    let plain = Run(asked: asked, caller: .plainUser)
    return asked.isForPlainUser ? [plain] : [Run(asked: asked, caller: .self_), plain]
  }
}

/// What needs a process of its own, and what needs one with one thread.
@Suite struct AloneTests {
  @Test(arguments: Run.all) func everythingIsAsItMustBe(_ run: Run) throws {
    let name = ByteString(run.asked.rawValue)!
    let program =
      switch run.caller {
      case .self_: Program(Run.program, [name])
      case .plainUser:
        Program(
          "setpriv", ["--reuid=1001", "--regid=1001", "--clear-groups", Run.program, name])
      }
    let (status, text) = try output(of: program)
    #expect(status == .exited(0), "\(text)")
    #expect(text == "")
  }
}
