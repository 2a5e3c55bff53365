public import Bytes

extension Array {
  /// The first long name of an option with its dashes; nil where the option has no entry.
  public func name<ID: Equatable>(of id: ID) -> ByteString? where Element == OptionSpec<ID> {
    // By number, since copies of entries cost space in the binary.
    guard let index = indices.first(where: { self[$0].id == id }) else { return nil }
    return "--\(self[index].long)"
  }
}
