import Testing

@testable import Bytes

struct ByteStringTests {
  @Test func bytesThatAreNoTextSurvive() {
    let bytes: [UInt8] = [0xff, 0x80, 10, 0x1b]
    #expect(Array(ByteString(bytes).bytes) == bytes)
    #expect(Array(("<\(ByteString(bytes))>" as ByteString).bytes) == [60] + bytes + [62])
  }

  @Test func nulEndsAByteString() {
    #expect(ByteString([97, 0, 98]) == "a")
  }

  @Test(
    arguments: [
      ("unshare", "unshare"), ("/x/y/frob", "frob"), ("dir/", ""), ("", ""), ("/", ""),
    ] as [(ByteString, ByteString)])
  func shortName(path: ByteString, name: ByteString) {
    #expect(path.afterLastSlash == name)
  }

  @Test(
    arguments: [
      ("/bin/sh", "sh"), ("/bin/sh/", "sh"), ("/bin/sh//", "sh"), ("sh", "sh"), ("/", "/"),
      ("//", "/"), ("", ""), ("a/b/", "b"),
    ] as [(ByteString, ByteString)])
  func posixBasename(path: ByteString, name: ByteString) {
    #expect(path.posixBasename == name)
  }

  @Test func comparesWithLiterals() {
    let word: ByteString = "mount"
    #expect(word == ("mount" as StaticString))
    #expect(!(word == ("mounts" as StaticString)))
    #expect(word.isPrefix(of: "mount-proc"))
    #expect(!word.isPrefix(of: "moun"))
    #expect(word.hasPrefix("mo"))
    #expect(!word.hasPrefix("mount-proc"))
  }

  @Test func numbersInHoles() {
    #expect("\(Int64.min)" as ByteString == "-9223372036854775808")
    #expect("\(UInt64.max)" as ByteString == "18446744073709551615")
    #expect("\(0)" as ByteString == "0")
  }

  @Test func joins() {
    #expect([ByteString]().joined(by: ", ").isEmpty)
    #expect((["a"] as [ByteString]).joined(by: ", ") == "a")
    #expect((["a", "b"] as [ByteString]).joined(by: ", ") == "a, b")
  }
}
