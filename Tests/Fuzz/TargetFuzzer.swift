import Bytes
import NamespaceValues
import Targets

/// State files of container engines and the names of control groups, which say what root enters.
struct TargetFuzzer: Fuzzer {
  var broken: [String] = []
  private var whole = 0
  private var values = 0
  private var owners = 0
  private var numbers = 0
  private var containers = [Int](repeating: 0, count: StateReading.Format.allCases.count)

  var summary: String {
    let formats = StateReading.Format.allCases.map { "\(containers[Int($0.rawValue)]) \($0)" }
    return
      "targets: \(whole) JSON texts with \(values) values, \(owners) owners of groups, \(numbers)"
      + " numbers; containers of \(formats.joined(separator: ", "))"
  }

  private static let id = String(repeating: "ab", count: 32)
  private static let states: [[UInt8]] = [
    #"{"id":"rb","init_process_pid":42,"init_process_start":777,"config":{"a":[1,2.5e3,{"b":"\u0041"}]}}"#,
    #"{"pid": 42, "process-start-time": 12, "cgroup-path": "", "systemd-cgroup": false, "x": null}"#,
    #"{"State":{"Running":true,"Pid":44},"ID":"x","Name":"/web"}"#,
    #"[{"id":"x","names":["a","b"]},{"id":"y","names":[]}]"#,
    #"{"annotations":{"io.kubernetes.cri.container-name":"app"},"process":{"pid":1}}"#,
  ].map { Array($0.utf8) }
  private static let lines: [[UInt8]] = [
    "NAME=m1\nLEADER=42\nLEADER_PIDFDID=99\nSCOPE=x\n", "LEADER=7", "42", " 42\n", "0042",
  ].map { Array($0.utf8) }
  private static let parts = [
    "docker-\(id).scope", "libpod-\(id).scope", "libpod-conmon-\(id).scope", "docker", id,
    "container",
    "cri-containerd-\(id).scope", "x:cri-containerd:\(id)", "crio-\(id)", "lxc.payload.c1", "lxc",
    "machine-a\\x2db.scope", "systemd-nspawn@a.service", "supervisor", "payload",
    "user@1001.service",
    "user-1001.slice", "user@.service", "user@99999999999999999999.service", "system.slice",
    "nginx.service",
    "buildkit", "k2x4l6p8q0r2t4v6x8z0b2d4f", "..", ".", "", "machine-.scope", ".scope", "a:b",
    "-\(id)", ":\(id)",
    "-conmon-\(id)", "lxc.payload.",
  ]

  mutating func run(_ random: inout SplitMix) {
    runState(&random)
    runContainer(&random)
    runGroup(&random)
    var text = Array(
      ["42", "0", "2147483647", "2147483648", " 7 "].randomElement(using: &random)!.utf8)
    mutate(&text, &random)
    if let number = processNumber(inFile: text[...]) {
      numbers += 1
      let digits = text.filter { !isWhiteSpace($0) }
      if number <= 0 || digits.contains(where: { decimalValue($0) == nil }) {
        broken.append("a process from nowhere: \(text)")
      }
    }
  }

  private mutating func runState(_ random: inout SplitMix) {
    var bytes = Self.states.randomElement(using: &random)!
    mutate(&bytes, &random)
    var reader = JSONReader(bytes)
    var count = 0
    while reader.next() {
      count += 1
      if count > bytes.count {
        broken.append("no end: \(bytes)")
        return
      }
      if let text = reader.text, !contains(bytes, text.bytes) {
        broken.append("a text from nowhere: \(bytes)")
      }
      if let number = reader.number, !contains(bytes, "\(number)".utf8) {
        broken.append("a number from nowhere: \(bytes)")
      }
    }
    if reader.isWhole {
      whole += 1
      values += count
      // What was cut is no JSON any more: all of these are objects or arrays.
      if bytes.first == 123 || bytes.first == 91,
        let end = bytes.lastIndex(where: { !isWhiteSpace($0) })
      {
        var cut = JSONReader(Array(bytes[..<end]))
        while cut.next() {}
        if cut.isWhole { broken.append("half a file is one: \(bytes)") }
      }
    }
    if reader.next(), reader.isWhole { broken.append("goes on after its end: \(bytes)") }
  }

  /// A process and a name that are in the file as they are said, in a file that is one.
  private mutating func runContainer(_ random: inout SplitMix) {
    var bytes = (Self.states + Self.lines).randomElement(using: &random)!
    mutate(&bytes, &random)
    let format = StateReading.Format.allCases.randomElement(using: &random)!
    let found = StateReading.all(in: bytes, format)
    containers[Int(format.rawValue)] += found.count
    let isText = format == .number || format == .machine
    if !found.isEmpty, !isText {
      var reader = JSONReader(bytes)
      while reader.next() {}
      if !reader.isWhole { broken.append("half a file of \(format): \(bytes)") }
    }
    for one in found {
      let least: Int32 =
        switch format {
        case .number, .machine: 1
        case .runc, .crun, .docker: 0
        case .bundle, .storage: -1
        }
      if one.process < least || one.process > 0 && !contains(bytes, "\(one.process)".utf8) {
        broken.append("a process from nowhere of \(format): \(bytes)")
      }
      for number in [one.start, one.inode] {
        if let number, !contains(bytes, "\(number)".utf8) {
          broken.append("a number from nowhere of \(format): \(bytes)")
        }
      }
      for text in [one.id, one.name] where !contains(bytes, text.bytes) {
        broken.append("a name from nowhere of \(format): \(bytes)")
      }
    }
  }

  private mutating func runGroup(_ random: inout SplitMix) {
    var line = ["0::", "1:name=systemd:", "4:pids:", "4:cpu,pids:", ":", ""].randomElement(
      using: &random)!
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      line += "/" + Self.parts.randomElement(using: &random)!
    }
    var content = Array("\(line)\n".utf8)
    if Bool.random(using: &random) { mutate(&content, &random) }
    for path in CgroupPath.all(in: content) {
      for owner in [path.container(for: UserID(0)), path.unit] {
        guard let owner else { continue }
        owners += 1
        // Below what is a user's nothing is root's.
        let isBelowUser = contains(Array(owner.path.bytes), "/user@1001.service/".utf8)
        if owner.isTrusted, isBelowUser, owner.user == nil {
          broken.append("a forged group: \(content)")
        }
        if !contains(content, owner.name.bytes) { broken.append("a name from nowhere: \(content)") }
      }
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0...3, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2:
        bytes.insert(Array("{}[]\",:\\0-.eu \n\0/".utf8).randomElement(using: &random)!, at: place)
      default: bytes.removeLast(bytes.count - place)
      }
    }
  }

  private func contains(_ bytes: [UInt8], _ part: some Collection<UInt8>) -> Bool {
    part.isEmpty || bytes.indices.contains { bytes[$0...].starts(with: part) }
  }
}
