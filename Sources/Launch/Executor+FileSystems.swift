import Bytes
import Kernel
import Namespaces

/// The steps on proc(5) and binfmt_misc.
enum FileSystems {
  static func mount(_ type: ByteString, at path: ByteString) throws(LaunchFailure) {
    do throws(Errno) { try Calls.mountKernelFileSystem(type, at: path) } catch {
      throw .mount(path, error)
    }
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
    let place: OwnedDescriptor
    do throws(Errno) { place = try OwnedDescriptor(directory: directory) } catch {
      throw .open(directory, error)
    }
    let path: ByteString = "\(directory)/register"
    let register: OwnedDescriptor
    do throws(Errno) { register = try place.openForWriting("register") } catch {
      throw .open(path, error)
    }
    do throws(Errno) { try register.writeOnce(definition) } catch { throw .writeOwn(path, error) }
  }
}
