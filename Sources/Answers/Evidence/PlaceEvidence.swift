public import Bytes
public import Kernel
import Launch
import NamespaceValues
import Nsenter
import Targets

/// What is known of the path that a step was about.
public struct PlaceEvidence: Equatable, Sendable {
  /// The path itself and the directories above it, from the root on, as far as its name goes. Where a container
  /// was not found: the places of the engine whose files may not be read.
  public var looks: [Look] = []
  /// /proc/uptime, proc_uptime(5).
  public var uptime = Answer<[UInt8]>.unknown
  /// /proc/self/ns/time, whose clocks that shows.
  public var timeNamespace = Answer<ByteString>.unknown

  /// What lies at a path.
  public struct Look: Equatable, Sendable {
    /// The path.
    public let path: ByteString
    /// What was found there.
    public let answer: Answer<FileLook>

    /// - Parameter path: where it was looked.
    public init(_ path: ByteString, _ answer: Answer<FileLook>) {
      self.path = path
      self.answer = answer
    }
  }

  /// Nothing is known.
  public init() {}

  /// Looks where a step failed that has a path.
  public mutating func gather(about trouble: Trouble, from source: some EvidenceSource) {
    if case .nsenter(.named(let error)) = trouble.failure, let engine = error.unreadable {
      for place in engine.systemPlaces { look(at: place, in: source) }
    }
    guard case .launch(let failure) = trouble.failure else { return }
    switch failure {
    case .bind(source: _, let file, _):
      looks = [Look(file, source.look(at: file))]
    case .changeRoot(let path, .accessDenied), .changeDirectory(let path, .accessDenied):
      let slash = UInt8(ascii: "/")
      for (place, byte) in path.bytes.enumerated() where byte == slash && place > 0 {
        look(at: ByteString(path.bytes.prefix(place)), in: source)
      }
      look(at: path, in: source)
    case .writeOffsets:
      uptime = source.content(of: "/proc/uptime")
      timeNamespace = source.link(at: "/proc/self/ns/time")
    default: break
    }
  }

  private mutating func look(at path: ByteString, in source: some EvidenceSource) {
    // Longer names than anybody types take no time.
    if looks.count < 32 { looks.append(Look(path, source.look(at: path))) }
  }

  /// What a clock shows now that an offset puts below 0, in seconds; nil where it does not, or that is not
  /// known. Offsets count from the clocks of the first time namespace, and only there these are seen.
  func now(above offset: ClockOffset) -> UInt64? {
    guard timeNamespace.isFirst(.time) == true, let now = uptime.number, offset.seconds < 0,
      offset.seconds.magnitude > now
    else { return nil }
    return now
  }

  /// The path itself.
  public var last: Answer<FileLook> { looks.last?.answer ?? .unknown }
}
