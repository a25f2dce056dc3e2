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

/// The models and the shell are built optimized also where they are tested, for tests run them
/// thousands of times (Docs/Decisions/0109). `UNOPTIMIZED=1 swift build` is for a debugger.
let quick: [SwiftSetting] =
  Context.environment["UNOPTIMIZED"] == nil
  ? strict + [.unsafeFlags(["-O"], .when(configuration: .debug))] : strict

/// The engine is generic over what a number is, across its files, and is built for plain numbers only
/// where these are compiled as one: a run then takes a tenth of the time. With threads the compiler
/// writes an object for each file, which the index of a debug build asks for.
let whole: [SwiftSetting] =
  Context.environment["UNOPTIMIZED"] == nil
  ? quick
    + [
      .unsafeFlags(
        ["-disable-batch-mode", "-whole-module-optimization", "-num-threads", "2"],
        .when(configuration: .debug))
    ] : quick

/// What the loops over draws are built for: registers of two doubles, of four, of eight. Which are used
/// is decided as the program begins (Docs/Decisions/0137).
#if arch(x86_64)
  let widths = [(2, []), (4, ["-Xcc", "-march=x86-64-v3"]), (8, ["-Xcc", "-march=x86-64-v4"])]
#else
  let widths: [(Int, [String])] = [(2, [])]
#endif
let vectors: [Target] =
  [
    .systemLibrary(name: "CProcessor", path: "Sources/Vectors/Processor"),
    .target(
      name: "Vectors", dependencies: ["CProcessor"], path: "Sources/Vectors/Table",
      swiftSettings: quick),
    .target(
      name: "VectorChoice",
      dependencies: ["Vectors"] + widths.map { .target(name: "Vectors\($0.0)") },
      path: "Sources/Vectors/Choice", swiftSettings: quick),
  ]
  + widths.map { width, flags in
    .target(
      name: "Vectors\(width)", dependencies: ["Vectors"], path: "Sources/Vectors/Width\(width)",
      swiftSettings: whole + [.unsafeFlags(flags)])
  }

/// The release program is one file with everything in it: loading shared libraries at start costs
/// more than everything else Parkline does before its first prompt
/// (Docs/Decisions/0002-static-program.md). libedit-dev, libsqlite3-dev and zlib1g-dev bring every
/// archive that is named here.
let standalone: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-executable", "-l_FoundationCShims", "-l_FoundationCollections",
      "-lswiftSynchronization", "-Xlinker", "--start-group", "-Xlinker", "-l:libedit.a",
      "-Xlinker", "-l:libtinfo.a", "-Xlinker", "-l:libbsd.a", "-Xlinker", "-l:libmd.a",
      "-Xlinker", "-l:libz.a", "-Xlinker", "-l:libsqlite3.a",
      // What a debugger reads is left out: it would be half of the file.
      "-Xlinker", "--end-group", "-Xlinker", "--strip-debug",
    ], .when(platforms: [.linux], configuration: .release))
]

let package = Package(
  name: "parkline",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
  ],
  targets: vectors + [
    .systemLibrary(name: "CEditline", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CAllocator"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Diagnostics", swiftSettings: quick),
    .target(name: "Wording", dependencies: ["Diagnostics"], swiftSettings: quick),
    .target(name: "Quantities", dependencies: ["Diagnostics"], swiftSettings: quick),
    .target(name: "Language", dependencies: ["Diagnostics", "Quantities"], swiftSettings: quick),
    .target(
      name: "ParkModel",
      dependencies: [
        "Diagnostics", "Quantities", "Language",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      resources: [
        .embedInCode("Library/china.park"), .embedInCode("Library/china-ranges.park"),
        .embedInCode("Library/germany.park"),
        .embedInCode("Library/model.park"),
      ],
      swiftSettings: quick),
    .target(
      name: "Simulation",
      dependencies: [
        "CAllocator", "Diagnostics", "Quantities", "Language", "ParkModel", "Vectors",
        "VectorChoice",
      ],
      swiftSettings: whole),
    .target(
      name: "Ensembles",
      dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel", "Simulation"],
      swiftSettings: whole),
    .target(
      name: "Analysis",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Ensembles",
      ],
      swiftSettings: quick),
    .target(name: "ProofVerifier", swiftSettings: quick),
    .target(
      name: "Reports", dependencies: ["CSQLite", "CZlib", "Diagnostics", "Quantities"],
      swiftSettings: quick),
    .target(
      name: "Shell",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Ensembles", "Analysis",
        "Reports", "Wording",
        .product(name: "OrderedCollections", package: "swift-collections"),
      ],
      resources: [.embedInCode("Errors.md"), .embedInCode("FirstSteps/Demo.park")],
      swiftSettings: quick),
    .target(
      name: "Terminal", dependencies: ["CEditline", "Diagnostics"], swiftSettings: strict),
    .executableTarget(
      name: "parkline",
      dependencies: [
        "Diagnostics", "ProofVerifier", "Shell", "Terminal", "Vectors", "VectorChoice",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [
        .embedInCode("Completions/_parkline"), .embedInCode("Completions/parkline.bash"),
        .embedInCode("Completions/parkline.fish"),
      ],
      swiftSettings: strict, linkerSettings: standalone),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics"],
      exclude: ["Widths.txt", "widths.py"], swiftSettings: strict),
    .testTarget(
      name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"],
      exclude: ["Numerics.txt", "numerics.py"], swiftSettings: strict),
    .testTarget(
      name: "LanguageTests",
      dependencies: ["Diagnostics", "Quantities", "Language", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ParkModelTests",
      dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel", "TestSupport"],
      exclude: ["Errors.txt"],
      swiftSettings: strict),
    .testTarget(
      name: "SimulationTests",
      // Analysis and ProofVerifier, because what proofs say holds in every generated scenario.
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Analysis",
        "ProofVerifier", "Vectors", "VectorChoice", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "EnsemblesTests",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Ensembles",
        "TestSupport",
      ],
      exclude: [
        "Decisions/Boxes.json", "Decisions/Bryant.csv", "Sobol.txt", "sobol.py",
        "Statistics/Statistics.txt", "Statistics/statistics_table.py",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AnalysisTests",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Ensembles", "Analysis",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProofVerifierTests",
      dependencies: [
        "Diagnostics", "Language", "ParkModel", "Simulation", "Analysis", "ProofVerifier",
        "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Diagnostics", "Quantities", "Reports", "TestSupport"],
      exclude: [
        "Database/read_back.py", "HTML/read_page.py", "Workbook/read_back.py",
        "Workbook/recalculate.py",
      ], swiftSettings: strict),
    .testTarget(
      name: "ShellTests",
      dependencies: [
        "Diagnostics", "Quantities", "Language", "ParkModel", "Simulation", "Ensembles", "Analysis",
        "Reports", "Shell", "Wording", "TestSupport",
      ],
      exclude: ["English.txt", "Slips.txt", "Transcripts"], swiftSettings: strict),
    .testTarget(
      name: "TerminalTests", dependencies: ["Diagnostics", "Terminal"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["parkline", "TestSupport"], swiftSettings: strict),
  ]
)

// The fuzzer of the language and the model; `Tests/Fuzz/run` builds and runs it.
if Context.environment["FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Diagnostics", "Quantities", "Language", "ParkModel", "TestSupport"],
      path: "Tests/Fuzz",
      exclude: ["Corpus", "Crashes", "run", "words.dict"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// The line editor by itself, for Tests/Terminal/editor_test.py.
if Context.environment["EDITOR_DEMO"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "editor-demo", dependencies: ["Terminal"], path: "Tests/Terminal/EditorDemo",
      swiftSettings: strict))
}

// How long colours, hints and suggestions take: Docs/Benchmarks.md.
if Context.environment["TYPING"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "typing", dependencies: ["Diagnostics", "Shell"], path: "Tests/Benchmarks/Typing",
      swiftSettings: strict))
}
