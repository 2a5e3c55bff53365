import Glibc

/// Kills every process of a session but its dead leader, and says what they were executing.
/// Processes that just end by themselves are given a moment.
func endSession(_ leader: pid_t) -> [String] {
  var members = sessionMembers(leader)
  for _ in 0..<15 where !members.isEmpty {
    usleep(20_000)
    members = sessionMembers(leader)
  }
  let names = members.map { executable(of: $0) }
  // A process may have forked since it was listed.
  while !members.isEmpty {
    for member in members { kill(member, SIGKILL) }
    usleep(5_000)
    members = sessionMembers(leader)
  }
  kill(leader, SIGKILL)
  return names.sorted()
}

/// The living processes of a session, without its leader and without zombies.
private func sessionMembers(_ leader: pid_t) -> [pid_t] {
  guard let directory = opendir("/proc") else { return [] }
  defer { closedir(directory) }
  var members: [pid_t] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard let pid = pid_t(name), pid != leader else { continue }
    guard let stat = try? readFile("/proc/\(name)/stat") else { continue }
    // The name in parentheses may hold anything; the fields behind it are state, parent,
    // process group, session.
    guard let end = stat.lastIndex(of: UInt8(ascii: ")")) else { continue }
    let fields = String(decoding: stat[(end + 1)...], as: UTF8.self).split(separator: " ")
    guard fields.count > 3, fields[3] == "\(leader)", fields[0] != "Z", fields[0] != "X" else {
      continue
    }
    members.append(pid)
  }
  return members
}

private func executable(of pid: pid_t) -> String {
  var path = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/\(pid)/exe", &path, path.count)
  guard count > 0 else { return "?" }
  return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
