import Bytes
import Kernel
import NamespaceValues

// The steps on proc(5) and binfmt_misc.

extension Executor {
  static func mount(_ type: ByteString, at path: ByteString) throws(LaunchFailure) {
    try attempt(Calls.mountKernelFileSystem(type, at: path)) { .mount(path, $0) }
  }

  /// Keeps a mount made on top of `path` from travelling back to where its parent came from.
  static func makePrivate(_ path: ByteString) throws(LaunchFailure) {
    do throws(Errno) { try Calls.setPropagation(.private, below: path) } catch {
      // EINVAL: not a mount point, so there is no propagation of its own to change.
      if error != .invalidArgument { throw .makePrivate(path, error) }
    }
  }

  /// Registers a binary format. The directory is opened first and `register` below it, so that
  /// a name mounted over in between leads nowhere else.
  static func register(
    _ definition: ByteString, below directory: ByteString
  ) throws(LaunchFailure) {
    let place = try attempt(DirectoryHandle(directory)) { .open(directory, $0) }
    let path: ByteString = "\(directory)/register"
    let register = try attempt(place.openForWriting("register")) { .open(path, $0) }
    try attempt(register.writeOnce(definition)) { .writeOwn(path, $0) }
  }
}
