import Bytes
import Glibc
import Nsenter
import Nsls
import Options
import Unshare

/// Prints random command lines of one program for scripts/compare.sh: each a call of the shell
/// function `line`, its words quoted.
///
///     fuzz lines PROGRAM COUNT [SEED [original]]
///
/// With `original` none has an extension of ours.
func printCommandLines(of program: String, count: Int, seed: UInt64, withExtensions: Bool) {
  let words: RandomWords
  let operands: [ByteString]
  switch program {
  case "unshare":
    (words, operands) = (
      RandomWords(of: unshareOptions, withExtensions: withExtensions),
      ["sh", "-c", "echo \"$# $0\"", "a b"]
    )
  case "nsenter":
    (words, operands) = (
      RandomWords(of: nsenterOptions, withExtensions: withExtensions),
      ["sh", "-c", "echo \"$# $0\"", "a b"]
    )
  case "lsns":
    (words, operands) = (RandomWords(of: nslsOptions, withExtensions: withExtensions), ["1"])
  default:
    print("fuzz lines: unshare, nsenter or lsns")
    exit(2)
  }
  var random = SplitMix(state: seed)
  for _ in 0..<count {
    var line = words.commandLine(&random).map { real(program, $0, &random) }
    // Half of the lines are short enough to get past their options.
    if Bool.random(using: &random) { line = Array(line.prefix(2)) }
    if UInt8.random(in: 0..<4, using: &random) > 0 { line += operands }
    print("line", line.map(quoted).joined(separator: " "))
  }
}

/// Puts something that is there in the place of some values.
private func real(_ program: String, _ word: ByteString, _ random: inout SplitMix) -> ByteString {
  guard UInt8.random(in: 0..<3, using: &random) == 0,
    let equals = word.bytes.firstIndex(of: UInt8(ascii: "="))
  else { return word }
  let values: [ByteString] =
    program == "lsns"
    ? [
      "net", "mnt,user", "NS,TYPE,PID", "+UID", "NPROCS > 1", "TYPE == 'net'", "COMMAND =~ 'sh'",
      "process", "none", "1",
    ]
    : ["1", "/proc/1/ns/net", "/proc/self/ns/uts", "/tmp", "0", "root", "/nowhere", "1:1", "TERM"]
  let value = values[Int.random(in: 0..<values.count, using: &random)]
  return ByteString(Array(word.bytes[...equals]) + Array(value.bytes))
}

/// A word as a shell takes it, in ASCII: `$'…'` with octal numbers.
private func quoted(_ word: ByteString) -> String {
  "$'"
    + word.bytes.map { byte in
      let isPlain =
        byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "'") && byte != UInt8(ascii: "\\")
      let octal = String(byte, radix: 8)
      return isPlain
        ? String(UnicodeScalar(byte))
        : "\\" + String(repeating: "0", count: 3 - octal.count) + octal
    }.joined() + "'"
}
