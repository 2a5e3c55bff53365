public import Bytes

/// A program and what it is started with, as a value: what a child of `clone` becomes.
public struct Program: Equatable, Sendable {
  /// Its file. Without a slash it is searched in the folders of PATH, that of `environment`, or of this process
  /// where that is nil; where there is none, in /bin and /usr/bin. A text file without `#!` is not started by a shell
  /// (ENOEXEC), and like all bytes for the kernel a path and an argument end at a NUL.
  public var path: ByteString
  /// What it is called, argv[0]; its path, where nil.
  public var name: ByteString?
  /// Its arguments, without its name.
  public var arguments: [ByteString]
  /// Its environment as `NAME=VALUE`; that of this process, where nil.
  public var environment: [ByteString]?
  /// The directory that it starts in, chdir(2); that of this process, where nil.
  public var workingDirectory: ByteString?
  /// The descriptors that it has beside 0, 1 and 2, or in their place.
  public var descriptors: [DescriptorPlacement] = []
  /// Whether descriptors that are not close-on-exec, and not in `descriptors`, stay open in it. In a program with
  /// libraries nobody knows which those are.
  public var keepsOtherDescriptors = false

  /// A program with its arguments.
  public init(_ path: ByteString, _ arguments: [ByteString] = []) {
    self.path = path
    self.arguments = arguments
  }

  /// A program that `unyoke` starts in the namespaces of the child, as the command line `unshare OPTIONS PROGRAM`
  /// does there, by the same executor: root and directory, mounts, ids, capabilities and what else unshare(1) has that needs no
  /// namespace made by itself. `--hostname`, `--loopback` and clocks do, and are refused; `CurrentProcess` has calls for the first two.
  /// What it refuses it says on standard error, and ends with status 1, 126 or 127.
  /// - Parameters:
  ///   - options: those of unshare(1), such as `--mount-proc` or `--cap-drop=ALL`. Without options that make namespaces there are none
  ///     but those of the child.
  ///   - program: what it starts in the end. Everything but its path, name and arguments counts for unyoke.
  ///   - unyoke: the file of unyoke.
  public static func through(
    unyoke: ByteString = "unyoke", _ options: [ByteString], _ program: Program
  ) -> Program {
    var started = program
    started.path = unyoke
    started.name = nil
    started.arguments = ["unshare"] + options + ["--", program.path] + program.arguments
    return started
  }
}

/// Which descriptor a program gets under which number, dup2(2).
public struct DescriptorPlacement: Hashable, Sendable {
  /// Its number in this process. It is neither changed nor closed here.
  public var source: Int32
  /// Its number in the program.
  public var target: Int32

  /// A descriptor under another number, or its own.
  public init(_ source: Int32, as target: Int32) {
    self.source = source
    self.target = target
  }
}
