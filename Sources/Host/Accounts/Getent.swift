import Bytes
import CKernel
import Kernel
import Namespaces

/// getent(1), which asks the services of the machine's own libc. By absolute path and with an empty
/// environment: the caller's PATH has no say in who answers for an identity.
enum Getent {
  /// Asks for keys of a database. A key never counts as an option.
  /// - Returns: the answer, and whether every key was found.
  /// - Throws: EIO where it failed or was killed, EFBIG, EBADMSG, or why it could not be started.
  static func ask(
    _ database: ByteString, _ keys: ArraySlice<ByteString>
  ) throws(Errno) -> (answer: GetentAnswer, isComplete: Bool) {
    var output: Int32 = -1
    let process = try Errno.check(
      withArguments(["getent", "--", database] + keys) {
        uy_spawn("/usr/bin/getent", $0, &output)
      })
    var status: Int32 = 0
    let (content, error) = read(OwnedDescriptor(raw: output))
    // Always reaped; what could not be read is the first thing to say.
    let ended = uy_wait_spawned(process, &status)
    if let error { throw error }
    try Errno.check(ended)
    guard uy_exited(status) else { throw .inputOutput }
    switch uy_exit_status(status) {
    case 0: return (try GetentAnswer(content), true)
    case 2: return (try GetentAnswer(content), false)
    default: throw .inputOutput
    }
  }

  /// Closes the pipe at its end, so that a helper that goes on writing ends.
  private static func read(_ pipe: consuming OwnedDescriptor) -> ([UInt8], Errno?) {
    do throws(Errno) { return (try pipe.readAccounts(), nil) } catch { return ([], error) }
  }

  /// The words as a C array that ends in a null pointer, all in one block.
  private static func withArguments(
    _ words: [ByteString], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Int32
  ) -> Int32 {
    var block: [UInt8] = []
    for word in words {
      block += word.bytes
      block.append(0)
    }
    return block.withUnsafeMutableBytes { block in
      let vector = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(
        capacity: words.count + 1)
      defer { vector.deallocate() }
      var next = block.baseAddress?.assumingMemoryBound(to: CChar.self)
      for (index, word) in words.enumerated() {
        vector[index] = next
        next = next.map { $0 + word.count + 1 }
      }
      vector[words.count] = nil
      return body(vector)
    }
  }
}

extension OwnedDescriptor {
  /// Reads to the end, at most 64 MiB: about a million accounts. In an entered root the files may be
  /// anything.
  /// - Throws: EFBIG where there is more.
  func readAccounts() throws(Errno) -> [UInt8] {
    var content: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16384)
    while true {
      let count = try Errno.check(uy_read(raw, &chunk, chunk.count))
      if count == 0 { return content }
      if content.count + count > 64 << 20 { throw .fileTooLarge }
      content.append(contentsOf: chunk[..<count])
    }
  }
}
