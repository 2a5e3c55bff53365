import NamespaceValues
import Testing

@testable import Unshare

/// The worked tables of the specification, and what must hold for any ranges.
struct IDMapLayoutTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let outer: UInt32
    let inner: UInt32
    let ranges: [IDRange]
    /// inner outer count, apart by commas.
    let map: String
    var testDescription: String { name }

    init(
      _ name: String, outer: UInt32, inner: UInt32, _ ranges: [(UInt32?, UInt32, UInt32)],
      _ map: String
    ) {
      self.name = name
      self.outer = outer
      self.inner = inner
      self.ranges = ranges.map { IDRange(inner: $0.0, outer: $0.1, count: $0.2) }
      self.map = map
    }
  }

  static let examples: [Example] = [
    Example("inner inside", outer: 0, inner: 3, [(0, 100000, 10)], "3 0 1, 0 100000 3, 4 100003 6"),
    Example("inner first", outer: 0, inner: 0, [(0, 100000, 10)], "0 0 1, 1 100000 9"),
    Example("inner last", outer: 0, inner: 9, [(0, 100000, 10)], "9 0 1, 0 100000 9"),
    Example("inner one past", outer: 0, inner: 10, [(0, 100000, 10)], "10 0 1, 0 100000 9"),
    Example("inner two past", outer: 0, inner: 11, [(0, 100000, 10)], "11 0 1, 0 100000 10"),
    Example("inner below", outer: 0, inner: 3, [(5, 100000, 10)], "3 0 1, 5 100000 10"),
    Example("outer inside", outer: 0, inner: 50, [(100, 0, 10)], "50 0 1, 100 1 9"),
    Example("both same", outer: 0, inner: 0, [(0, 0, 10)], "0 0 1, 1 1 9"),
    Example("both apart", outer: 0, inner: 5, [(0, 0, 10)], "5 0 1, 0 1 5, 6 6 4"),
    Example("one element hit", outer: 0, inner: 0, [(0, 100000, 1)], "0 0 1"),
    Example("one element missed", outer: 0, inner: 1, [(0, 100000, 1)], "1 0 1"),
    Example("zero count one past", outer: 0, inner: 5, [(4, 100000, 0)], "5 0 1"),
    Example(
      "two ranges", outer: 0, inner: 3, [(0, 100000, 5), (5, 200000, 5)],
      "3 0 1, 0 100000 3, 4 100003 1, 5 200000 5"),
    Example(
      "two ranges at their boundary", outer: 0, inner: 5, [(0, 100000, 5), (5, 200000, 5)],
      "5 0 1, 0 100000 4, 6 200000 4"),
    Example(
      "gap between", outer: 0, inner: 5, [(0, 100000, 5), (10, 200000, 5)],
      "5 0 1, 0 100000 4, 10 200000 5"),
    Example("auto inner", outer: 0, inner: 3, [(nil, 200000, 10)], "3 0 1, 0 200000 3, 4 200003 7"),
    Example("auto inner past end", outer: 0, inner: 10, [(nil, 200000, 10)], "10 0 1, 0 200000 10"),
    Example(
      "subids inner", outer: 0, inner: 200003, [(200000, 200000, 10)],
      "200003 0 1, 200000 200000 3, 200004 200003 6"),
    Example(
      "subids apart", outer: 0, inner: 0, [(200000, 200000, 10)], "0 0 1, 200000 200000 10"),
    Example(
      "helper outer inside", outer: 1001, inner: 0, [(10, 1000, 10)],
      "0 1001 1, 10 1000 1, 11 1002 8"),
    Example("helper outer first", outer: 1001, inner: 0, [(10, 1001, 10)], "0 1001 1, 10 1002 9"),
    Example("helper outer last", outer: 1001, inner: 0, [(10, 992, 10)], "0 1001 1, 10 992 9"),
    Example("helper outer one past", outer: 1001, inner: 0, [(10, 991, 10)], "0 1001 1, 10 991 9"),
    Example("helper outer two past", outer: 1001, inner: 0, [(10, 990, 10)], "0 1001 1, 10 990 10"),
    Example(
      "helper cross", outer: 1001, inner: 15, [(10, 1000, 10)],
      "15 1001 1, 10 1000 1, 11 1002 4, 16 1006 4"),
    Example(
      "helper inner then outer", outer: 1001, inner: 11, [(10, 995, 10)],
      "11 1001 1, 10 995 1, 12 996 5, 17 1002 3"),
    Example(
      "helper outer equals inner", outer: 1001, inner: 16, [(10, 995, 10)],
      "16 1001 1, 10 995 6, 17 1002 3"),
    // D-08: the original maps one id more than was delegated.
    Example(
      "auto over the own id", outer: 1001, inner: 0, [(nil, 1000, 10)],
      "0 1001 1, 1 1000 1, 2 1002 8"),
  ]

  @Test(arguments: examples)
  func workedExample(example: Example) {
    let own = IDMapping(inner: example.inner, outer: example.outer, count: 1)
    let map = IDMapLayout.mappings(of: example.ranges, own: own)
    #expect(
      map.map { "\($0.inner) \($0.outer) \($0.count)" }.joined(separator: ", ") == example.map)
  }

  @Test func withoutAnOwnIDRangesStayAsTheyAre() {
    let ranges = [
      IDRange(inner: 0, outer: 0, count: .max), IDRange(inner: nil, outer: 7, count: 3),
      IDRange(inner: 5, outer: 5, count: 0),
    ]
    #expect(
      IDMapLayout.mappings(of: ranges, own: nil) == [
        IDMapping(inner: 0, outer: 0, count: .max), IDMapping(inner: 0, outer: 7, count: 3),
      ])
    #expect(IDMapLayout.mappings(of: [], own: nil).isEmpty)
  }

  /// For one range and any own id: the pieces are disjoint from each other and from the own id
  /// on both sides, stay in order, and lose at most two ids.
  @Test func piecesNeverOverlap() {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      let range = IDRange(
        inner: .random(in: 0...30, using: &random), outer: .random(in: 0...30, using: &random),
        count: .random(in: 1...30, using: &random))
      let own = IDMapping(
        inner: .random(in: 0...60, using: &random), outer: .random(in: 0...60, using: &random),
        count: 1)
      let map = IDMapLayout.mappings(of: [range], own: own)
      #expect(map.first == own)
      for side in [\IDMapping.inner, \IDMapping.outer] {
        let ids = map.flatMap { mapping in
          (0..<mapping.count).map { mapping[keyPath: side] + $0 }
        }
        #expect(Set(ids).count == ids.count, "\(range) around \(own) gives \(map)")
      }
      let total = map.dropFirst().reduce(0) { $0 + Int($1.count) }
      #expect(total >= Int(range.count) - 2 && total <= Int(range.count))
    }
  }
}
