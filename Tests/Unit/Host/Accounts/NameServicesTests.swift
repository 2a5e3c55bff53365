import Bytes
import Testing

@testable import Host

/// What glibc 2.36 does with each of these was measured with getent(1). Where there is a doubt the
/// answer is getent's alone: a file that is no service must not make a user.
struct NameServicesTests {
  private func services(_ text: String, _ database: Bytes.ByteString = "passwd") -> NameServices? {
    NameServices(database, in: Array(text.utf8))
  }

  @Test(arguments: [
    "passwd: files\n", "passwd:files\n", "passwd :files\n", " passwd:\tfiles \n",
    "\tpasswd: files\r\n", "group: x\npasswd: files\nshadow: x\n", "passwd: x\npasswd: files\n",
  ])
  func theFileAlone(text: String) { #expect(services(text) == .files) }

  @Test(arguments: [
    "passwd: files systemd\n", "passwd:  files\tsss   systemd  \n",
    "passwd: files [NOTFOUND=return] systemd\n", "passwd: files [SUCCESS=merge] systemd\n",
    "passwd: files files\n", "passwd: files systemd\n#passwd: files\n",
  ])
  func theFileFirst(text: String) { #expect(services(text) == .filesFirst) }

  @Test(arguments: [
    "passwd: systemd\n", "passwd: sss files\n", "passwd: compat\n", "passwd:\n", "passwd: \n",
    "passwd\n", "passwd files\n", "passwd: Files\n", "passwd: files, x\n", "passwd: # files\n",
    "passwd: files#x\n", "passwd: files # x\n", "passwd: files [SUCCESS=continue] x\n",
    "passwd: files [] x\n", "passwd: files [NOTFOUND=return x\n",
    "passwd: files[NOTFOUND=return]\n",
    "passwd: files [!SUCCESS=return] x\n", "passwd: [NOTFOUND=return] files\n",
    "passwd: files [ NOTFOUND = return ] x\n", "passwd: files ../x\n", "passwd: files",
    "passwd: files x", "group: x\npasswd: files\0\n", "passwd: files\npasswd: x\n",
  ])
  func othersDecide(text: String) { #expect(services(text) == .others) }

  @Test(arguments: [
    "", "\n", "group: x\n", "#passwd: x\n", " # passwd: x\n", "PASSWD: x\n", "passwd-x: y\n",
    "passwd_compat: x\n", "xpasswd: y\n", "x passwd: y\n",
  ])
  func noLine(text: String) { #expect(services(text) == nil) }

  @Test func aDatabaseIsItsOwn() {
    let text = "passwd: a\ngroup: files b\ninitgroups: files\n"
    #expect(services(text) == .others)
    #expect(services(text, "group") == .filesFirst)
    #expect(services(text, "initgroups") == .files)
  }
}
