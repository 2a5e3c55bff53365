import Bytes
import Kernel

/// `unyoke --install [-s] DIR`: makes the links that give the binary its names.
enum InstallCommand {
  static func run(_ words: [ByteString], _ diagnostic: Diagnostic) -> Int32 {
    var words = words[...]
    var isSymbolic = false
    while let word = words.first, word.byte(at: 0) == UInt8(ascii: "-") {
      words.removeFirst()
      if word == "--" { break }
      guard word == "-s" else {
        return misused("unrecognized option '\(word)'", diagnostic)
      }
      isSymbolic = true
    }
    guard let directory = words.first, words.count == 1, !directory.isEmpty else {
      return misused("--install needs one directory", diagnostic)
    }
    let binary: ByteString
    do throws(Errno) { binary = try FileLinks.ownBinary() } catch {
      diagnostic.complain("cannot find the path of this binary: \(error.text)")
      return 1
    }
    var status: Int32 = 0
    for personality in Personality.allCases {
      let link: ByteString = "\(directory)/\(personality.name)"
      do throws(Errno) {
        try isSymbolic
          ? FileLinks.symbolic(to: binary, at: link) : FileLinks.hard(to: binary, at: link)
      } catch {
        // A link of an earlier run is what was asked for; anything else is left alone.
        if error == .exists, FileLinks.leadToSameFile(binary, link) { continue }
        diagnostic.complain("cannot make \(link): \(error.text)")
        status = 1
      }
    }
    return status
  }

  private static func misused(_ sentence: ByteString, _ diagnostic: Diagnostic) -> Int32 {
    diagnostic.complain(sentence)
    diagnostic.writeError(diagnostic.helpHint)
    return 1
  }
}
