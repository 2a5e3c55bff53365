import Foundation
import Namespaces

/// The network interfaces that the calling thread sees. What is below /proc/self is the first thread's.
@Sendable func interfaces() throws -> [Substring] {
  let table = try String(contentsOfFile: "/proc/thread-self/net/dev", encoding: .utf8)
  return table.split(separator: "\n").dropFirst(2).compactMap { $0.split(separator: ":").first }
    .map { $0.drop { $0 == " " } }
}

/// Those of another process. The task, and whatever thread it goes on on, stays where it is.
func interfaces(of process: ProcessID) async throws -> [Substring] {
  let process = try ProcessHandle(process)
  return try withNamespaces(.network, of: process) { try interfaces() }
}

let outside = try interfaces()
let target = CommandLine.arguments.dropFirst().first.flatMap { Int32($0) } ?? 1
do {
  print("there:", try await interfaces(of: ProcessID(target)))
  print("alone:", try withNamespaces(.network) { try interfaces() })
} catch {
  // Both need CAP_SYS_ADMIN, as setns(2) and unshare(2) do.
  print(error)
}
print("still here:", try interfaces() == outside)
