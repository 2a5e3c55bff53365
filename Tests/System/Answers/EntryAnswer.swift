import Harness
import Testing

/// A failure of nsenter or nsls whose cause is made for the test, and its hint.
struct EntryAnswer: Sendable, CustomTestStringConvertible {
  /// The heading in docs/answers.md.
  let topic: String
  /// Makes the cause, as root: a target, whose number is in $P.
  var cause = ""
  /// The words, tried twice: with hints and without.
  let command: String
  /// What the hint says; $P is the target.
  let hint: String
  var program = "nsenter"

  init(
    _ topic: String, cause: String = "", _ command: String, _ hint: String,
    program: String = "nsenter"
  ) {
    (self.topic, self.cause, self.command) = (topic, cause, command)
    (self.hint, self.program) = (hint, program)
  }

  var testDescription: String { "\(topic): \(command)" }

  /// Fails unless it is said where hints are asked for, below the message, and not a byte more than the
  /// message where they are not: in a pipe there are none by themselves.
  func check() {
    let outcome = Place.run(Self.functions + cause + "\ntwice \(command)\nleave")
    #expect(
      outcome.stdoutText == "\(program): hint: \(hint)\n",
      "\(outcome.stdoutText)\(outcome.stderrText)")
    #expect(outcome.stderrText == "")
    #expect(outcome.survivors.isEmpty)
  }

  static let functions = #"""
    # Runs a command as the plain user.
    printf '#!/bin/sh\nexec setpriv --reuid 1001 --regid 1001 --clear-groups "$@"\n' >tester
    chmod 755 tester; PATH=$PATH:$PWD; P=none L=none MASK=
    # Starts a target, which sleeps in the end, with the words before that.
    target() {
      "$@" sleep 100 </dev/null >/dev/null 2>&1 & L=$!
      until P=$(sleeper $L); do sleep 0.02; done
    }
    # The process below $1, or $1 itself, that runs sleep.
    sleeper() {
      cat /proc/$1/cmdline 2>/dev/null | tr '\0' ' ' | grep -q '^[^ ]*sleep 100 $' && echo $1 && return
      for p in $(cat /proc/$1/task/$1/children 2>/dev/null); do sleeper $p && return; done
      return 1
    }
    leave() { kill -KILL $P $L 2>/dev/null; wait 2>/dev/null; }
    twice() {
      "$@" >out.plain 2>err.plain; plain=$?
      (export UNYOKE_HINTS=always; "$@") >out 2>err; hinted=$?
      [ $plain = $hinted ] || echo "status $plain, with hints $hinted"
      [ $plain != 0 ] || echo "no failure"
      cmp out.plain out
      grep -v ': hint: ' err | cmp err.plain -
      [ -s err.plain ] || echo "no message"
      tail -n +2 err | sed "s/\b$P\b/\$P/g; s/\b$L\b/\$L/g; $MASK"
    }

    """#
}
