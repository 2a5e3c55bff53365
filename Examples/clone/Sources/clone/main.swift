// The first program of every tutorial on namespaces: a parent has a child with clone(2), once in its own
// namespaces and once in new ones, and both say where they are.
//
//   swift run clone [PROGRAM [ARGUMENT...]]
//
// The child becomes the program; without one, the shell of $SHELL. As a plain user the child gets a user
// namespace too, in which that user is root: making the others needs CAP_SYS_ADMIN.
//
// Swift code runs in the child here, in a copy of this process, as in the C programs of the tutorials. That
// takes a process with one thread: no `async`, nothing of Dispatch, before `clone`.

import Glibc
import Namespaces

/// The kinds that the second child gets new ones of.
let apart: NamespaceSet = [.uts, .ipc, .pid]
let isRoot = geteuid() == 0

/// The namespaces that a process is in: the numbers that `ls -l /proc/self/ns` shows.
typealias Surroundings = [(kind: NamespaceKind, identity: NamespaceIdentity)]

func surroundings() throws(NamespaceError) -> Surroundings {
  var found: Surroundings = []
  for kind in [.uts, .ipc, .pid, .network] as [NamespaceKind] {
    found.append((kind, try CurrentProcess.namespace(kind).identity))
  }
  return found
}

/// Compares /proc/self/ns inside with what it was outside.
func compare(with outside: Surroundings) throws(NamespaceError) {
  for (outer, inner) in zip(outside, try surroundings()) {
    let whose = inner.identity == outer.identity ? "the parent's" : "new"
    print("child: \(inner.kind.name):[\(inner.identity.inode)] is \(whose)")
  }
}

/// What the child becomes: the words of the command line as they are, which need not be text.
func program() -> Program {
  let words = (1..<Int(CommandLine.argc)).compactMap { index in
    CommandLine.unsafeArgv[index].map { ByteString(cString: $0) }
  }
  if let path = words.first { return Program(path, Array(words.dropFirst())) }
  return Program(getenv("SHELL").map { ByteString(cString: $0) } ?? "/bin/sh")
}

/// Runs the program in a child and reports how it ended.
func run(_ program: Program, in kinds: NamespaceSet) throws {
  print("parent: I am \(CurrentProcess.process.number)")
  let outside = try surroundings()
  let child = try clone(kinds) { child throws(NamespaceError) in
    // The child exists and waits: what only its parent can do comes here.
    print("parent: the child is \(child.process.number)")
    // Said before anything the child says, also where the output is no terminal.
    fflush(nil)
    guard kinds.contains(.user) else { return }
    try child.writeSetgroups(.deny)
    try child.writeIDMap(.users, [IDMapping(inner: 0, outer: geteuid(), count: 1)])
    try child.writeIDMap(.groups, [IDMapping(inner: 0, outer: getegid(), count: 1)])
  } work: {
    print("child: I am \(CurrentProcess.process.number), my parent \(CurrentProcess.parent.number)")
    try compare(with: outside)
    // Returns only when it failed; the parent's `wait()` says so then.
    throw CurrentProcess.execute(program)
  }
  switch try child.wait() {
  case .exited(let status): print("parent: the child ended with status \(status)")
  case .killed(let signal): print("parent: the child was ended by SIG\(signal.name)")
  }
}

print("In the namespaces of the parent:")
try run(program(), in: [])
print("In namespaces of its own:")
try run(program(), in: isRoot ? apart : apart.union(.user))
