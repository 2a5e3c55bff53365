import Bytes
import Host
import Kernel
import Launch
import NamespaceValues
import Nsenter

// The program could not be started. What is in there may be anybody's: it is shown by way of `safe`.

func executeHints(
  _ name: ByteString, _ errno: Errno, _ trouble: Trouble, _ evidence: Evidence
) -> [Hint] {
  if case .outer = trouble.plan?.program { return outerProgramHints(errno, trouble) }
  guard let program = evidence.program else { return [] }
  switch errno {
  case .noEntry:
    guard let file = program.chain.first else {
      if let hint = valueOfSupervision(name, trouble) { return [hint] }
      let hints = notFound(name, trouble, evidence, program)
      return hints + [possibleValue(name, trouble)].compactMap { $0 }
    }
    return missingInterpreter(of: file, program).map { [$0] } ?? []
  case .accessDenied:
    // A folder of PATH may be closed, whatever the word is: what that shows comes first.
    if program.chain.isEmpty, !name.bytes.contains(UInt8(ascii: "/")),
      let hint = wrongWord(name, trouble, program)
    {
      return [hint]
    }
    return forbiddenProgramHints(name, program, evidence)
  case .notPermitted: return refusedProgramHints(program, evidence)
  case .unknownFormat: return program.chain.first.flatMap { foreign($0) }.map { [$0] } ?? []
  default: return []
  }
}

/// The program is the caller's, and was found.
private func outerProgramHints(_ errno: Errno, _ trouble: Trouble) -> [Hint] {
  guard errno == .noEntry, let loader = trouble.circumstances.loader else { return [] }
  return [
    Hint(
      "outer-program-needs-loader",
      "it needs \(loader.shortPath), which is not in there; take a static program")
  ]
}

/// The file is there: then it is not what ENOENT is about.
private func missingInterpreter(
  of file: ProgramEvidence.File, _ program: ProgramEvidence
) -> Hint? {
  for (by, missing) in zip(program.chain, program.chain.dropFirst()) where missing.look.isAbsent {
    guard case .script = by.kind else {
      return Hint(
        "program-without-loader",
        "\(by.path.shortPath) is there, but not \(missing.path.shortPath), which loads it; take a static program"
      )
    }
    if missing.path.bytes.last == UInt8(ascii: "\r") {
      return Hint(
        "program-with-carriage-return",
        "the first line of \(by.path.shortPath) ends in a carriage return, as in DOS, which became part of the interpreter's name"
      )
    }
    return Hint(
      "program-without-interpreter",
      "\(by.path.shortPath) is there, but not its interpreter \(missing.path.shortPath)")
  }
  switch file.kind {
  case .foreign: return foreign(file)
  case .other where program.shell.isAbsent:
    return Hint(
      "program-without-shell",
      "\(file.path.shortPath) has no #! line, and there is no /bin/sh that it would be given to")
  case nil where file.look.value?.isRegular == true:
    return Hint(
      "program-perhaps-without-loader",
      "\(file.path.shortPath) is there; probably the interpreter or loader that it names is not")
  default: return nil
  }
}

/// It is for another kind of machine.
private func foreign(_ file: ProgramEvidence.File) -> Hint? {
  guard case .foreign(let machine) = file.kind else { return nil }
  let kind: ByteString =
    ProgramFile.name(of: machine).map { "\($0)" } ?? "machine \(machine) of elf(5)"
  return Hint(
    "program-for-another-machine",
    "\(file.path.shortPath) is built for \(kind), for which there is no interpreter here; unshare has --load-interp"
  )
}

/// There is no such file, as far as is known.
private func notFound(
  _ name: ByteString, _ trouble: Trouble, _ evidence: Evidence, _ program: ProgramEvidence
) -> [Hint] {
  if case .loginShell = trouble.plan?.program {
    return [missingShell(name, trouble, program)].compactMap { $0 }
  }
  if let hint = wrongWord(name, trouble, program) ?? otherRoot(trouble)
    ?? ownContainer(trouble, evidence, program)
  {
    return [hint]
  }
  if let path = program.elsewhere {
    let way: ByteString = trouble.couldTakePath ? ", or take the target's PATH by --env (-e)" : ""
    return [
      program.searchPath == nil
        ? Hint(
          "program-without-path",
          "there is \(path.shortPath), but without PATH only /bin and /usr/bin are searched; write the whole path"
        )
        : program.searchPath?.isEmpty == true
          ? Hint(
            "program-without-path",
            "there is \(path.shortPath), but PATH is empty, so that only the present folder is searched; write the whole path"
          )
          : Hint(
            "program-in-another-folder",
            "there is \(path.shortPath), but PATH does not have that folder; write the whole path\(way)"
          )
    ]
  }
  guard trouble.isAmongOthersFiles else { return [] }
  return [namedShell(name, trouble, program) ?? lookedUpInside(name, trouble, program)]
}

/// A word that is no name of a program.
private func wrongWord(
  _ name: ByteString, _ trouble: Trouble, _ program: ProgramEvidence
) -> Hint? {
  if name.isEmpty {
    return Hint(
      "program-is-empty", "the word for the program is empty; perhaps a variable in it is not set")
  }
  if name.bytes.allSatisfy({ decimalValue($0) != nil }) {
    return Hint(
      "program-is-number",
      trouble.entry == nil
        ? "\(name) was taken for the program; =VALUE follows an option that may have none"
        : "\(name) was taken for the program; --target takes one number, and =VALUE follows an option that may have none"
    )
  }
  let equals = name.bytes.firstIndex(of: UInt8(ascii: "="))
  if let equals, equals > 0, !name.bytes[..<equals].contains(UInt8(ascii: "/")) {
    return Hint(
      "program-is-assignment",
      "\(name.shortPath) was taken for the program; env(1) sets variables: env NAME=VALUE PROGRAM")
  }
  // A path with a blank is one all the same, unless its beginning is a program.
  let blank = name.bytes.firstIndex(of: UInt8(ascii: " "))
  if let blank,
    !name.bytes[..<blank].contains(UInt8(ascii: "/")) || program.firstWord.value?.isRegular == true
  {
    return Hint(
      "program-is-command-line",
      "\(name.shortPath) is one word; leave out its quotes, or have a shell take it apart: sh -c '...'"
    )
  }
  if isShellWord(name) {
    return Hint(
      "program-is-shell-word",
      "\(name) is no program but a word of the shell: sh -c '\(name) ...'")
  }
  return nil
}

/// Words that people type at a prompt, and that have no file.
private func isShellWord(_ name: ByteString) -> Bool {
  for word: StaticString in [
    "cd", "export", "source", ".", "ulimit", "umask", "set", "alias", "exec", "eval", "if", "for",
    "while",
  ] where name == word {
    return true
  }
  return false
}

/// nsenter enters the root of the mount namespace, and the target has another one.
private func otherRoot(_ trouble: Trouble) -> Hint? {
  guard let entry = trouble.entry, let target = entry.target, !entry.takesRoot,
    trouble.entered.contains(.mount), let root = trouble.targetRoot, root != "/"
  else { return nil }
  return Hint(
    "target-has-another-root",
    "the root directory of process \(target.process.number) is \(root.shortPath); --root (-r) takes it over"
  )
}

/// `-t 1`, in a container that has a PID namespace of its own: process 1 is the container's.
private func ownContainer(
  _ trouble: Trouble, _ evidence: Evidence, _ program: ProgramEvidence
) -> Hint? {
  // In a child whose parent is outside, the namespace is one that was entered.
  guard let plan = trouble.plan, trouble.entry?.target?.process.number == 1,
    trouble.isAmongOthersFiles, plan.fork == nil || program.isFirstInside == false,
    evidence.process.isInFirstPIDNamespace == false
  else { return nil }
  return Hint(
    "target-is-own-container",
    "process 1 is the init of this container, not of the host: have it share the host's PID namespace (--pid=host, hostPID)"
  )
}

/// No program was named, and the shell is not there.
private func missingShell(
  _ name: ByteString, _ trouble: Trouble, _ program: ProgramEvidence
) -> Hint? {
  if program.shell.value != nil {
    return Hint(
      "login-shell-missing",
      "no program was named, and the shell \(name.shortPath) of SHELL or the account is not there; name one, as /bin/sh"
    )
  }
  return program.shell.isAbsent ? noShell(trouble) : nil
}

private func noShell(_ trouble: Trouble) -> Hint {
  Hint(
    "no-shell-inside",
    trouble.entry == nil
      ? "there is no shell in there; name a program that there is"
      : "there is no shell in there; --exec-outer brings a program of yours, which must be static"
  )
}

/// A shell was named that is not there.
private func namedShell(
  _ name: ByteString, _ trouble: Trouble, _ program: ProgramEvidence
) -> Hint? {
  let short = name.afterLastSlash
  guard short == "bash" || short == "sh" || short == "zsh" || short == "ash" || short == "dash"
  else { return nil }
  if program.shell.isAbsent { return noShell(trouble) }
  guard program.shell.value != nil, short != "sh" else { return nil }
  return Hint("other-shell-inside", "there is no \(short) in there, but /bin/sh")
}

/// Where it was looked for, which says at least why a program that everybody has is not found.
private func lookedUpInside(
  _ name: ByteString, _ trouble: Trouble, _ program: ProgramEvidence
) -> Hint {
  if name.bytes.contains(UInt8(ascii: "/")) {
    return Hint(
      "program-looked-up-inside",
      "\(name.shortPath) was looked up inside; those of this side are there only without \(trouble.entry == nil ? "--root" : "--mount, --all, --root" as StaticString)"
    )
  }
  let whole = (program.searchPath ?? "/bin:/usr/bin").safe
  let path: ByteString = whole.count > 50 ? "\(ByteString(whole.bytes.prefix(47)))..." : whole
  let end: ByteString =
    trouble.entry?.takesEnvironment == true
    ? ", the target's" : trouble.couldTakePath ? "; --env (-e) takes the target's" : ""
  return Hint(
    "program-looked-up-inside", "\(name.shortPath) was looked up inside, along PATH=\(path)\(end)")
}

extension Trouble {
  /// Whether `--env` would change the PATH along which the program is looked up.
  fileprivate var couldTakePath: Bool {
    guard let entry else { return false }
    return entry.target != nil && !entry.takesEnvironment && isAmongOthersFiles
  }
}
