/// The id a network namespace has for the namespace that asks.
public enum NetworkID: Equatable, Sendable {
  case unassigned
  case number(Int32)
}
