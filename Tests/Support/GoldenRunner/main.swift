import Glibc
import Harness

do {
  Interruption.watch()
  let options = try CommandLineOptions(Array(CommandLine.arguments.dropFirst()))
  let isSuccess: Bool
  switch options.command {
  case "run": isSuccess = try Commands(options: options).run()
  case "parity": isSuccess = try Commands(options: options).parity()
  case "record": isSuccess = try Commands(options: options).record()
  default:
    print(CommandLineOptions.usage)
    exit(2)
  }
  exit(isSuccess ? 0 : 1)
} catch {
  let text = "golden: \(error)\n"
  write(2, text, text.utf8.count)
  exit(2)
}
