import Bytes
import CNamespaces
import Kernel
import NamespaceValues

/// A program as execve(2) wants it, all of it in memory of its own: in a child of a process with threads nothing can
/// be made any more.
final class PreparedProgram {
  private let paths: CStringArray
  private let arguments: CStringArray
  private let environment: CStringArray
  /// One path, or none.
  private let directory: CStringArray
  private let placements: UnsafeMutableBufferPointer<(Int32, Int32)>
  private let copies: UnsafeMutableBufferPointer<Int32>
  private let keepsOthers: Bool
  /// Copies of the descriptors that it gets: a number that is not open now must not come to mean one of ours, such as the
  /// pipe or the pidfd that is made for the child.
  private let sources: HeldDescriptors
  let program: Program

  init(_ program: Program) throws(NamespaceError) {
    self.program = program
    sources = try HeldDescriptors(program.descriptors)
    let variables = program.environment ?? ownEnvironment()
    paths = try program.vector(program.candidates(in: variables))
    arguments = try program.vector([program.name ?? program.path] + program.arguments)
    environment = try program.vector(variables)
    directory = try program.vector(program.workingDirectory.map { [$0] } ?? [])
    placements = .allocate(capacity: program.descriptors.count)
    _ = placements.initialize(from: zip(sources.numbers, program.descriptors.map { $0.target }))
    copies = .allocate(capacity: program.descriptors.count)
    copies.initialize(repeating: -1)
    keepsOthers = program.keepsOtherDescriptors
  }

  deinit {
    placements.deallocate()
    copies.deallocate()
  }

  /// Calls a function with the whole, which is valid during the call only.
  func withPrepared<Result>(
    report: Int32, _ body: (UnsafePointer<un_program>) -> Result
  ) -> Result {
    let pairs = UnsafeRawPointer(placements.baseAddress)
    var whole = un_program(
      paths: UnsafeRawPointer(paths.start).assumingMemoryBound(to: UnsafePointer<CChar>?.self),
      arguments: arguments.start,
      environment: environment.start,
      directory: directory.start.pointee,
      descriptors: pairs?.assumingMemoryBound(to: (Int32, Int32).self),
      descriptor_count: placements.count, copies: copies.baseAddress, keeps_others: keepsOthers,
      report: report)
    return withExtendedLifetime(self) { withUnsafePointer(to: &whole) { body($0) } }
  }

  /// What a child or this process failed at.
  func failure(_ fault: un_fault) -> NamespaceError {
    let errno = Errno(fault.error)
    return switch un_step(UInt32(truncatingIfNeeded: fault.step)) {
    case un_step_clocks: .setClocks(errno)
    case un_step_descriptors: .placeDescriptors(errno)
    case un_step_directory: .changeDirectory(program.workingDirectory ?? "", errno)
    default: .execute(program.path, errno)
    }
  }
}

/// Copies of descriptors, as long as they are needed.
private final class HeldDescriptors {
  let numbers: [Int32]

  init(_ placements: [DescriptorPlacement]) throws(NamespaceError) {
    var numbers: [Int32] = []
    for placement in placements {
      let copy = un_duplicate(placement.source)
      if copy < 0 {
        for number in numbers { un_close(number) }
        throw .placeDescriptors(Errno(-copy))
      }
      numbers.append(copy)
    }
    self.numbers = numbers
  }

  deinit {
    for number in numbers { un_close(number) }
  }
}

extension Program {
  /// Where it may be: execvp(3), with a PATH that names no folder where the C library has one of its own.
  fileprivate func candidates(in variables: [ByteString]) -> [ByteString] {
    let slash = UInt8(ascii: "/")
    if path.isEmpty || path.bytes.contains(slash) { return [path] }
    let folders = variables.first { $0.hasPrefix("PATH=") }?.dropFirst(5) ?? "/bin:/usr/bin"
    return folders.bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).map {
      // An empty one is the working directory.
      $0.isEmpty ? path : "\(ByteString($0))/\(path)"
    }
  }

  fileprivate func vector(_ strings: [ByteString]) throws(NamespaceError) -> CStringArray {
    guard let vector = CStringArray(strings) else { throw .execute(path, .noMemory) }
    return vector
  }
}

/// The environment of this process, environ(7).
private func ownEnvironment() -> [ByteString] {
  var strings: [ByteString] = []
  var place: UnsafePointer<UnsafeMutablePointer<CChar>?>? = UnsafePointer(un_environment())
  while let here = place, let string = here.pointee {
    strings.append(ByteString(cString: string))
    place = here + 1
  }
  return strings
}
