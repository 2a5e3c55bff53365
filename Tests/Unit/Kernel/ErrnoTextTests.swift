import Bytes
import Glibc
import Kernel
import NamespaceValues
import Testing

/// The table of errors, beside glibc: nobody sets the locale here, so it speaks as in the C locale.
struct ErrnoTextTests {
  @Test(arguments: Array(Int32(0)...133) + [134, 135, 512, 4095, -1, .max, .min])
  func textIsStrerrors(code: Int32) {
    let theirs = ByteString(cString: strerror(code))
    #expect(Errno(code).text == theirs)
  }
}
