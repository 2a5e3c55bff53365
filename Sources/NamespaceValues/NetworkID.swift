/// The id a network namespace has for the namespace that asks.
public enum NetworkID: Equatable, Sendable {
  /// It has none.
  case unassigned
  /// This one.
  case number(Int32)
}
