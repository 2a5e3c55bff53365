import Foundation
import Glibc
import Harness
import NamespaceInventory

/// The program `listing` (Tests/Support/Listing) in the sandbox, where every user can start it.
enum ListingPlace {
  /// Where it is; it was built beside the tests.
  static let program: String = {
    let mapped = String(decoding: (try? readFile("/proc/self/maps")) ?? [], as: UTF8.self)
    let tests = mapped.split(separator: "\n").first { $0.hasSuffix(".xctest") }
    guard let start = tests?.firstIndex(of: "/"), let file = tests?[start...] else {
      fatalError("nobody knows where the tests are")
    }
    let built = URL(fileURLWithPath: String(file)).deletingLastPathComponent()
      .appendingPathComponent("listing").path
    let copy = "\(Place.sandbox.programs)/listing"
    do { try writeFile(copy, try readFile(built)) } catch { fatalError("no \(built): \(error)") }
    chmod(copy, 0o755)
    return copy
  }()

  /// Runs a script in a jail, in which `$LISTING` is the program and `$asTester` runs something as a plain user.
  static func run(_ script: String) -> Outcome {
    Jail.run(
      Jail.functions + """
        LISTING=\(program)
        asTester="setpriv --reuid 1001 --regid 1001 --clear-groups"
        \(script)
        # The shell stays what it is, and does not become the last program.
        :
        """)
  }

  /// The listing that a program printed.
  static func listing(_ text: some StringProtocol) throws -> NamespaceListing {
    try JSONDecoder().decode(NamespaceListing.self, from: Data(text.utf8))
  }
}
