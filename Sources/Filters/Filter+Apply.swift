public import Bytes

extension Filter {
  /// Whether a row is accepted.
  /// - Parameters:
  ///   - cell: the text of a column, by its place among `names`.
  ///   - isNumber: whether a column holds numbers.
  public func accepts(
    cell: (Int) -> ByteString, isNumber: (Int) -> Bool
  ) throws(FilterApplyError) -> Bool {
    var stack: [FilterValue] = []
    var place = 0
    while place < program.count {
      let instruction = program[place]
      place += 1
      switch instruction {
      case .push(let value): stack.append(value)
      case .column(let index):
        stack.append(try read(cell(index), isNumber: isNumber(index)))
      case .not: stack.append(.boolean(!pop(&stack).truth))
      case .truth: stack.append(.boolean(pop(&stack).truth))
      case .decide(let isAnd, let target):
        guard pop(&stack).truth != isAnd else { continue }
        stack.append(.boolean(!isAnd))
        place = target
      case .compare(let comparison):
        let right = pop(&stack)
        let left = pop(&stack)
        stack.append(.boolean(try compare(left, comparison, right)))
      case .match(let pattern, let isNegated):
        stack.append(.boolean(try match(pop(&stack), pattern) != isNegated))
      }
    }
    return pop(&stack).truth
  }

  /// The parser pushes what it lets be popped; nothing is false.
  private func pop(_ stack: inout [FilterValue]) -> FilterValue {
    stack.popLast() ?? .boolean(false)
  }

  /// A cell is read like a literal: quotes and white space around it go.
  private func read(
    _ text: ByteString, isNumber: Bool
  ) throws(FilterApplyError) -> FilterValue {
    var bytes = text.bytes
    if let quote = bytes.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      bytes.removeFirst()
      if bytes.last == quote { bytes.removeLast() }
    }
    var value = FilterValue.string(ByteString(trimmed(bytes)))
    value.isEmpty = text.isEmpty
    if isNumber { value = try value.converted(to: .number, library) }
    value.isColumn = true
    return value
  }

  private func compare(
    _ left: FilterValue, _ comparison: FilterComparison, _ right: FilterValue
  ) throws(FilterApplyError) -> Bool {
    let kind = commonKind(left, right)
    let left = try left.converted(to: kind, library)
    let right = try right.converted(to: kind, library)
    if case .string(let one) = left.content, case .string(let other) = right.content {
      // Nothing is smaller than every text, and equal to nothing else.
      if left.isEmpty || right.isEmpty {
        return comparison.holds(left.isEmpty ? 0 : 1, right.isEmpty ? 0 : 1)
      }
      let isBefore = one.bytes.lexicographicallyPrecedes(other.bytes)
      return comparison.holds(one == other ? 0 : isBefore ? -1 : 1, 0)
    }
    if left.isEmpty || right.isEmpty { return false }
    return switch (left.content, right.content) {
    case (.number(let one), .number(let other)): comparison.holds(one, other)
    case (.float(let one), .float(let other)): comparison.holds(one, other)
    case (.boolean(let one), .boolean(let other)):
      comparison.holds(one ? 1 : 0, other ? 1 : 0)
    default: false
    }
  }

  /// The type in which two values are compared: a column follows what it is compared with.
  private func commonKind(_ left: FilterValue, _ right: FilterValue) -> FilterValue.Kind {
    if left.kind == right.kind { return left.kind }
    let kind = left.isColumn && !right.isColumn ? right.kind : left.kind
    let hasFloat = left.kind == .float || right.kind == .float
    return kind == .number && hasFloat ? .float : kind
  }

  private func match(
    _ value: FilterValue, _ pattern: Library.Pattern
  ) throws(FilterApplyError) -> Bool {
    guard commonKind(value, .string("")) == .string else { throw .patternNeedsText }
    let text = try value.converted(to: .string, library)
    guard case .string(let bytes) = text.content else { throw .patternNeedsText }
    do throws(PatternFault) { return try library.matches(pattern, bytes) } catch {
      throw .patternFailed(error.text)
    }
  }
}
