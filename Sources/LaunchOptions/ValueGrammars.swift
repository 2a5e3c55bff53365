public import Bytes
import Launch
public import NamespaceValues

// The grammars of values that unshare and nsenter read in the same way; those of capabilities and
// groups are in CapabilityGrammar.swift.

/// The value of `--kill-child`: the name or the number of a signal, signal(7). SIGKILL without a
/// value.
/// - Throws: `signal`.
public func parseDeathSignal(_ text: ByteString?) throws(LaunchOptionError) -> SignalNumber {
  guard let text else { return .kill }
  guard let signal = SignalNumber(named: text) else { throw .signal(text) }
  return signal
}

/// The value of `--setuid`, where it is a number.
/// - Parameter number: the program's grammar of ids.
/// - Throws: `userNumber`.
public func parseUserNumber(
  _ text: ByteString, as number: (ByteString) throws(NumberFault) -> UInt32
) throws(LaunchOptionError) -> UserID {
  do throws(NumberFault) { return UserID(try number(text)) } catch {
    throw .userNumber(text, error)
  }
}

/// The value of `--setgid`, where it is a number.
/// - Parameter number: the program's grammar of ids.
/// - Throws: `groupNumber`.
public func parseGroupNumber(
  _ text: ByteString, as number: (ByteString) throws(NumberFault) -> UInt32
) throws(LaunchOptionError) -> GroupID {
  do throws(NumberFault) { return GroupID(try number(text)) } catch {
    throw .groupNumber(text, error)
  }
}

/// The value of `--whitelist-env`: a comma-separated list of the names of variables, environ(7).
/// - Throws: `variableName`.
func parseVariables(_ list: ByteString) throws(LaunchOptionError) -> EnvironmentPolicy {
  var names: [ByteString] = []
  for part in list.bytes.split(separator: UInt8(ascii: ",")) {
    let name = ByteString(part)
    if name.bytes.contains(UInt8(ascii: "=")) { throw .variableName(name) }
    if !names.contains(name) { names.append(name) }
  }
  return .only(names)
}
