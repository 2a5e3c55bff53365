// Developer tool, not shipped: writes the completions and the tables of compatibility from the option
// tables, or says whether the committed ones are stale.
//
//   nsgen completions    writes completions/, docs/compatibility.md, the summary in README.md, and
//                        what the manual pages list
//   nsgen compare        fails when a committed file differs, or is none that is written
import Bytes
import Check
import Foundation
import Nsenter
import Nsls
import Options
import Privs
import ProjectFiles
import Unshare

let root = URL(fileURLWithPath: projectRoot)

// lsns is nsls under the name of the original.
let programs = [
  CompletionProgram("unshare", unshareOptions, unshareRelations),
  CompletionProgram("nsenter", nsenterOptions, nsenterRelations),
  CompletionProgram("nsls", nslsOptions, nslsRelations),
  CompletionProgram("lsns", nslsOptions, nslsRelations),
]

// unyoke is all of them by its first word, and has two of its own.
let inUnyoke = CompletionCollection(
  programs + [
    CompletionProgram("privs", privsOptions, privsRelations),
    CompletionProgram("check", checkOptions, checkRelations),
  ])

let tables = [
  CompatibilityTable("unshare", unshareOptions, cases: "unshare", names: ["unshare"]),
  CompatibilityTable("nsenter", nsenterOptions, cases: "nsenter", names: ["nsenter"]),
  CompatibilityTable("lsns", nslsOptions, cases: "lsns", names: ["lsns", "nsls"]),
]

let files: [(path: String, text: String)] =
  programs.flatMap { program in
    [
      ("completions/bash/\(program.name)", BashCompletion.text(program)),
      ("completions/zsh/_\(program.name)", ZshCompletion.text(program)),
      ("completions/fish/\(program.name).fish", FishCompletion.text(program)),
    ]
  } + [
    ("completions/bash/unyoke", BashCompletion.text(unyoke: inUnyoke)),
    ("completions/zsh/_unyoke", ZshCompletion.text(unyoke: inUnyoke)),
    ("completions/fish/unyoke.fish", FishCompletion.text(unyoke: inUnyoke)),
    ("docs/compatibility.md", CompatibilityTable.page(tables)),
    ("README.md", CompatibilityTable.readme(tables)),
    ManualBlocks("unshare.1", unshareOptions, section: "unshare").file,
    ManualBlocks("nsenter.1", nsenterOptions, section: "nsenter").file,
    ManualBlocks("nsls.8", nslsOptions, section: "lsns").file,
  ]

/// The files below completions/ that no generator writes.
func leftovers() -> [String] {
  let folder = root.appendingPathComponent("completions")
  let found = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
  return found.map { "completions/\($0)" }.filter { path in
    let content = try? Data(contentsOf: root.appendingPathComponent(path))
    return content != nil && !files.contains { $0.path == path }
  }.sorted()
}

switch CommandLine.arguments.dropFirst().first {
case "completions":
  for (path, text) in files {
    let file = root.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
    print("wrote \(path)")
  }
  for path in leftovers() {
    try FileManager.default.removeItem(at: root.appendingPathComponent(path))
    print("removed \(path)")
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
  for path in leftovers() {
    print("\(path) is stale, nothing writes it any more: make generate")
    isStale = true
  }
  exit(isStale ? 1 : 0)
default:
  print("usage: nsgen completions | compare")
  exit(2)
}
