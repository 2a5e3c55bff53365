import Bytes
import Kernel
public import NamespaceValues

extension NamespaceError {
  /// The kernel's answer; nil where this module refused by itself.
  public var errno: Errno? {
    switch self {
    case .open(_, let errno), .descriptor(_, let errno), .openProcess(_, let errno),
      .ask(_, let errno), .namespace(_, let errno), .unshare(_, let errno), .enter(_, let errno),
      .needsOneThread(_, let errno), .clone(_, let errno), .thread(let errno), .write(_, let errno),
      .setName(_, let errno), .bringLoopbackUp(let errno), .mount(_, let errno),
      .signal(_, let errno), .wait(let errno),
      .execute(_, let errno), .changeDirectory(_, let errno), .placeDescriptors(let errno),
      .setClocks(let errno), .endWithParent(let errno), .pipe(let errno):
      errno
    case .notNamespace, .wrongKind, .cannotCopyThreads, .mapTooLarge, .cancelled, .child:
      nil
    }
  }

  /// The sentence without the kernel's answer.
  private var sentence: ByteString {
    switch self {
    case .open(let path, _): "cannot open \(path)"
    case .descriptor(let number, _): "cannot take over descriptor \(number)"
    case .openProcess(let process, _): "cannot open process \(process.number)"
    case .notNamespace: "what was opened is no namespace"
    case .wrongKind(let found, let expected):
      "a namespace of kind \(expected.name) is needed, and this is \(found.map { "one of kind \($0.name)" } ?? "of a kind that is not known")"
    case .ask(let fact, _): "\(fact.request) was not answered"
    case .namespace(let kind, _): "cannot open the \(kind.name) namespace of the process"
    case .unshare(let kinds, _): "unshare of \(kinds.flagNames) failed"
    case .enter(let kinds, _): "setns to \(kinds.flagNames) failed"
    case .needsOneThread(let kinds, _):
      "\(kinds.flagNames) needs a process with one thread: clone a child for it"
    case .clone(let kinds, _): "clone with \(kinds.flagNames) failed"
    case .cannotCopyThreads:
      "this process has several threads, and Swift code cannot run in a copy of it: give clone a program to run"
    case .thread: "cannot start a thread"
    case .write(let path, _): "cannot write \(path)"
    case .mapTooLarge(let path): "\(path) takes less than \(IDMapping.largestMap) bytes"
    case .setName(let name, _): "cannot set the name \(name)"
    case .bringLoopbackUp: "cannot bring the interface lo up"
    case .mount(let path, _): "cannot mount or unmount at \(path)"
    case .signal(let signal, _): "cannot send SIG\(signal.name)"
    case .wait: "cannot wait for the child"
    case .cancelled: "the task that waited was cancelled"
    case .execute(let path, _): "cannot execute \(path)"
    case .changeDirectory(let path, _): "cannot change directory to \(path)"
    case .placeDescriptors: "cannot give the program its descriptors"
    case .setClocks: "cannot set the clocks of the child"
    case .child(let text): "the child failed: \(text)"
    case .endWithParent: "cannot arrange to end with the parent"
    case .pipe: "the pipe to the child failed"
    }
  }
}

extension NamespaceError: CustomStringConvertible {
  /// What failed, on what, and the kernel's answer: `unshare of CLONE_NEWNET failed: Operation not
  /// permitted (EPERM is 1)` without the words in parentheses.
  public var description: String {
    guard let errno else { return sentence.description }
    return ("\(sentence): \(errno.text)" as ByteString).description
  }
}

extension Errno: CustomStringConvertible {
  /// What strerror(3) says: `Operation not permitted`.
  public var description: String { text.description }
}

extension ChildStatus: CustomStringConvertible {
  /// `exited with 0`, or `killed by SIGTERM`.
  public var description: String {
    let sentence: ByteString =
      switch self {
      case .exited(let status): "exited with \(status)"
      case .killed(let signal): "killed by SIG\(signal.name)"
      }
    return sentence.description
  }

  /// What a shell makes of it: the status, or 128 and the number of the signal.
  public var shellStatus: Int32 {
    switch self {
    case .exited(let status): status
    case .killed(let signal): 128 + signal.number
    }
  }
}

extension ScopeError: CustomStringConvertible {
  /// What the error inside says.
  public var description: String {
    switch self {
    case .namespaces(let error): error.description
    case .work(let error): "\(error)"
    }
  }
}

extension NamespaceFact {
  /// The name of the request.
  var request: ByteString {
    switch self {
    case .kind: "NS_GET_NSTYPE"
    case .owner: "NS_GET_USERNS"
    case .parent: "NS_GET_PARENT"
    case .creator: "NS_GET_OWNER_UID"
    case .id: "NS_GET_ID"
    case .identity: "statx"
    }
  }
}

extension NamespaceSet {
  /// The CLONE_NEW* flags by their names.
  var flagNames: ByteString {
    if kinds.isEmpty { return "no namespace" }
    return kinds.map { "\($0.flagName)" as ByteString }.joined(by: "|")
  }
}
