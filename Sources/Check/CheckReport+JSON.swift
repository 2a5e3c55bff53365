import Bytes
import NamespaceValues
import Privs
import Tables
import Unshare

extension CheckReport {
  /// For programs: one JSON object in one line. What is not known is null. The manual describes it.
  public var json: [UInt8] {
    let fields: [ByteString] = [
      "\"possible\":\(truth(isAllPossible))",
      "\"kinds\":[\(kinds.map { object($0) }.joined(by: ","))]",
      "\"proc\":{\(members(proc))}",
      "\"user\":\(caller.user.number)", "\"group\":\(caller.group.number)",
      "\"user_ids\":\(maps(surroundings.users))", "\"group_ids\":\(maps(surroundings.groups))",
      "\"user_ranges\":\(ranges(of: .users))", "\"group_ranges\":\(ranges(of: .groups))",
      "\"cgroups\":\(string(surroundings.cgroups.map { "\($0.name)" }))",
      "\"lsms\":\(modules)",
      "\"security_context\":\(string(surroundings.securityContext))",
      "\"seccomp\":\(string(surroundings.seccomp.map { "\($0.name)" }))",
      "\"chroot\":\(truth(surroundings.isChroot))",
      "\"no_new_privs\":\(truth(surroundings.forbidsNewPrivileges))",
      "\"least_depth\":\(leastDepth)",
    ]
    let line: ByteString = "{\(fields.joined(by: ","))}\n"
    return Array(line.bytes)
  }

  private func object(_ kind: Kind) -> ByteString {
    let limit = kind.limit.map { number -> ByteString in "\(number)" } ?? "null"
    let seen = kind.seen.map { number -> ByteString in "\(number)" } ?? "null"
    let enterable = kind.enterable.map { number -> ByteString in "\(number)" } ?? "null"
    let known: ByteString =
      "\"kind\":\"\(kind.kind.name)\",\"in_kernel\":\(truth(kind.isInKernel))"
    return
      "{\(known),\(members(kind.making)),\"limit\":\(limit),\"seen\":\(seen),\"enterable\":\(enterable)}"
  }

  private func members(_ pair: Pair) -> ByteString {
    "\"alone\":\(object(pair.alone)),\"with_user\":\(object(pair.withUser))"
  }

  private func object(_ verdict: Verdict) -> ByteString {
    guard case .stopped(let failure, let reasons) = verdict else {
      return "{\"possible\":true,\"failure\":null,\"hints\":[]}"
    }
    let hints = reasons.map { reason -> ByteString in
      "{\"topic\":\(reason.topic.jsonString),\"sentence\":\(reason.sentence.jsonString)}"
    }
    return
      "{\"possible\":false,\"failure\":\(string(failure)),\"hints\":[\(hints.joined(by: ","))]}"
  }

  private func maps(_ mappings: [IDMapping]?) -> ByteString {
    guard let mappings else { return "null" }
    let lines = mappings.map { line -> ByteString in
      "{\"inside\":\(line.inner),\"outside\":\(line.outer),\"count\":\(line.count)}"
    }
    return "[\(lines.joined(by: ","))]"
  }

  private func ranges(of kind: IDMapKind) -> ByteString {
    guard let found = ranges.first(where: { $0.kind == kind }) else { return "null" }
    let list = found.ranges.map { range -> ByteString in
      "{\"start\":\(range.outer),\"count\":\(range.count)}"
    }
    let known: ByteString =
      "\"ranges\":[\(list.joined(by: ","))],\"helper\":\(string(found.helper))"
    return "{\(known),\"mapping\":\(object(found.verdict))}"
  }

  private var modules: ByteString {
    guard let names = surroundings.modules else { return "null" }
    let words = names.bytes.split(separator: UInt8(ascii: ",")).map { ByteString($0).jsonString }
    return "[\(words.joined(by: ","))]"
  }

  private var leastDepth: StaticString {
    switch surroundings.isInFirstUserNamespace {
    case true?: "0"
    case false?: "1"
    case nil: "null"
    }
  }

  private func string(_ text: ByteString?) -> ByteString { text?.jsonString ?? "null" }

  private func truth(_ answer: Bool?) -> StaticString {
    switch answer {
    case true?: "true"
    case false?: "false"
    case nil: "null"
    }
  }
}
