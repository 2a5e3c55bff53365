import CKernel
import NamespaceValues

extension MountPropagation {
  /// The MS_* flag for mount(2); nil for `.unchanged`.
  var flag: UInt? {
    switch self {
    case .private: UInt(MS_PRIVATE)
    case .shared: UInt(MS_SHARED)
    case .slave: UInt(MS_SLAVE)
    case .unchanged: nil
    }
  }
}
