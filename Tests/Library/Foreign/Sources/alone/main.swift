// alone CASE: does what a case asks for, in this process, and ends with status 0 when all of it was as it must be.
// What was not it prints. Status 77: it cannot be done here, and the line says why.
import Glibc
import Namespaces
import Shared

guard CommandLine.arguments.count == 2 else { exit(2) }
if CommandLine.arguments[1] == "threads" {
  print(CurrentProcess.hasSeveralThreads ? "several" : "one")
  exit(0)
}
guard let asked = Case(rawValue: CommandLine.arguments[1]) else { exit(2) }
// A child that nobody ended must not live on.
alarm(240)
do { try perform(asked) } catch {
  print("\(asked): threw \(error)")
  exit(1)
}
// There AddressSanitizer, which looks for leaks at the end, could start nobody to look with.
if asked == .ownNamespaces || asked == .processLimit {
  fflush(nil)
  _exit(Findings.count == 0 ? 0 : 1)
}
exit(Findings.count == 0 ? 0 : 1)
