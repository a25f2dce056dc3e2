// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: the Swift 6 language, strict imports, and no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The release program carries the Swift library inside it: loading it at start costs more than
/// everything Parkline does before its first prompt (Docs/Decisions/0002-static-standard-library.md).
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-l_FoundationCShims", "-l_FoundationCollections", "-lswiftSynchronization",
    ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "parkline",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "Diagnostics", swiftSettings: strict),
    .target(name: "Quantities", dependencies: ["Diagnostics"], swiftSettings: strict),
    .target(name: "Language", dependencies: ["Diagnostics", "Quantities"], swiftSettings: strict),
    .target(
      name: "ParkModel",
      dependencies: [
        "Diagnostics", "Quantities", "Language",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      resources: [.embedInCode("Library/china.park"), .embedInCode("Library/model.park")],
      swiftSettings: strict),
    .target(
      name: "Simulation", dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel"],
      swiftSettings: strict),
    .target(name: "Reports", dependencies: ["Diagnostics", "Quantities"], swiftSettings: strict),
    .target(
      name: "Shell",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Reports",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(name: "Terminal", dependencies: ["CEditline"], swiftSettings: strict),
    .executableTarget(
      name: "parkline",
      dependencies: [
        "Diagnostics", "Shell", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: standalone),

    .testTarget(name: "DiagnosticsTests", dependencies: ["Diagnostics"], swiftSettings: strict),
    .testTarget(name: "QuantitiesTests", dependencies: ["Quantities"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests", dependencies: ["Diagnostics", "Quantities", "Language"],
      swiftSettings: strict),
    .testTarget(
      name: "ParkModelTests", dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel"],
      exclude: ["Errors.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel", "Simulation"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Diagnostics", "Quantities", "Reports"],
      swiftSettings: strict),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Diagnostics", "Language", "ParkModel", "Simulation", "Reports", "Shell",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["parkline"], swiftSettings: strict),
  ]
)

// The fuzzer of the language and the model; `Tests/Fuzz/run` builds and runs it.
if Context.environment["FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Diagnostics", "Language", "ParkModel"], path: "Tests/Fuzz",
      exclude: ["Corpus", "Crashes", "run", "words.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
