public import Bytes

/// A filter, ready to be applied: a flat program for a stack machine. Nothing in it is nested, so
/// no filter, however deep, can exhaust the program's stack.
public struct Filter<Library: FilterLibrary> {
  enum Instruction {
    case push(FilterValue)
    /// Pushes a cell, by the place of its column among `names`.
    case column(Int)
    case not
    case compare(FilterComparison)
    case match(Library.Pattern, isNegated: Bool)
    /// Ends `and` and `or` when the left side decides: pushes that and goes on at the target.
    case decide(isAnd: Bool, target: Int)
    /// Turns the right side of `and` and `or` into its truth.
    case truth
  }

  let library: Library
  private(set) var program: [Instruction] = []
  /// The columns it names, as they are spelled, in order; each once.
  public private(set) var names: [ByteString] = []

  /// Reads a filter. The empty one accepts every row.
  public init(_ text: ByteString, _ library: Library) throws(FilterError) {
    self.library = library
    if text.isEmpty {
      program = [.push(.boolean(true))]
    } else {
      try parse(text)
    }
  }

  /// What waits for its right side.
  private enum Pending {
    case open
    case not
    case compare(FilterComparison)
    /// The place of its `decide`.
    case logical(Int)
  }

  private mutating func parse(_ text: ByteString) throws(FilterError) {
    var scanner = FilterScanner(text)
    var pending: [Pending] = []
    var openCount = 0
    var wantsOperand = true
    while true {
      let token = try scanner.next(library)
      if wantsOperand {
        switch token {
        case .not: pending.append(.not)
        case .open:
          pending.append(.open)
          openCount += 1
        default:
          guard let operand = operand(token) else {
            throw .unexpected("\(token.name)", isAfterAll: false)
          }
          program.append(operand)
          wantsOperand = false
        }
        continue
      }
      switch token {
      case .and, .or:
        // Both have one precedence, below everything else, and associate to the left.
        while let last = pending.last, emit(last) { pending.removeLast() }
        pending.append(.logical(program.count))
        program.append(.decide(isAnd: token == .and, target: 0))
        wantsOperand = true
      case .comparison(let comparison):
        emitTight(&pending)
        pending.append(.compare(comparison))
        wantsOperand = true
      case .match(let isNegated):
        emitTight(&pending)
        program.append(.match(try pattern(&scanner), isNegated: isNegated))
      case .close where openCount > 0:
        while let last = pending.popLast(), emit(last) {}
        openCount -= 1
      case .end where openCount == 0:
        while let last = pending.popLast(), emit(last) {}
        return
      default: throw .unexpected("\(token.name)", isAfterAll: openCount == 0)
      }
    }
  }

  /// Completes the operators that bind tighter than `and` and `or`.
  private mutating func emitTight(_ pending: inout [Pending]) {
    while let last = pending.last {
      if case .logical = last { return }
      if !emit(last) { return }
      pending.removeLast()
    }
  }

  /// Completes an operator whose right side is there; false for an open parenthesis.
  private mutating func emit(_ pending: Pending) -> Bool {
    switch pending {
    case .open: return false
    case .not: program.append(.not)
    case .compare(let comparison): program.append(.compare(comparison))
    case .logical(let place):
      program.append(.truth)
      if case .decide(let isAnd, _) = program[place] {
        program[place] = .decide(isAnd: isAnd, target: program.count)
      }
    }
    return true
  }

  private mutating func operand(_ token: FilterToken) -> Instruction? {
    switch token {
    case .number(let number): return .push(.number(number))
    case .float(let float): return .push(.float(float))
    case .string(let string): return .push(.string(string))
    case .boolean(let boolean): return .push(.boolean(boolean))
    case .holder(let name):
      if let known = names.firstIndex(of: name) { return .column(known) }
      names.append(name)
      return .column(names.count - 1)
    default: return nil
    }
  }

  private func pattern(_ scanner: inout FilterScanner) throws(FilterError) -> Library.Pattern {
    let token = try scanner.next(library)
    switch token {
    case .string(let text):
      do throws(PatternFault) { return try library.compile(text) } catch {
        throw .badPattern(error.text)
      }
    case .number, .float, .boolean, .holder, .open, .not:
      throw .patternIsNoString("\(token.name)")
    default: throw .unexpected("\(token.name)", isAfterAll: false)
    }
  }
}
