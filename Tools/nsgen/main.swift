// Developer tool, not shipped: writes the completions from the option tables, or says whether the
// committed ones are stale.
//
//   nsgen completions    writes completions/
//   nsgen compare        fails when a committed file differs
import Bytes
import Foundation
import Nsenter
import Options
import Unshare

let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

let files: [(path: String, text: String)] = [
  ("completions/bash/unshare", BashCompletion.text("unshare", unshareOptions)),
  ("completions/zsh/_unshare", ZshCompletion.text("unshare", unshareOptions)),
  ("completions/fish/unshare.fish", FishCompletion.text("unshare", unshareOptions)),
  ("completions/bash/nsenter", BashCompletion.text("nsenter", nsenterOptions)),
  ("completions/zsh/_nsenter", ZshCompletion.text("nsenter", nsenterOptions)),
  ("completions/fish/nsenter.fish", FishCompletion.text("nsenter", nsenterOptions)),
]

switch CommandLine.arguments.dropFirst().first {
case "completions":
  for (path, text) in files {
    try Data(text.utf8).write(to: root.appendingPathComponent(path))
    print("wrote \(path)")
  }
case "compare":
  var isStale = false
  for (path, text) in files {
    let committed = try? Data(contentsOf: root.appendingPathComponent(path))
    if committed != Data(text.utf8) {
      print("\(path) is stale: make generate")
      isStale = true
    }
  }
  exit(isStale ? 1 : 0)
default:
  print("usage: nsgen completions | compare")
  exit(2)
}
