// swift-tools-version: 6.2
// Somebody else's package, as far as SwiftPM can tell: run.sh copies it out of the tree. It sets no flags that the
// products would need.
import PackageDescription

let unyoke = Context.environment["UNYOKE"] ?? "../../.."

let package = Package(
  name: "foreign",
  dependencies: [.package(name: "unyoke", path: unyoke)],
  targets: [
    .target(name: "CTools"),
    .target(
      name: "Shared", dependencies: ["CTools", .product(name: "Namespaces", package: "unyoke")]),
    // One case after the other, each in a process that begins with one thread.
    .executableTarget(
      name: "alone",
      dependencies: ["Shared", "CTools", .product(name: "Namespaces", package: "unyoke")]),
    .testTarget(
      name: "ForeignTests",
      dependencies: ["Shared", "alone", .product(name: "Namespaces", package: "unyoke")],
      swiftSettings: [
        .enableUpcomingFeature("MemberImportVisibility"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ]),
  ]
)
