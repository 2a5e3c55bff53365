import Bytes
import Capabilities
import Foundation
import Kernel
import ProjectFiles
import Testing

/// The completions name capabilities as libcap does.
struct CompletionTests {
  @Test(arguments: [
    "bash/unshare", "bash/nsenter", "zsh/_unshare", "zsh/_nsenter", "fish/unshare.fish",
    "fish/nsenter.fish",
  ])
  func everyCapability(file: String) {
    let words = Set(
      projectText("completions/\(file)")
        .split { !$0.isLetter && $0 != "_" }.filter { $0.hasPrefix("cap_") && $0 != "cap_" }.map(
          String.init))
    let names = CapabilitySet(first: 41).capabilities.map {
      String(decoding: $0.name.bytes, as: UTF8.self)
    }
    #expect(words == Set(names))
  }
}
