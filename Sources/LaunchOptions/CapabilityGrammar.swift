import Bytes
import Capabilities
import Host
import NamespaceValues

// The grammars of lists.

/// One capability: a name in any case, with or without `cap_`; a number, with or without it too.
func parseCapability(
  _ text: ByteString, of option: LaunchOption, known: CapabilitySet
) throws(LaunchOptionError) -> Capability {
  let lower = text.lowercased
  let word = lower.hasPrefix("cap_") ? lower.dropFirst(4) : lower
  // libcap reads a name as far as it goes, and a blank or a comma ends it.
  guard word.bytes.allSatisfy({ isLetterOfName($0) }) else {
    throw .unknownCapability(option, text)
  }
  let capability: Capability?
  if let digit = word.byte(at: 0), decimalValue(digit) != nil {
    var cursor = ByteCursor(word)
    guard let number = cursor.number(), cursor.isAtEnd else {
      throw .unknownCapability(option, text)
    }
    capability = Capability(number.magnitude)
  } else {
    guard let named = Capability(named: "cap_\(word)") else {
      throw .unknownCapability(option, text)
    }
    capability = named
  }
  guard let capability, known.contains(capability) else { throw .missingCapability(option, text) }
  return capability
}

/// What is meant by an item of a list.
enum CapabilityWord: Equatable {
  case one(Capability)
  case all

  init(
    _ text: ByteString, of option: LaunchOption, known: CapabilitySet
  ) throws(LaunchOptionError) {
    if isAll(text) {
      self = .all
    } else {
      self = .one(try parseCapability(text, of: option, known: known))
    }
  }
}

/// Comma-separated items, none of them empty.
func parseItems(
  _ text: ByteString, of option: LaunchOption
) throws(LaunchOptionError) -> [ByteString] {
  let items = text.bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
  for item in items where item.isEmpty { throw .emptyItem(option, text) }
  return items.map { ByteString($0) }
}

/// `+item,-item`: whether each is added, and what it is.
func parseSignedItems(
  _ text: ByteString, of option: LaunchOption
) throws(LaunchOptionError) -> [(isAdded: Bool, word: ByteString)] {
  var result: [(isAdded: Bool, word: ByteString)] = []
  for item in try parseItems(text, of: option) {
    let sign = item.byte(at: 0)
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      throw .unsigned(option, item)
    }
    if item.count == 1 { throw .emptyItem(option, text) }
    result.append((sign == UInt8(ascii: "+"), item.dropFirst(1)))
  }
  return result
}

/// libcap's text for the inheritable, ambient and bounding sets. libcap passes over what the kernel
/// does not know, so its items are looked at one by one too.
func parseInheritance(
  _ text: ByteString, known: CapabilitySet
) throws(LaunchOptionError) -> CapabilityInheritance {
  guard let sets = CapabilityInheritance(text) else { throw .inheritance(text) }
  for item in text.bytes.split(separator: UInt8(ascii: ",")) {
    let name = item.drop {
      $0 == UInt8(ascii: "!") || $0 == UInt8(ascii: "^") || $0 == UInt8(ascii: "%")
    }
    if name.isEmpty { throw .inheritance(text) }
    _ = try parseCapability(ByteString(name), of: .inheritance, known: known)
  }
  return sets
}

/// A securebit by setpriv's name for it.
func parseSecurebit(_ word: ByteString) throws(LaunchOptionError) -> Securebits {
  for (name, bit) in Securebits.named where word == name {
    if bit == .keepCapabilities { throw .keepCapabilities }
    return bit
  }
  throw .unknownSecurebit(word)
}

/// A group: a number, whether or not there is such a group, or else a name.
func parseGroup(
  _ text: ByteString, on host: some HostFacts
) throws(LaunchOptionError) -> GroupID {
  let group: GroupID?
  do throws(NumberFault) { group = GroupID(try NumberGrammar.strictID(text)) } catch {
    group = error == .invalid ? host.group(named: text) : nil
  }
  // The number that means "none" is no group.
  guard let group, group.number != .max else { throw .unknownGroup(text) }
  return group
}

private func isAll(_ text: ByteString) -> Bool {
  text.lowercased == "all"
}

private func isLetterOfName(_ byte: UInt8) -> Bool {
  (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
    || decimalValue(byte) != nil
}
