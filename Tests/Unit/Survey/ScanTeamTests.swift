import Bytes
import Foundation
import Glibc
import Kernel
import NamespaceValues
import Testing

@testable import Survey

/// Many threads find what one finds. Also built with --sanitize=thread (docs/testing.md).
@Suite(.serialized) struct ScanTeamTests {
  private func inventory(_ request: InventoryRequest, workers: Int) throws -> [String] {
    let scan = try MachineScan(request, workers: workers, worth: 1)
    try scan.run()
    return scan.builder.finish().texts
  }

  private static func request(members: UInt64? = nil) -> InventoryRequest {
    var request = InventoryRequest()
    request.kinds = NamespaceSet(NamespaceKind.allCases)
    request.discovery = .all
    request.members = members
    (request.wantsUsers, request.wantsParentProcesses) = (true, true)
    (request.wantsRelations, request.wantsHolders) = (members == nil, members == nil)
    request.wantsNetworkIDs = true
    return request
  }

  /// Processes that sleep, so that there are more than one round has.
  private func withProcesses(_ count: Int, _ body: () throws -> Void) throws {
    let processes = try (0..<count).map { _ in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sleep")
      process.arguments = ["1000"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      return process
    }
    // They are born with all signals blocked that a thread of the test has blocked.
    defer {
      for process in processes {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
      }
    }
    try body()
  }

  @Test func sixteenFindWhatOneFinds() throws {
    let own = try FileFacts(of: "/proc/self/ns/uts").inode
    try withProcesses(60) {
      for request in [Self.request(), Self.request(members: own)] {
        // Other tests run at the same time: what is the same before and after counts. It may have
        // changed in between, but not each time.
        var isSame = false
        for _ in 0..<20 where !isSame {
          let before = try inventory(request, workers: 1)
          let found = try inventory(request, workers: 16)
          let after = Set(try inventory(request, workers: 1))
          let lasting = before.filter { after.contains($0) }
          let known = Set(lasting)
          isSame = !lasting.isEmpty && lasting == found.filter { known.contains($0) }
        }
        #expect(isSame)
      }
    }
  }

  @Test func aCrewDoesEachPieceOnce() throws {
    for workers in [0, 1, 2, 16, 1000] {
      let crew = try #require(Crew(workers: workers))
      #expect((1...16).contains(crew.size))
      for pieces in [0, 1, 5, 1000] {
        let counts = UnsafeMutablePointer<Int>.allocate(capacity: pieces)
        counts.initialize(repeating: 0, count: pieces)
        defer { counts.deallocate() }
        crew.share(pieces) { worker, piece in
          if worker >= 0, worker < crew.size { counts[piece] += 1 }
        }
        #expect((0..<pieces).allSatisfy { counts[$0] == 1 })
      }
    }
  }
}
