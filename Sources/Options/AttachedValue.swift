public import Bytes

/// A value without one leading equals sign, which is for people who take the short form of an option
/// for the long one: `-n=FILE`, `-T=owner`.
public func withoutEquals(_ value: ByteString) -> ByteString {
  value.hasPrefix("=") ? value.dropFirst(1) : value
}
