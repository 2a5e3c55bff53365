import Bytes
import Host
import NamespaceValues

// The grammars of single values; those of id ranges are in IDRangeSource.swift.

/// `-S`, `-G`: an id of 32 bits; a larger number would mean another id, at worst 0
/// (docs/deviations.md D-14). Names are not accepted.
func strictID(_ text: ByteString) throws(NumberFault) -> UInt32 {
  let number = try NumberGrammar.strictUnsigned(text)
  // The largest number of 64 bits is what the original takes for -1, and so do we: the kernel
  // refuses it.
  if number == .max { return .max }
  guard let id = UInt32(exactly: number) else { throw .outOfRange }
  return id
}

/// `--map-user`: a number, whether or not there is such a user, or else a name.
func parseInnerUser(_ text: ByteString, on host: some HostFacts) throws(UnshareError) -> UserID? {
  do throws(NumberFault) {
    let user = UserID(try NumberGrammar.strictID(text))
    // The number that means "none" is refused, but a database may have it all the same.
    guard user.number == .max else { return user }
    guard host.loginName(of: user) != nil else { throw NumberFault.outOfRange }
    return nil
  } catch {
    guard error == .invalid, let user = host.user(named: text) else { throw .innerUser(text) }
    return user.number == .max ? nil : user
  }
}

/// `--map-group`: the same for groups.
func parseInnerGroup(
  _ text: ByteString, on host: some HostFacts
) throws(UnshareError) -> GroupID? {
  do throws(NumberFault) {
    let group = GroupID(try NumberGrammar.strictID(text))
    guard group.number == .max else { return group }
    guard host.exists(group) else { throw NumberFault.outOfRange }
    return nil
  } catch {
    guard error == .invalid, let group = host.group(named: text) else {
      throw .innerGroup(text)
    }
    return group.number == .max ? nil : group
  }
}

/// `--owner`: `uid:gid` in numbers; 4294967295 or -1 leaves that half as it is.
func parseOwner(_ text: ByteString) throws(UnshareError) -> (UserID?, GroupID?) {
  var cursor = ByteCursor(text)
  guard let user = cursor.number(), cursor.skip(UInt8(ascii: ":")),
    let group = cursor.number(), cursor.isAtEnd
  else { throw .owner(.invalid) }
  return (try ownerID(user).map { UserID($0) }, try ownerID(group).map { GroupID($0) })
}

private func ownerID(_ number: DecimalNumber) throws(UnshareError) -> UInt32? {
  if number.isNegative && number.magnitude == 1 { return nil }
  guard !number.isNegative || number.magnitude == 0, let id = UInt32(exactly: number.magnitude)
  else { throw .owner(.outOfRange) }
  return id == .max ? nil : id
}

func parseMonotonic(_ text: ByteString) throws(UnshareError) -> Int64 {
  do throws(NumberFault) { return try NumberGrammar.strictSigned(text) } catch {
    throw .monotonicOffset(text, error)
  }
}

func parseBoottime(_ text: ByteString) throws(UnshareError) -> Int64 {
  do throws(NumberFault) { return try NumberGrammar.strictSigned(text) } catch {
    throw .boottimeOffset(text, error)
  }
}

func parsePropagation(_ text: ByteString) throws(UnshareError) -> MountPropagation {
  for propagation in [MountPropagation.slave, .private, .shared, .unchanged]
  where text == propagation.word {
    return propagation
  }
  throw .propagation(text)
}

func parseSetgroups(_ text: ByteString) throws(UnshareError) -> SetgroupsPolicy {
  for policy in [SetgroupsPolicy.allow, .deny] where text == policy.word { return policy }
  throw .setgroups(text)
}

/// `--hostname`, `--domainname`: the kernel takes at most 64 bytes.
func parseName(
  _ text: ByteString, of option: UnshareOption
) throws(UnshareError) -> ByteString {
  if text.count > 64 { throw .nameTooLong(option, text) }
  return text
}

/// `--init`: until when; `end` where nothing is said.
func parseInitMode(_ text: ByteString?) throws(UnshareError) -> UnshareIntent.InitMode {
  guard let text else { return .end }
  if text == "end" { return .end }
  if text == "wait" { return .wait }
  throw .initMode(text)
}
