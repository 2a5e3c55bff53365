import Bytes
import Kernel
import Namespaces

/// `unyoke --install [-s | --copy] DIR`: gives the binary its names.
enum InstallCommand {
  /// How a name is given. A mode, an owner or a capability that is set on a hard link is that of
  /// every name, for they are one file; a copy has its own.
  private enum Form {
    case hard, symbolic, copy
  }

  /// - Parameter attached: the directory of `--install=DIR`.
  static func run(
    _ words: [ByteString], attached: ByteString? = nil, _ diagnostic: Diagnostic
  ) -> Int32 {
    var words = words[...]
    var form = Form.hard
    while let word = words.first, word.byte(at: 0) == UInt8(ascii: "-") {
      words.removeFirst()
      if word == "--" { break }
      guard let wanted: Form = word == "-s" ? .symbolic : word == "--copy" ? .copy : nil else {
        return misused("unrecognized option '\(word)'", diagnostic)
      }
      if form != .hard, form != wanted {
        return misused("-s and --copy exclude each other", diagnostic)
      }
      form = wanted
    }
    if let attached { words.append(attached) }
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
        switch form {
        case .hard: try FileLinks.hard(to: binary, at: link)
        case .symbolic: try FileLinks.symbolic(to: binary, at: link)
        case .copy: try FileLinks.copy(at: link)
        }
      } catch {
        // What an earlier run made is what was asked for; anything else is left alone.
        if error == .exists,
          form == .copy ? FileLinks.isCopy(link) : FileLinks.leadToSameFile(binary, link)
        {
          continue
        }
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
