@testable import Survey

extension Inventory {
  /// Everything that a listing may show of it, in its order, to be compared.
  var texts: [String] {
    namespaces.map { namespace in
      """
      \(namespace.number) \(namespace.kind) \(namespace.memberCount) \
      \(String(describing: namespace.representative)) \(namespace.parentNumber) \
      \(namespace.ownerNumber) \(namespace.creator) \(namespace.ways.rawValue) \
      \(namespace.holders) \(String(describing: namespace.networkID))
      """
    } + members.map { "\($0)" } + unknownQuestions.map { "\($0)" }
  }
}
