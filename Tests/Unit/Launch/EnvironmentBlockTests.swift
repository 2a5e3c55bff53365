import Bytes
import NamespaceValues
import Testing

@testable import Launch

/// What is taken over from the environment of another process.
struct EnvironmentBlockTests {
  private func entries(_ block: String) throws -> [String] {
    let block = EnvironmentBlock(Array(block.utf8))
    return try block.entries().map { String(decoding: block.entry(at: $0), as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", []), ("\0\0", []), ("A=1\0B=2\0C=3\0", ["C=3", "B=2", "A=1"]), ("A=1", ["A=1"]),
      ("NOEQ\0A=1\0\0B=2\0", ["B=2", "A=1"]), ("A=\0B=a=b=c\0C=x y\0", ["C=x y", "B=a=b=c", "A="]),
      ("A=1\0B=2\0A=3\0", ["A=3", "B=2"]), ("A=1\0A=1\0A=1\0", ["A=1"]),
      ("AA=1\0A=2\0AAA=3\0", ["AAA=3", "A=2", "AA=1"]),
    ] as [(String, [String])])
  func lastWinsAndOrderIsReversed(block: String, expected: [String]) throws {
    #expect(try entries(block) == expected)
  }

  @Test(arguments: ["=x\0", "A=1\0=\0B=2\0", "==\0"])
  func anEmptyNameIsRefused(block: String) {
    #expect(throws: Errno.invalidArgument) { try entries(block) }
  }

  /// The rule again, as plainly as it can be said.
  @Test func agreesWithThePlainRule() throws {
    var state: UInt64 = 7
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    let alphabet: [UInt8] = [0, 0, UInt8(ascii: "="), UInt8(ascii: "A"), UInt8(ascii: "B"), 255]
    for _ in 0..<5000 {
      let bytes = (0..<next(30)).map { _ in alphabet[Int(next(6))] }
      var names: [[UInt8]] = []
      var plain: [[UInt8]]? = []
      for entry in bytes.split(separator: 0).reversed() {
        guard let equals = entry.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = Array(entry[..<equals])
        if name.isEmpty {
          plain = nil
          break
        }
        if names.contains(name) { continue }
        names.append(name)
        plain?.append(Array(entry))
      }
      let block = EnvironmentBlock(bytes)
      let found = try? block.entries().map { Array(block.entry(at: $0)) }
      #expect(found == plain)
    }
  }

  /// A hostile target must not make this slow.
  @Test func manyEntries() throws {
    var block: [UInt8] = []
    for number in 0..<200_000 { block += Array("V\(number % 1000)=\(number)\0".utf8) }
    #expect(try EnvironmentBlock(block).entries().count == 1000)
  }

  /// What exec can take is 6 MiB, a pointer for each entry included.
  @Test func moreThanExecTakes() {
    let limit = EnvironmentBlock.limit
    func one(_ size: Int) -> [UInt8] {
      [UInt8](repeating: UInt8(ascii: "="), count: size - 1) + [0]
    }
    #expect(!EnvironmentBlock(one(limit - 8)).isTooLarge)
    #expect(EnvironmentBlock(one(limit - 7)).isTooLarge)
    #expect(EnvironmentBlock([UInt8](repeating: 1, count: limit + 1)).isTooLarge)
    let small = Array("A=\0".utf8)
    #expect(!EnvironmentBlock(Array(repeating: small, count: limit / 11).flatMap { $0 }).isTooLarge)
    #expect(
      EnvironmentBlock(Array(repeating: small, count: limit / 11 + 1).flatMap { $0 }).isTooLarge)
  }
}
