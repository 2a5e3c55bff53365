import Bytes
import Kernel
import NamespaceValues

/// Scans all processes, on all processors where there are enough of them.
///
/// They are scanned in rounds. In a round nothing is taken in, so that what scans know stays as it is
/// while others read it; then all of it is, in the order of /proc. So what comes out does not depend on how
/// many threads there are, nor on which is faster.
final class ScanTeam {
  /// How many processes make threads worth it: to start and end one takes as long as to look at two
  /// or three, and two threads do not look twice as fast.
  static let usualWorth = 200
  /// Those at the beginning are scanned alone: most others are in the same namespaces.
  private static let leaders = 16
  /// For each thread, in one round: what they find is in memory at once.
  private static let share = 64

  private let context: ScanContext
  private let builder: InventoryBuilder
  private let worth: Int
  private let workers: Int
  /// One for each thread.
  private var scans: [ProcessScan]
  private var crew: Crew?
  private var mayShare = true
  /// This process, as /proc numbers it.
  private var own: UInt64?
  private var found = ProcessFindings()
  private var room: [ProcessFindings] = []

  /// - Parameters:
  ///   - workers: how many threads there may be; one for each processor, where nil.
  ///   - worth: how many processes there have to be.
  init(
    _ context: ScanContext, _ builder: InventoryBuilder, workers: Int? = nil,
    worth: Int = usualWorth
  ) {
    (self.context, self.builder) = (context, builder)
    self.workers = workers ?? Crew.processors
    self.worth = worth
    scans = [ProcessScan(context, knowing: builder.knowledge)]
  }

  /// Scans processes and takes in what is found.
  /// - Parameter entries: their directories below /proc, in its order.
  func scan(_ entries: [NumberedEntry]) {
    guard workers > 1, mayShare, entries.count >= max(worth, 1) else {
      return scanAlone(entries[...])
    }
    scanAlone(entries.prefix(Self.leaders))
    var rest = entries.dropFirst(Self.leaders)
    if crew == nil { assemble() }
    while let crew, mayShare, !builder.isOver, !rest.isEmpty {
      let round = rest.prefix(room.count)
      scanTogether(round, crew)
      rest = rest.dropFirst(round.count)
    }
    scanAlone(rest)
  }

  private func assemble() {
    own = try? context.proc.readLink("self") { text in
      text.reduce(0) { $0 &* 10 &+ UInt64(decimalValue($1) ?? 0) }
    }
    crew = Crew(workers: workers)
    guard let size = crew?.size, size > 1 else {
      mayShare = false
      return
    }
    while scans.count < size {
      scans.append(ProcessScan(context, knowing: builder.knowledge))
    }
    room = [ProcessFindings](repeating: ProcessFindings(), count: Self.share * size)
  }

  private func scanAlone(_ entries: ArraySlice<NumberedEntry>) {
    for entry in entries where !builder.isOver {
      scans[0].scan(entry, into: &found)
      builder.take(found)
    }
  }

  private func scanTogether(_ entries: ArraySlice<NumberedEntry>, _ crew: Crew) {
    let (scans, own) = (scans, own)
    room.withUnsafeMutableBufferPointer { room in
      // Each place is one thread's.
      nonisolated(unsafe) let room = room
      crew.share(entries.count) { worker, piece in
        let entry = entries[entries.startIndex + piece]
        // While others work it holds the namespaces that they ask.
        if entry.number == own { return }
        scans[worker].scan(entry, into: &room[piece])
      }
    }
    for (entry, place) in zip(entries, room.indices) where !builder.isOver {
      if entry.number == own {
        scanAlone([entry])
      } else if room[place].namespaces.fault == nil {
        builder.take(room[place])
      } else {
        // Together they may have run out of descriptors, where one has enough.
        mayShare = false
        scanAlone([entry])
      }
    }
  }
}
