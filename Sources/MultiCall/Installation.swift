public import Bytes
import Kernel
import NamespaceValues

/// `unyoke --install`: gives the binary its names in a directory.
public struct Installation: Equatable, Sendable {
  /// How a name is given. A mode, an owner or a capability that is set on a hard link is that of
  /// every name, for they are one file; a copy has its own.
  public enum Form: Equatable, Sendable {
    /// link(2).
    case hardLink
    /// symlink(2).
    case symbolicLink
    /// A file of its own.
    case copy
  }

  /// Where the names are made.
  public let directory: ByteString
  /// How they are made.
  public let form: Form

  /// Says where and how; nothing is done yet.
  public init(directory: ByteString, form: Form) {
    self.directory = directory
    self.form = form
  }

  /// Makes all names that can be made. What is there is left alone, and is no failure where it is
  /// of the form that was asked for: an earlier run may have made it. Whoever may write to the
  /// directory may put links there at any time: none is written through.
  /// - Returns: what the kernel refused.
  public func run() -> [InstallFailure] {
    let binary: ByteString
    do throws(Errno) { binary = try FileLinks.ownBinary() } catch { return [.ownPath(error)] }
    var failures: [InstallFailure] = []
    for personality in Personality.allCases {
      let path: ByteString = "\(directory)/\(personality.name)"
      do throws(Errno) { try make(path, of: binary) } catch {
        if isWithoutDirectory(error) { return [.directory(directory, error)] }
        if error != .exists || !isMade(path, of: binary) {
          failures.append(.refused(path, form, error))
        }
      }
    }
    return failures
  }

  private func make(_ path: ByteString, of binary: ByteString) throws(Errno) {
    switch form {
    case .hardLink: try FileLinks.hard(to: binary, at: path)
    case .symbolicLink: try FileLinks.symbolic(to: binary, at: path)
    case .copy: try FileLinks.copy(at: path)
    }
  }

  private func isMade(_ path: ByteString, of binary: ByteString) -> Bool {
    switch form {
    case .hardLink: FileLinks.isHard(to: binary, at: path)
    case .symbolicLink: FileLinks.isSymbolic(to: binary, at: path)
    case .copy: FileLinks.isCopy(path)
    }
  }

  /// Whether it says that the directory is none, which is then the same for each name.
  private func isWithoutDirectory(_ errno: Errno) -> Bool {
    errno == .notDirectory || errno == .noEntry && (try? FileFacts(of: directory)) == nil
  }
}
