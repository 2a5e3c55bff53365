/// How the options of one program stand to each other, for shells that complete: what is of no use
/// beside what stands there already is not offered. A unit test of each program holds all of it
/// against what its options do.
public struct OptionRelations<ID: Equatable & Sendable>: Sendable {
  /// Groups of options of which a second one is refused.
  public let exclusive: [[ID]]
  /// Groups of options of which a later one takes the place of an earlier one.
  public let replacing: [[ID]]
  /// Options that say what another one says already.
  public let implied: [Implication]
  /// Those with a value that add to what was given before.
  public let repeatable: [ID]
  /// Those that end the program at once, whatever stands beside them.
  public let concluding: [ID]
  /// Those that go with no operand.
  public let withoutOperand: [ID]

  /// Options that change nothing beside another one, as long as they have no value.
  public struct Implication: Sendable {
    /// The option that implies.
    public let by: ID
    /// Those that change nothing beside it.
    public let options: [ID]

    /// What one option implies.
    public init(by: ID, _ options: [ID]) {
      self.by = by
      self.options = options
    }
  }

  /// No relations but those that are given.
  public init(
    exclusive: [[ID]] = [], replacing: [[ID]] = [], implied: [Implication] = [],
    repeatable: [ID] = [], concluding: [ID] = [], withoutOperand: [ID] = []
  ) {
    self.exclusive = exclusive
    self.replacing = replacing
    self.implied = implied
    self.repeatable = repeatable
    self.concluding = concluding
    self.withoutOperand = withoutOperand
  }

  /// With those of further options.
  public func adding(_ other: OptionRelations) -> OptionRelations {
    OptionRelations(
      exclusive: exclusive + other.exclusive, replacing: replacing + other.replacing,
      implied: implied + other.implied, repeatable: repeatable + other.repeatable,
      concluding: concluding + other.concluding,
      withoutOperand: withoutOperand + other.withoutOperand)
  }

  /// The options that are refused beside one or take its place.
  public func alternatives(to id: ID) -> [ID] {
    (exclusive + replacing).filter { $0.contains(id) }.flatMap { $0 }.filter { $0 != id }
  }

  /// The options that one implies.
  public func implications(of id: ID) -> [ID] {
    implied.filter { $0.by == id }.flatMap { $0.options }
  }
}
