public import Bytes

/// The first two numbers of a kernel's release, such as 6.1 of `6.1.0-18-amd64`.
public struct KernelRelease: Comparable, Sendable {
  private let major: UInt64
  private let minor: UInt64

  /// The release of these two numbers.
  public init(major: UInt64, minor: UInt64) {
    self.major = major
    self.minor = minor
  }

  /// What cannot be read counts as 0.
  public init(_ release: ByteString) {
    var cursor = ByteCursor(release)
    major = cursor.number()?.magnitude ?? 0
    minor = cursor.skip(UInt8(ascii: ".")) ? cursor.number()?.magnitude ?? 0 : 0
  }

  /// Which one came out first.
  public static func < (one: KernelRelease, other: KernelRelease) -> Bool {
    one.major != other.major ? one.major < other.major : one.minor < other.minor
  }
}
