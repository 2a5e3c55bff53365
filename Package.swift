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

// The square root is a machine instruction in the release build; a debug build calls libm.
let squareRoot: [LinkerSetting] = [.linkedLibrary("m", .when(configuration: .debug))]

/// A room of the house: a target of Sources/ that ships.
func room(_ name: String, _ floors: String..., needs: [LinkerSetting] = []) -> Target {
  .target(
    name: name, dependencies: floors.map { .byName(name: $0) }, swiftSettings: shipped,
    linkerSettings: needs)
}

let libraryRules: [SwiftSetting] = [
  .treatWarning("DeprecatedDeclaration", as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A library for other packages: a target of Sources/ in ordinary Swift, with `String` and `Codable`, that is
/// not in the binary. It stands on rooms, and nothing in Sources/ on it.
func library(_ name: String, _ floors: String...) -> Target {
  .target(
    name: name, dependencies: floors.map { .byName(name: $0) }, swiftSettings: libraryRules)
}

/// The unit tests of a room or library, in Tests/Unit/ROOM, with all floors that rooms have in common.
func unitTests(
  _ room: String, _ more: Target.Dependency..., exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(room)Tests",
    dependencies: ["Bytes", "NamespaceValues", "Capabilities", "Kernel", "Host"] + more,
    path: "Tests/Unit/\(room)", exclude: exclude)
}

let package = Package(
  name: "unyoke",
  products: [
    .executable(name: "unyoke", targets: ["unyoke"]),
    .library(name: "Namespaces", targets: ["Namespaces"]),
    .library(name: "NamespaceInventory", targets: ["NamespaceInventory"]),
    .library(name: "NamespacesSystem", targets: ["NamespacesSystem"]),
  ],
  traits: [
    .trait(
      name: "SwiftSystem",
      description:
        "The product NamespacesSystem: FilePath, FileDescriptor and Errno of swift-system")
  ],
  dependencies: [
    // Fetched only where the trait is enabled.
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0")
  ],
  targets: [
    // The C floor.
    .systemLibrary(name: "CCapability", pkgConfig: "libcap", providers: [.apt(["libcap-dev"])]),
    .target(
      name: "CKernel",
      // Checks of buffers, as Debian builds the originals; those of the stack are the Makefile's, as a
      // package with flags of its own can not be used by others.
      cSettings: [.define("_FORTIFY_SOURCE", to: "2", .when(configuration: .release))]),

    // What ships, lowest floor first; a target imports only lower floors. `make check` and
    // docs/architecture.md are compared with this table.
    room("Bytes"),
    room("NamespaceValues", "Bytes"),
    room("Options", "Bytes"),
    room("Filters", "Bytes"),
    room("Tables", "Bytes", needs: squareRoot),
    room("Capabilities", "Bytes", "NamespaceValues", "CKernel", "CCapability"),
    room("Kernel", "Bytes", "NamespaceValues", "CKernel"),
    room("Host", "Bytes", "NamespaceValues", "Capabilities", "Kernel", "CKernel"),
    room("Launch", "Bytes", "NamespaceValues", "Capabilities", "Kernel", "Host"),
    room(
      "LaunchOptions", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host",
      "Launch"),
    room("Survey", "Bytes", "NamespaceValues", "Kernel"),
    room("Targets", "Bytes", "NamespaceValues", "Kernel"),
    room(
      "Unshare", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "Launch",
      "LaunchOptions"),
    room(
      "Nsenter", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "Launch",
      "LaunchOptions", "Survey", "Targets"),
    room(
      "Nsls", "Bytes", "Options", "Filters", "Tables", "NamespaceValues", "Kernel", "Host",
      "Survey", "Targets"),
    room("Privs", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host"),
    room(
      "Answers", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "Launch",
      "LaunchOptions", "Survey", "Targets", "Unshare", "Nsenter", "Nsls", "Privs"),
    room(
      "Check", "Bytes", "Options", "Tables", "NamespaceValues", "Capabilities", "Kernel", "Host",
      "Launch", "LaunchOptions", "Survey", "Unshare", "Privs", "Answers"),
    room("MultiCall", "Bytes", "Options", "NamespaceValues", "Kernel"),
    room(
      "Personalities", "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host",
      "Launch", "LaunchOptions", "Targets", "Unshare", "Nsenter", "Nsls", "Privs", "Answers",
      "Check", "MultiCall"),
    .executableTarget(name: "unyoke", dependencies: ["Personalities"]),

    // What other packages import, in the order of docs/architecture.md.
    .target(name: "CNamespaces", dependencies: ["CKernel"]),
    library("Namespaces", "Bytes", "NamespaceValues", "Kernel", "CNamespaces"),
    library("NamespaceInventory", "Bytes", "NamespaceValues", "Kernel", "Survey"),
    // Empty without the trait.
    .target(
      name: "NamespacesSystem",
      dependencies: [
        "Bytes", "NamespaceValues", "Namespaces",
        .product(
          name: "SystemPackage", package: "swift-system",
          condition: .when(traits: ["SwiftSystem"])),
      ],
      swiftSettings: libraryRules),

    // Developer tool: completions from the option tables.
    .executableTarget(
      name: "nsgen",
      dependencies: [
        "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "LaunchOptions",
        "Privs", "Unshare", "Nsenter", "Nsls", "Check", "MultiCall", "ProjectFiles",
      ],
      path: "Tools/nsgen"),
    // What glibc knows of characters, for the tool that writes the table of them and for the tests.
    .target(
      name: "GlibcCharacters", dependencies: ["CKernel"], path: "Tools/characters",
      exclude: ["characters.c"]),
    // Where the files of the project are, for tools and tests.
    .target(name: "ProjectFiles", path: "Tools/ProjectFiles"),

    // Tests. The harness and the golden runner never link anything of the above: they
    // start the built binary.
    .target(
      name: "Harness", dependencies: ["ProjectFiles"], path: "Tests/Support/Harness",
      // Pseudo-terminals and spawning, as only GNU's libc has them.
      cSettings: [.define("_GNU_SOURCE")]),
    .executableTarget(
      name: "golden", dependencies: ["Harness", "ProjectFiles"], path: "Tests/Support/GoldenRunner"),
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "Launch",
        "Unshare",
        "Nsenter", "Nsls", "Filters", "Survey", "LaunchOptions", "Privs", "Answers", "Fixtures",
        "Targets",
      ],
      path: "Tests/Fuzz"),
    .target(
      name: "Fixtures",
      dependencies: [
        "Bytes", "Options", "NamespaceValues", "Capabilities", "Kernel", "Host", "Launch",
        "Targets", "Nsenter",
      ],
      path: "Tests/Support/Fixtures",
      swiftSettings: [.enableUpcomingFeature("InternalImportsByDefault")]),
    // A program that lists namespaces by the library, for tests that compare it with nsls.
    .executableTarget(
      name: "listing", dependencies: ["NamespaceInventory"], path: "Tests/Support/Listing"),
    unitTests("Bytes"),
    unitTests("Options", "Options"),
    unitTests("Filters", "Filters"),
    unitTests("Tables", "Tables"),
    unitTests("NamespaceValues"),
    unitTests("Capabilities", "Fixtures"),
    unitTests("Kernel"),
    unitTests(
      "Host", "CKernel", "GlibcCharacters", "ProjectFiles", exclude: ["Patterns/corpus.txt"]),
    unitTests("Launch", "Launch", "Fixtures"),
    unitTests("LaunchOptions", "Options", "Launch", "LaunchOptions", "Fixtures"),
    unitTests("Survey", "Survey"),
    unitTests("Targets", "Targets"),
    unitTests("Unshare", "Options", "Launch", "LaunchOptions", "Unshare", "Fixtures"),
    unitTests("Nsenter", "Options", "Launch", "LaunchOptions", "Targets", "Nsenter", "Fixtures"),
    unitTests("Nsls", "Options", "Survey", "Nsls", "Fixtures"),
    unitTests("Privs", "Options", "Privs", "Fixtures"),
    unitTests(
      "Answers", "Options", "Launch", "LaunchOptions", "Survey", "Targets", "Unshare", "Nsenter",
      "Nsls", "Privs",
      "Answers", "Fixtures"),
    unitTests(
      "Check", "Options", "Launch", "LaunchOptions", "Survey", "Unshare", "Privs", "Answers",
      "Check", "Fixtures"),
    unitTests("NamespaceInventory", "NamespaceInventory"),
    unitTests("MultiCall", "Options", "MultiCall", "Fixtures"),
    unitTests(
      "Corpus", "Options", "Launch", "Unshare", "Nsenter", "Fixtures", "ProjectFiles",
      exclude: ["Lines"]),
    unitTests(
      "Document", "Options", "LaunchOptions", "Privs", "Check", "MultiCall", "Unshare", "Nsenter",
      "Nsls",
      "ProjectFiles"),
    .testTarget(
      name: "SystemTests",
      // The steps of a launch, of which each has a row in the fault matrix; they run the built
      // binary and nothing of these.
      dependencies: [
        "Harness", "ProjectFiles", "Bytes", "NamespaceValues", "Capabilities", "Launch",
        "NamespaceInventory", "listing",
      ],
      path: "Tests/System",
      exclude: [
        "Access/matrix.py", "Answers/flags.c", "Library/driver.c", "Library/library.sh",
        "Safety/exec-search.sh",
        "Safety/refusals.sh", "Safety/refuse.c", "Supervision/helpers", "Targets/helpers",
      ]),
    .testTarget(
      name: "CompletionTests", dependencies: ["Harness", "ProjectFiles"], path: "Tests/Completion",
      exclude: [
        "place.sh", "setup.bash", "setup.zsh", "setup.fish", "bash.cases", "zsh.cases",
        "fish.cases",
      ]),
  ]
)
