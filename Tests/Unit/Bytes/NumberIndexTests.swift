import Testing

@testable import Bytes

struct NumberIndexTests {
  @Test func findsWhatWasSet() {
    var index = NumberIndex()
    #expect(index[0] == nil)
    // As namespaces have them, in a row, and numbers that collide in the lower bits.
    let numbers = (0..<5000).map { UInt64(4_026_531_834 + $0) } + (0..<5000).map { $0 << 40 }
    for (place, number) in numbers.enumerated() { index.set(number, to: place) }
    for (place, number) in numbers.enumerated() { #expect(index[number] == place) }
    #expect(index[4_026_531_833] == nil)
    #expect(index[.max] == nil)
  }

  @Test func setsAnew() {
    var index = NumberIndex()
    index.set(7, to: 1)
    index.set(7, to: 2)
    #expect(index[7] == 2)
  }
}
