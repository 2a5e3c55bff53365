// A program that lists namespaces by the library, and prints the listing as JSON: listing [WORD...]
// It is a process of its own: what it has open is not what other tests open.
import Foundation
import NamespaceInventory
import Synchronization

/// How many descriptors are open.
func openDescriptors() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
}

/// Lists a thousand times, and prints how many descriptors that left open.
func listAgainAndAgain(_ request: NamespaceListing.Request) throws {
  _ = try NamespaceListing.take(request)
  let before = openDescriptors()
  for _ in 0..<1000 { _ = try NamespaceListing.take(request) }
  print(openDescriptors() - before)
}

/// Lists in many threads at once, and prints how many listings there were and how many of them took what
/// another one had open for held.
func listAtOnce(_ request: NamespaceListing.Request) {
  let own = ProcessID(getpid())
  let counts = Mutex((listings: 0, mistaken: 0))
  DispatchQueue.concurrentPerform(iterations: 200) { _ in
    guard let listing = try? NamespaceListing.take(request) else { return }
    let isMistaken = listing.namespaces.contains { namespace in
      namespace.holders.contains { $0.process == own && $0.discovery == .descriptor }
    }
    counts.withLock {
      $0.listings += 1
      if isMistaken { $0.mistaken += 1 }
    }
  }
  print(counts.withLock { "\($0.listings) \($0.mistaken)" })
}

var request = NamespaceListing.Request()
for word in CommandLine.arguments.dropFirst() {
  switch word {
  case "--folder": request.acceptsFolder = true
  case "--members": request.includesMembers = true
  case "--again-and-again":
    try listAgainAndAgain(request)
    exit(0)
  case "--at-once":
    listAtOnce(request)
    exit(0)
  case "--holders": request.includesAllHolders = true
  default: request.root = ByteString(word) ?? ""
  }
}
do throws(NamespaceListingError) {
  let listing = try NamespaceListing.take(request)
  FileHandle.standardOutput.write((try? JSONEncoder().encode(listing)) ?? Data())
  print()
} catch {
  print("error: \(error)")
  exit(1)
}
