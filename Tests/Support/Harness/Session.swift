import Glibc

/// Kills every process of a session but its dead leader, and says what they were executing.
/// Processes that just end by themselves are given a moment, of which only the time counts in which
/// all of them sleep: on a busy machine those that are about to end wait for the processor.
/// - Parameter marker: an entry that only this program and its descendants have in their
///   environment; it finds those that left the session.
func endSession(_ leader: pid_t, marker: String?) -> [String] {
  var members = sessionMembers(leader, marker)
  var idle = 0
  for _ in 0..<500 where !members.isEmpty && idle < 15 {
    usleep(20_000)
    members = sessionMembers(leader, marker)
    if !members.contains(where: isBusy) { idle += 1 }
  }
  let names = members.map { executable(of: $0) }
  // A process may have forked since it was listed. One that cannot die does not hold up the run.
  for _ in 0..<1000 where !members.isEmpty {
    for member in members { kill(member, SIGKILL) }
    usleep(5_000)
    members = sessionMembers(leader, marker)
  }
  kill(leader, SIGKILL)
  return names.sorted()
}

/// The living processes of a session or with the marker, without the leader and without zombies.
private func sessionMembers(_ leader: pid_t, _ marker: String?) -> [pid_t] {
  guard let directory = opendir("/proc") else { return [] }
  defer { closedir(directory) }
  var members: [pid_t] = []
  while let entry = readdir(directory) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) {
      $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    guard let pid = pid_t(name), pid != leader else { continue }
    guard let fields = stateAndLater(pid), fields.count > 3, fields[0] != "Z", fields[0] != "X"
    else { continue }
    if fields[3] == "\(leader)" || hasEntry(marker, pid) { members.append(pid) }
  }
  return members
}

/// Whether a process runs, would run if it had a processor, or is about to be gone: it is in exit(2), or was
/// sent SIGKILL.
private func isBusy(_ pid: pid_t) -> Bool {
  guard let fields = stateAndLater(pid), fields.count > 6,
    let status = try? readFile("/proc/\(pid)/status")
  else { return true }
  // PF_EXITING is one of the flags.
  if fields[0] == "R" || fields[0] == "D" || (UInt64(fields[6]) ?? 0) & 0x4 != 0 { return true }
  return String(decoding: status, as: UTF8.self).split(separator: "\n").contains { line in
    guard line.hasPrefix("SigPnd:") || line.hasPrefix("ShdPnd:") else { return false }
    let pending = UInt64(line.dropFirst(7).filter { !$0.isWhitespace }, radix: 16) ?? 0
    return pending & 1 << (SIGKILL - 1) != 0
  }
}

/// What stands in /proc/PID/stat behind the name in parentheses, which may hold anything: state,
/// parent, process group, session and more.
private func stateAndLater(_ pid: pid_t) -> [Substring]? {
  guard let stat = try? readFile("/proc/\(pid)/stat"),
    let end = stat.lastIndex(of: UInt8(ascii: ")"))
  else { return nil }
  return String(decoding: stat[(end + 1)...], as: UTF8.self).split(separator: " ")
}

/// Whether a process was started with an entry in its environment.
private func hasEntry(_ entry: String?, _ pid: pid_t) -> Bool {
  guard let entry, let environment = try? readFile("/proc/\(pid)/environ") else { return false }
  return environment.split(separator: 0).contains { $0.elementsEqual(entry.utf8) }
}

private func executable(of pid: pid_t) -> String {
  var path = [CChar](repeating: 0, count: 4096)
  let count = readlink("/proc/\(pid)/exe", &path, path.count)
  guard count > 0 else { return "?" }
  return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
