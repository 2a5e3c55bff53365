import Harness
import Testing

/// Random account files, read by glibc's getent(1) and by ours. D-33 says where ours is stricter.
@Suite(.enabled(if: canSandbox, needsRoot), .enabled(if: findTool("getent") != nil, "needs getent"))
struct AccountParityTests {
  private let pieces = [
    ":", ":", ":", ":", "x", "1", "42", "007", "+", "-", "#", " ", "\t", "4294967294", "4294967295",
    "4294967296", "+1", "-1", "0x1", " 5", "5 ", ",", "", "\r", "é", "::::", "root:x:",
  ]
  private let count = 120

  /// Lines for n0, n1 and so on, most of which begin as they should.
  private func file() -> [String] {
    (0..<count).map { place in
      let start = ["", "", "", "", " ", "\t", "+", "-", "#", "x"].randomElement()!
      let ids = (0..<2).map { _ in
        Int.random(in: 0..<3) == 0 ? pieces.randomElement()! : "\(Int.random(in: 0..<70000))"
      }
      let rest = (0..<Int.random(in: 0..<6)).map { _ in pieces.randomElement()! }.joined()
      return "\(start)n\(place):x:\(ids[0]):\(ids[1])\(rest)"
    }
  }

  /// Looks up all names both ways: the number, getent's answer, ours.
  private func compare(
    _ lines: [String], _ database: String, _ option: String, _ map: String
  ) throws -> [[Substring]] {
    let file = "\(Place.sandbox.base)/\(Place.uniqueName(database))"
    try writeFile(file, Array((lines.joined(separator: "\n") + "\n").utf8))
    let outcome = Place.run(
      """
      for n in $(seq 0 \(count - 1)); do
        echo "$n,$(getent \(database) n$n 2>/dev/null | cut -d: -f3),$(
          unshare \(option) n$n cat /proc/self/\(map) 2>/dev/null | awk '{ print $1 }')"
      done
      """, setup: ["mount --bind \(file) /etc/\(database)"])
    return outcome.stdoutText.split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
  }

  private func isStrict(_ field: Substring) -> Bool {
    !field.utf8.isEmpty && field.utf8.allSatisfy { (48...57).contains($0) } && UInt32(field) != .max
  }

  @Test(arguments: [("passwd", "--map-user", "uid_map", 4), ("group", "--map-group", "gid_map", 3)])
  func numbers(database: String, option: String, map: String, fields: Int) throws {
    let lines = file()
    let results = try compare(lines, database, option, map)
    try #require(results.count == count)
    var found = 0
    for (place, result) in results.enumerated() {
      let parts = lines[place].split(separator: ":", omittingEmptySubsequences: false)
      let isExact = (2..<fields).allSatisfy { parts.count > $0 && isStrict(parts[$0]) }
      let isShort = parts.count <= (database == "passwd" ? 7 : 4)
      let expected = isExact && isShort ? result[1] : ""
      #expect(result[2] == expected, "\(lines[place].debugDescription): \(result)")
      if !expected.isEmpty { found += 1 }
    }
    #expect(found > 5)
  }

  @Test func groupsOfUsers() throws {
    let users = ["a", "b", "a b", "b ", "john smith", "#a", "a#b"]
    let members = users + ["", " a", "\ta", " b ", "+a", "a,", ",b", "b:a", "root"]
    let passwd = users.enumerated().map { "\($1):x:\(6000 + $0):7::/:/bin/sh" }
    let groups = (0..<60).map { place in
      let list = (0..<Int.random(in: 0..<5)).map { _ in members.randomElement()! }
      let start = ["", "", "", " ", "+", "#"].randomElement()!
      return "\(start)g\(place):x:\(8000 + place):\(list.joined(separator: ","))"
    }
    // Of the others glibc counts the members too, of comments even.
    let isStrict = groups.map {
      $0.first != "+" && $0.first != "#" && $0.count(where: { $0 == ":" }) == 3
    }
    let folder = "\(Place.sandbox.base)/\(Place.uniqueName("groups"))"
    try writeFile("\(folder).passwd", Array((passwd.joined(separator: "\n") + "\n").utf8))
    try writeFile("\(folder).group", Array((groups.joined(separator: "\n") + "\n").utf8))
    for (place, user) in users.enumerated() where !user.hasPrefix("#") {
      let outcome = Place.run(
        "getent initgroups '\(user)' | cut -c22- | xargs echo 7;"
          + " unshare -S \(6000 + place) -G 7 --init-groups id -G",
        setup: [
          "mount --bind \(folder).passwd /etc/passwd", "mount --bind \(folder).group /etc/group",
        ])
      let both = outcome.stdoutText.split(separator: "\n")
      try #require(both.count == 2, "\(outcome.stderrText)")
      let expected = both[0].split(separator: " ").filter {
        guard let number = Int($0), number >= 8000 else { return true }
        return isStrict[number - 8000]
      }
      #expect(expected == both[1].split(separator: " "), "\(user)")
    }
  }
}
