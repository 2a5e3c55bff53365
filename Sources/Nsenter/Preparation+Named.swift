import Kernel
import Launch
import NamespaceValues
import Targets

extension Preparation {
  /// Finds the target by its name, and holds it. Before anything of it is opened: it is one process from here
  /// on, whoever gets its number.
  mutating func findTarget(_ name: TargetName, _ search: TargetSearch) throws(NsenterError) {
    var found: HeldTarget
    do throws(NamedTargetError) { found = try search.find(name) } catch { throw .named(error) }
    let process = NsenterIntent.Target(ProcessID(found.process))
    intent.target = process
    files.target = found.handle.take()
    files.targetDirectory = found.directory.take()
    target.adopt(process, hasHandle: files.target != nil)
  }
}
