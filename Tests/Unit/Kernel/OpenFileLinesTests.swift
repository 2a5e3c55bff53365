import Bytes
import Foundation
import Testing

@testable import Kernel

/// Files of any length, with lines of any length.
struct OpenFileLinesTests {
  private func lines(of content: [UInt8]) throws -> [[UInt8]] {
    let path = "/tmp/lines.\(UUID().uuidString)"
    try Data(content).write(to: URL(filePath: path))
    defer { unlink(path) }
    var lines: [[UInt8]] = []
    try OpenFile(reading: ByteString(path.utf8)).forEachLine { lines.append(Array($0)) }
    return lines
  }

  private func line(_ count: Int) -> [UInt8] { [UInt8](repeating: 97, count: count) }

  @Test func handsOverEachLine() throws {
    #expect(try lines(of: []).isEmpty)
    #expect(try lines(of: [10]) == [[]])
    #expect(try lines(of: Array("a\n\nbc".utf8)) == [[97], [], [98, 99]])
  }

  /// Ends of lines on both sides of each end of the buffer.
  @Test(arguments: [8190, 8191, 8192, 8193, 16384, 100_000])
  func growsWhereALineIsLong(length: Int) throws {
    let all = [line(length), line(3), line(length), line(8192), line(length)]
    #expect(try lines(of: Array(all.joined(separator: [10]))) == all)
    #expect(try lines(of: Array(all.joined(separator: [10])) + [10]) == all)
  }

  @Test func passesOverWhatIsTooLong() throws {
    let limit = OpenFile.longestLine
    for count in [limit, limit + 1, 2 * limit, 2 * limit + 1, 3 * limit - 1] {
      let content = line(5) + [10] + line(count) + [10] + line(6) + [10] + line(count)
      #expect(try lines(of: content) == [line(5), line(6)], "\(count)")
    }
    #expect(try lines(of: line(limit - 1) + [10]).map(\.count) == [limit - 1])
  }
}
