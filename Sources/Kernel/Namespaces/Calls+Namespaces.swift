public import Bytes
import CKernel
public import NamespaceValues

// What belongs to the namespaces that this process is in.

extension Calls {
  /// unshare(2).
  public static func unshare(_ namespaces: NamespaceSet) throws(Errno) {
    try Errno.check(uy_unshare(namespaces.rawValue))
  }

  /// sethostname(2).
  public static func setHostName(_ name: ByteString) throws(Errno) {
    try Errno.check(name.withCString { uy_sethostname($0, name.count) })
  }

  /// setdomainname(2).
  public static func setDomainName(_ name: ByteString) throws(Errno) {
    try Errno.check(name.withCString { uy_setdomainname($0, name.count) })
  }

  /// Sets IFF_UP on the interface `lo`, netdevice(7).
  public static func bringLoopbackUp() throws(Errno) { try Errno.check(uy_loopback_up()) }

  /// The release of the running kernel, uname(2).
  public static func kernelRelease() throws(Errno) -> ByteString {
    var bytes = [CChar](repeating: 0, count: 256)
    try Errno.check(uy_kernel_release(&bytes, bytes.count))
    return bytes.withUnsafeBufferPointer { ByteString(cString: $0.baseAddress!) }
  }
}
