/// The numbers from 0 to `count` - 1, in an order. Whoever sorts calls this: each sort of the standard library that
/// the compiler makes for a type and a closure takes some kilobytes.
/// - Parameters:
///   - count: how many.
///   - precedes: whether the first of two has to stand before the second. Where neither has to, they stay as they are.
/// - Returns: the numbers, each once.
@inline(never)
package func sortedIndices(_ count: Int, by precedes: (Int, Int) -> Bool) -> [Int] {
  (0..<count).sorted(by: precedes)
}
