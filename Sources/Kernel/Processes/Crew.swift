import CKernel

/// Threads that share one work, this one among them, pthreads(7). Those that were started let no signal
/// in, and end with this value.
public final class Crew {
  private let crew: OpaquePointer

  /// How many processors this process may run on, sched_getaffinity(2).
  public static var processors: Int { Int(bitPattern: UInt(uy_processors())) }

  /// Starts threads, pthread_create(3). Where there may be no more of them there are fewer.
  /// - Parameter workers: how many there are to be with this one; at most 16.
  public init?(workers: Int) {
    guard let crew = uy_crew_start(max(workers, 1)) else { return nil }
    self.crew = crew
  }

  deinit { uy_crew_end(crew) }

  /// How many threads there are, this one included.
  public var size: Int { uy_crew_size(crew) }

  /// Has a function called once for each piece of a work, by whoever is free, and waits for all of it.
  /// - Parameters:
  ///   - pieces: how many there are.
  ///   - perform: called with who works, below `size`, and the number of the piece. Its calls must not
  ///     change what others use.
  public func share(_ pieces: Int, _ perform: (_ worker: Int, _ piece: Int) -> Void) {
    withoutActuallyEscaping(perform) { perform in
      let work = Work(perform)
      uy_crew_share(
        crew, max(pieces, 0),
        { work, worker, piece in
          guard let work else { return }
          Unmanaged<Work>.fromOpaque(work).takeUnretainedValue().perform(worker, piece)
        }, Unmanaged.passUnretained(work).toOpaque())
      // It is in use up to here.
      withExtendedLifetime(work) {}
    }
  }
}

private final class Work {
  let perform: (Int, Int) -> Void

  init(_ perform: @escaping (Int, Int) -> Void) { self.perform = perform }
}
