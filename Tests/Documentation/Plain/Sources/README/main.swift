import Glibc
import Namespaces

// A shell that is root in namespaces of its own. No right is needed for it.
let child = try clone([.user, .pid, .uts], running: Program("sh", ["-c", "echo $$ $(id -u)"])) {
  try $0.writeSetgroups(.deny)
  try $0.writeIDMap(.users, [IDMapping(inner: 0, outer: getuid(), count: 1)])
  print("its host name is kept in", try $0.namespace(.uts).inode)
}
print(try child.wait())
