// swift-tools-version: 6.2
// Ordinary Swift only: the Embedded flags of the release build come from the Makefile
// (docs/embedded-rules.md says why they must not stand here).
import PackageDescription

// What ships is checked for things that Embedded Swift cannot do while people work in
// ordinary mode, and an import is internal to its file unless it says otherwise.
let shipped: [SwiftSetting] = [
  .treatWarning("EmbeddedRestrictions", as: .error),
  .treatWarning("DeprecatedDeclaration", as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The unit tests of a module, in Tests/Unit/MODULE.
func unitTests(
  _ module: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(module)Tests", dependencies: dependencies, path: "Tests/Unit/\(module)",
    exclude: exclude)
}

let package = Package(
  name: "unyoke",
  products: [
    .executable(name: "unyoke", targets: ["unyoke"])
  ],
  targets: [
    // The C floor.
    .systemLibrary(name: "CCapability", pkgConfig: "libcap", providers: [.apt(["libcap-dev"])]),
    .target(
      name: "CKernel",
      cSettings: [
        // Checks of the stack and of buffers, as Debian builds the originals.
        .unsafeFlags(["-fstack-protector-strong"]),
        .define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release)),
      ]),

    // What ships, lowest floor first; a target imports only lower floors.
    .target(name: "Bytes", swiftSettings: shipped),
    .target(name: "Options", dependencies: ["Bytes"], swiftSettings: shipped),
    .target(name: "Filter", dependencies: ["Bytes"], swiftSettings: shipped),
    // The square root is a machine instruction in the release build; a debug build calls libm.
    .target(
      name: "Table", dependencies: ["Bytes"], swiftSettings: shipped,
      linkerSettings: [.linkedLibrary("m", .when(configuration: .debug))]),
    .target(
      name: "Kernel", dependencies: ["Bytes", "CKernel", "CCapability"],
      swiftSettings: shipped),
    .target(
      name: "Launch", dependencies: ["Bytes", "Kernel"], swiftSettings: shipped),
    .target(
      name: "Inventory", dependencies: ["Bytes", "Kernel"],
      swiftSettings: shipped),
    .target(
      name: "Nsls",
      dependencies: ["Bytes", "Options", "Filter", "Table", "Kernel", "Inventory"],
      swiftSettings: shipped),
    .target(
      name: "Privileges", dependencies: ["Bytes", "Options", "Kernel", "Launch"],
      swiftSettings: shipped),
    .target(
      name: "Unshare", dependencies: ["Bytes", "Options", "Kernel", "Launch", "Privileges"],
      swiftSettings: shipped),
    .target(
      name: "Nsenter", dependencies: ["Bytes", "Options", "Kernel", "Launch", "Privileges"],
      swiftSettings: shipped),
    .target(
      name: "Personalities",
      dependencies: [
        "Bytes", "Options", "Kernel", "Launch", "Privileges", "Unshare", "Nsenter", "Nsls",
      ], swiftSettings: shipped),
    .executableTarget(name: "unyoke", dependencies: ["Personalities"]),

    // Developer tool: completions from the option tables.
    .executableTarget(
      name: "nsgen",
      dependencies: [
        "Bytes", "Options", "Kernel", "Privileges", "Unshare", "Nsenter", "Nsls", "ProjectFiles",
      ],
      path: "Tools/nsgen"),
    // Where the files of the project are, for tools and tests.
    .target(name: "ProjectFiles", path: "Tools/ProjectFiles"),

    // Tests. The harness and the golden runner never link anything of the above: they
    // start the built binary.
    .target(
      name: "Harness", dependencies: ["ProjectFiles"], path: "Tests/Support/Harness",
      exclude: ["etc", "sandbox.sh", "shield.sh", "unrest.sh"],
      // Pseudo-terminals and spawning, as only GNU's libc has them.
      cSettings: [.define("_GNU_SOURCE")]),
    .executableTarget(
      name: "golden", dependencies: ["Harness", "ProjectFiles"], path: "Tests/Support/GoldenRunner"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Bytes", "Options", "Kernel", "Launch", "Unshare", "Nsenter", "Nsls", "Filter",
        "Inventory", "Privileges", "Fixtures",
      ],
      path: "Tests/Fuzz"),
    .target(
      name: "Fixtures", dependencies: ["Bytes", "Options", "Kernel", "Nsenter"],
      path: "Tests/Support/Fixtures",
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    unitTests("Bytes", ["Bytes"]),
    unitTests("Options", ["Bytes", "Options"]),
    unitTests("Filter", ["Bytes", "Filter"]),
    unitTests("Table", ["Bytes", "Table"]),
    unitTests("Kernel", ["Bytes", "Kernel"]),
    unitTests("Launch", ["Bytes", "Kernel", "Launch"]),
    unitTests(
      "Unshare", ["Bytes", "Options", "Kernel", "Launch", "Privileges", "Unshare", "Fixtures"]),
    unitTests("Nsenter", ["Bytes", "Options", "Kernel", "Launch", "Nsenter", "Fixtures"]),
    unitTests("Privileges", ["Bytes", "Options", "Kernel", "Launch", "Privileges", "Fixtures"]),
    unitTests("Inventory", ["Bytes", "Kernel", "Inventory"]),
    unitTests("Nsls", ["Bytes", "Options", "Kernel", "Inventory", "Nsls", "Fixtures"]),
    unitTests(
      "Corpus",
      [
        "Bytes", "Options", "Kernel", "Launch", "Unshare", "Nsenter", "Fixtures", "ProjectFiles",
      ],
      exclude: ["Lines"]),
    unitTests(
      "Document",
      [
        "Bytes", "Kernel", "Options", "Privileges", "Unshare", "Nsenter", "Nsls", "ProjectFiles",
      ]),
    .testTarget(
      name: "SystemTests", dependencies: ["Harness", "ProjectFiles"], path: "Tests/System",
      exclude: ["Safety/exec-search.sh", "Safety/refusals.sh", "Safety/refuse.c"]),
    .testTarget(
      name: "CompletionTests", dependencies: ["Harness", "ProjectFiles"], path: "Tests/Completion",
      exclude: [
        "place.sh", "setup.bash", "setup.zsh", "setup.fish", "bash.cases", "zsh.cases",
        "fish.cases",
      ]),
  ]
)
