import Bytes
import Testing

@testable import Tables

/// The layout agrees with a second statement of its rules: trees, lines in cells, several columns
/// that may be cut, hidden ones, on terminals of any width.
struct LayoutPropertyTests {
  private struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
    mutating func isOneOf(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }
  }

  /// Letters with a few bytes that are shown otherwise; with more of them, and of newlines, in
  /// cells of several lines.
  private func randomText(
    _ longest: Int, isWrapped: Bool, _ random: inout Generator
  ) -> String {
    let special: [UInt8] = isWrapped ? [7, 9, 10, 10] : [7, 9, 10, 92, 92, 120, 32, 127]
    return String(
      decoding: (0..<Int.random(in: 0...longest, using: &random)).map { _ in
        random.isOneOf(isWrapped ? 3 : 12)
          ? special[Int.random(in: 0..<special.count, using: &random)]
          : UInt8.random(in: 0x61...0x7a, using: &random)
      }, as: UTF8.self)
  }

  private func randomModel(_ random: inout Generator) -> LayoutModel {
    var kinds = [
      Sample.ns, Sample.type, Sample.nprocs, Sample.pid, Sample.user, Sample.uid, Sample.nsfs,
      Sample.flatCommand, Sample.flatCommand,
    ]
    if random.isOneOf(2) {
      kinds += [Sample.command, Sample.command, Sample.command]
    } else if random.isOneOf(2) {
      kinds.append(Sample.nsTree)
    }
    var columns = (0..<Int.random(in: 1...7, using: &random)).map { _ -> TableColumn in
      kinds[Int.random(in: 0..<kinds.count, using: &random)]
    }
    if random.isOneOf(4) {
      var hidden = Sample.uid
      hidden.isHidden = true
      columns.append(hidden)
    }
    let longest = [1, 4, 6, 12, 60][Int.random(in: 0..<5, using: &random)]
    let isUneven = random.isOneOf(3)
    let rows = (0..<Int.random(in: 1...8, using: &random)).map { row in
      (
        cells: columns.map {
          randomText(
            isUneven && random.isOneOf(2) ? 3 : longest, isWrapped: $0.isWrapped, &random)
        }, parent: row > 0 && !random.isOneOf(3) ? Int.random(in: 0..<row, using: &random) : nil
      )
    }
    return LayoutModel(
      columns: columns, rows: rows,
      width: random.isOneOf(3) ? nil : Int.random(in: 1...140, using: &random),
      hasHeading: !random.isOneOf(3))
  }

  @Test(arguments: 1...8) func agreesWithASecondStatement(seed: UInt64) {
    var random = Generator(state: seed)
    for round in 0..<2500 {
      let model = randomModel(&random)
      let found = plain(
        table(model.columns, model.rows.map { ($0.cells, $0.parent) }), width: model.width,
        hasHeading: model.hasHeading, unicode: false)
      guard found == model.text else {
        let columns = model.columns.map { $0.name.text }.joined(separator: ",")
        Issue.record(
          """
          seed \(seed), round \(round), \(columns), width \(model.width.map { "\($0)" } ?? "none"):
          \(found)
          the model says:
          \(model.text)
          """)
        return
      }
    }
  }
}
