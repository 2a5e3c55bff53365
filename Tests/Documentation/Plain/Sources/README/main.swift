import Namespaces

// A shell that is root in namespaces of its own. No right is needed for it, where users may make them.
let child = try clone([.user, .pid, .uts], running: Program("sh", ["-c", "echo $$ $(id -u)"])) {
  try $0.mapCaller()
  print("its host name is kept in", try $0.namespace(.uts).inode)
}
print(try child.wait())
