import CKernel
import Namespaces

extension MountPropagation {
  /// The MS_* flag for mount(2); nil for `.unchanged`.
  var flag: Int? {
    switch self {
    case .private: MS_PRIVATE
    case .shared: MS_SHARED
    case .slave: MS_SLAVE
    case .unchanged: nil
    }
  }
}
