import Bytes
import LaunchOptions
import NamespaceValues

// The grammars of single values.

/// `-t`: a process id, and after a colon the inode number of its pidfd.
func parseTarget(_ text: ByteString) throws(NsenterError) -> NsenterIntent.Target {
  var cursor = ByteCursor(text)
  guard let number = cursor.number(), !number.isNegative, number.magnitude != 0,
    let process = Int32(exactly: number.magnitude)
  else { throw .process(text) }
  if cursor.isAtEnd { return NsenterIntent.Target(ProcessID(process)) }
  // Wrong digits are refused before the process is looked at (docs/deviations.md D-117).
  guard cursor.skip(UInt8(ascii: ":")), let inode = cursor.number(), !inode.isNegative,
    !inode.isSaturated, inode.magnitude != 0, cursor.isAtEnd
  else { throw .process(text) }
  return NsenterIntent.Target(ProcessID(process), inode: inode.magnitude)
}

/// `-N`: the number of a descriptor. A negative one would switch the option off
/// (docs/deviations.md D-113).
func parseSocket(_ text: ByteString) throws(NsenterError) -> Int32 {
  do throws(NumberFault) { return try parseDescriptor(text) } catch {
    throw .socketNumber(text, error)
  }
}

/// `-S`: a number of 32 bits, or `follow`. A larger one would mean another id, at worst 0
/// (docs/deviations.md D-112).
func parseUser(_ text: ByteString) throws(LaunchOptionError) -> NsenterIntent.Identity<UserID> {
  if text == "follow" { return .ofTarget }
  return .id(try parseUserNumber(text, as: NumberGrammar.strictID))
}

/// `-G`: the same for groups.
func parseGroup(_ text: ByteString) throws(LaunchOptionError) -> NsenterIntent.Identity<GroupID> {
  if text == "follow" { return .ofTarget }
  return .id(try parseGroupNumber(text, as: NumberGrammar.strictID))
}

/// `--except`: kinds as they are called below /proc/PID/ns, comma-separated.
func parseKinds(_ list: ByteString) throws(NsenterError) -> NamespaceSet {
  var kinds: NamespaceSet = []
  for part in list.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
    let word = ByteString(part)
    guard let kind = NamespaceKind(named: word) else { throw .unknownKind(word) }
    kinds.formUnion(NamespaceSet(kind))
  }
  return kinds
}

/// What stands for a namespace: the name of a file, or after a colon the namespace's id.
enum NamespaceName: Equatable {
  case file(ByteString)
  case id(UInt64)

  init(_ text: ByteString) throws(NsenterError) {
    guard text.byte(at: 0) == UInt8(ascii: ":") else {
      self = .file(text)
      return
    }
    let digits = text.dropFirst(1)
    do throws(NumberFault) { self = .id(try NumberGrammar.strictUnsigned(digits)) } catch {
      throw .namespaceID(digits)
    }
  }
}
