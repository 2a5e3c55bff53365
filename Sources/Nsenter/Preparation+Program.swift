import Bytes
import Host
import Kernel
import Launch
import NamespaceValues

extension Preparation {
  /// `--exec-outer`: finds the program as execvp(3) would, by the caller's PATH, and holds it. It is what runs in
  /// the end, whatever has its name by then.
  /// - Returns: the loader that it names, if any.
  @inline(never)
  mutating func bringProgram(_ name: ByteString) throws(NsenterError) -> ByteString? {
    let file = try attempt(OpenFile(program: name)) { .execute(name, $0) }
    // The interpreter of a script would be one of the target, and would have to find the script again.
    // What may only be executed cannot be looked at, and is judged by the kernel.
    var loader: ByteString?
    if let start = try? file.read(atMost: 4096) {
      switch ProgramFile(start) {
      case .script: throw .isScript(name)
      case .other: throw .isNoProgram(name)
      case .native(let named): loader = named
      case .foreign: break
      }
    }
    files.program = consume file
    return loader
  }
}
