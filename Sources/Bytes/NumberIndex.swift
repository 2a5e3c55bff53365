/// Finds places in an array by a number, such as the inode number of a namespace, in constant time.
/// The program ships without Dictionary (docs/embedded-rules.md).
package struct NumberIndex: Sendable {
  /// -1 where a slot is free; as many slots as a power of two.
  private var places: [Int32] = []
  private var numbers: [UInt64] = []
  private var count = 0

  /// An index of nothing, which takes no memory yet.
  public init() {}

  /// The place of a number.
  public subscript(number: UInt64) -> Int? {
    if places.isEmpty { return nil }
    let place = places[slot(of: number)]
    return place < 0 ? nil : Int(place)
  }

  /// Sets the place of a number, which must be below 2^31.
  public mutating func set(_ number: UInt64, to place: Int) {
    // At most half full, so that runs of taken slots stay short.
    if 2 * (count + 1) > places.count { grow() }
    let slot = slot(of: number)
    if places[slot] < 0 { count += 1 }
    numbers[slot] = number
    places[slot] = Int32(truncatingIfNeeded: place)
  }

  /// The slot that holds a number, or the free one where it belongs.
  private func slot(of number: UInt64) -> Int {
    // Numbers of namespaces follow each other; the factor (2^64 divided by the golden ratio)
    // spreads them, and the upper bits are the well mixed ones.
    let hash = (number &* 0x9e37_79b9_7f4a_7c15) >> 32
    let mask = places.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while places[slot] >= 0, numbers[slot] != number { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let (oldPlaces, oldNumbers) = (places, numbers)
    let count = max(64, 2 * oldPlaces.count)
    places = Array(repeating: -1, count: count)
    numbers = Array(repeating: 0, count: count)
    for (old, place) in oldPlaces.enumerated() where place >= 0 {
      let slot = slot(of: oldNumbers[old])
      numbers[slot] = oldNumbers[old]
      places[slot] = place
    }
  }
}
