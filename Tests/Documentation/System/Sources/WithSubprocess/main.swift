import Glibc
import Namespaces
import Subprocess

// 1. A subprocess in new namespaces: unshare(1) is the program that is run.
let made = try await run(
  .name("unshare"),
  arguments: ["--user", "--map-root-user", "--pid", "--fork", "sh", "-c", "echo $$"],
  output: .string(limit: 100))
print("its number inside:", made.standardOutput, terminator: "")

// 2. Handles of a subprocess: by its pidfd.
_ = try await run(
  .name("unshare"),
  arguments: ["--user", "--map-root-user", "--uts", "sh", "-c", "echo; read line"],
  input: .inputWriter, output: .sequence, error: .discarded
) { execution in
  // It has said a word, so it is in its namespaces.
  for try await _ in execution.standardOutput { break }
  let process = try ProcessHandle(duplicating: execution.processIdentifier.processDescriptor)
  let uts = try NamespaceHandle(.uts, of: process)
  print("another host name:", try uts != CurrentProcess.namespace(.uts))

  // 3. A subprocess in a namespace that is open here: by its path, as swift-subprocess hands no descriptors on.
  let path = uts.withDescriptor { "/proc/\(getpid())/fd/\($0)" }
  let entered = try await run(
    .name("nsenter"),
    arguments: [
      "-t", "\(execution.processIdentifier)", "-U", "--preserve-credentials", "--uts=\(path)",
      "readlink", "/proc/self/ns/uts",
    ],
    output: .string(limit: 100))
  print("there:", entered.standardOutput == "uts:[\(uts.inode)]\n")
  try await execution.standardInputWriter.finish()
}

// 4. Not possible: swift-subprocess starts programs from threads of its own, which stay outside.
do {
  try unshare(.uts)
  let ours = try CurrentProcess.namespace(.uts).inode
  let started = try await run(
    .name("readlink"), arguments: ["/proc/self/ns/uts"], output: .string(limit: 100))
  print("it is where this thread is:", started.standardOutput == "uts:[\(ours)]\n")
} catch let error as NamespaceError {
  print(error)
}
