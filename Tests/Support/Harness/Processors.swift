import Glibc

/// The CPUs of the machine.
public enum Processors {
  /// The numbers of those that this process may run on; at least one.
  public static let allowed: [Int] = {
    var set = cpu_set_t()
    guard sched_getaffinity(0, MemoryLayout<cpu_set_t>.size, &set) == 0 else { return [0] }
    let numbers = withUnsafeBytes(of: &set) { bytes in
      (0..<bytes.count * 8).filter { bytes[$0 / 8] & (1 << ($0 % 8)) != 0 }
    }
    return numbers.isEmpty ? [0] : numbers
  }()
}
