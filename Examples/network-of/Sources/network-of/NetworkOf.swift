// Looks into the network namespace of a process, from a program that goes on living in its own.
//
//   swift run network-of PID
//
// Namespaces belong to threads. A task of Swift concurrency changes its thread whenever it waits, so it must not
// enter one itself: `withNamespaces` does the work on a thread of its own, which is thrown away afterwards.
// Entering a network namespace needs CAP_SYS_ADMIN there and here; a plain user has that in no other user
// namespace than one of his own.

import Glibc
import Namespaces

@main
struct NetworkOf {
  static func main() async throws {
    guard CommandLine.arguments.count == 2, let number = Int32(CommandLine.arguments[1]) else {
      print("usage: network-of PID")
      exit(2)
    }
    let outside = try CurrentProcess.namespace(.network)
    // From here on it is this process, and never another one that got its number.
    let process = try ProcessHandle(ProcessID(number))

    // Two tasks at once: one looks outside while the other one is inside.
    async let own = interfaces()
    let theirs = try withNamespaces(.network, of: process) { interfaces() }
    print("inside:", theirs.joined(separator: " "))
    print("outside:", await own.joined(separator: " "))
    print("still outside:", try CurrentProcess.namespace(.network) == outside)
  }

  /// The interfaces of the calling thread's network namespace, getifaddrs(3), each once.
  static func interfaces() -> [String] {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return [] }
    defer { freeifaddrs(list) }
    var names: Set<String> = []
    var next = list
    while let entry = next?.pointee {
      if let name = entry.ifa_name { names.insert(String(cString: name)) }
      next = entry.ifa_next
    }
    return names.sorted()
  }
}
