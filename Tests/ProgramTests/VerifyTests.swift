import Foundation
import Testing

/// `parkline verify`, its exit codes, and what others say of the same files.
@Suite struct VerifyTests {
  private static let script = """
    scenario "衢州" start=2020 end=2024
    use china
    park a area=10ha
    firm f park=a sector=toys arrives=2020 jobs=100
    export 税收.csv tax, jobs --package
    """

  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parkline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }

  @Test(
    "a file is the same, and no more once a figure is edited; a package that is gone is a file error"
  )
  func exits() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Parkline.run([], input: VerifyTests.script, in: folder).status == 0)
    for arguments in [
      ["verify", "税收.csv"], ["verify", "--safe", "税收.csv"], ["-c", "verify 税收.csv"],
    ] {
      let good = try Parkline.run(arguments, in: folder, environment: ["LC_ALL": "C"])
      #expect(good.status == 0, "\(good.errors)")
      #expect(
        good.output.contains("`税收.csv`: 5 rows, the same to the last digit"), "\(good.output)")
    }
    #expect(try Parkline.run(["--safe", "-c", "verify 税收.csv"], in: folder).status == 5)
    let file = folder.appendingPathComponent("税收.csv")
    let text = try String(contentsOf: file, encoding: .utf8)
    let line = try #require(text.split(separator: "\n").last)
    try text.replacing(line, with: "2024-01-01,2025-01-01,1.00,2").write(
      to: file, atomically: true, encoding: .utf8)
    for arguments in [["verify", "税收.csv"], ["-c", "verify 税收.csv"]] {
      let bad = try Parkline.run(arguments, in: folder)
      #expect(bad.status == 3, "\(bad.errors)")
      #expect(bad.errors.contains("2 figures differ"), "\(bad.errors)")
      #expect(bad.errors.contains("row 5 (2024-01-01), column `tax (yuan)`"), "\(bad.errors)")
    }
    try FileManager.default.removeItem(at: folder.appendingPathComponent("datapackage.json"))
    #expect(try Parkline.run(["verify", "税收.csv"], in: folder).status == 5)
    #expect(try Parkline.run(["verify", "none.csv"], in: folder).status == 5)
    #expect(try Parkline.run(["verify"], in: folder).status == 2)
  }

  @Test("where the package cannot be written, the file is not either")
  func together() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let package = folder.appendingPathComponent("datapackage.json")
    try FileManager.default.createDirectory(at: package, withIntermediateDirectories: true)
    let result = try Parkline.run([], input: VerifyTests.script, in: folder)
    #expect(result.status == 5, "\(result.errors)")
    #expect(
      result.errors.contains("`datapackage.json` cannot be written: it is a folder"),
      "\(result.errors)")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["datapackage.json"])
  }

  @Test("a package's paths lead nowhere: only the file that was named is read")
  func paths() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(try Parkline.run([], input: VerifyTests.script, in: folder).status == 0)
    let package = folder.appendingPathComponent("datapackage.json")
    let text = try String(contentsOf: package, encoding: .utf8)
    try text.replacing("\"path\": \"税收.csv\"", with: "\"path\": \"../../../../etc/passwd\"").write(
      to: package, atomically: true, encoding: .utf8)
    let result = try Parkline.run(["verify", "税收.csv"], in: folder)
    #expect(result.status == 5 && result.errors.contains("does not list"), "\(result.errors)")
    #expect(!result.errors.contains("root:"))
    // A link is followed for the file that was named; its package is the one beside the link.
    try text.write(to: package, atomically: true, encoding: .utf8)
    try FileManager.default.moveItem(
      at: folder.appendingPathComponent("税收.csv"), to: folder.appendingPathComponent("real"))
    try FileManager.default.createSymbolicLink(
      atPath: folder.appendingPathComponent("税收.csv").path, withDestinationPath: "real")
    #expect(try Parkline.run(["verify", "税收.csv"], in: folder).status == 0)
  }

  @Test(
    "Frictionless finds the packages valid, and invalid once a byte is flipped",
    .enabled(if: VerifyTests.hasFrictionless, "frictionless is not installed: .ci/run installs it"))
  func frictionless() throws {
    let result = try Parkline.run(
      "/usr/bin/env",
      [
        VerifyTests.python,
        Parkline.root.appendingPathComponent("Tests/CommandLine/packages.py").path,
        Parkline.path,
      ])
    #expect(result.status == 0, "\(result.output)\(result.errors)")
  }

  private static let python = ProcessInfo.processInfo.environment["FRICTIONLESS"] ?? "python3"

  private static let hasFrictionless =
    (try? Parkline.run("/usr/bin/env", [python, "-c", "import frictionless"]))?.status == 0
}
