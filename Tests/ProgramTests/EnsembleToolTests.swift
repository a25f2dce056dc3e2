import Foundation
import Testing

/// `parkline ensemble` and `parkline merge`: Language 5.
@Suite struct EnsembleToolTests {
  /// A folder of its own with a small study, `study.park`.
  private struct Folder: ~Copyable {
    let url: URL

    init() throws {
      url = FileManager.default.temporaryDirectory
        .appendingPathComponent("ensemble-\(UUID().uuidString)")
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
      try write("study.park", EnsembleToolTests.study)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ text: String) throws {
      try text.write(to: url.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }

    func bytes(_ name: String) throws -> Data {
      try Data(contentsOf: url.appendingPathComponent(name))
    }

    var names: [String] {
      (try? FileManager.default.contentsOfDirectory(atPath: url.path).sorted()) ?? []
    }

    @discardableResult
    func run(
      _ line: String, environment: [String: String] = [:]
    ) throws -> Parkline.Result {
      // A scheduler that runs the tests is not what they are about.
      let none = ["SLURM_ARRAY_TASK_ID", "SLURM_ARRAY_TASK_COUNT"].map { "-u\($0)" }
      return try Parkline.run(
        "/usr/bin/env",
        none + environment.map { "\($0)=\($1)" } + [Parkline.path]
          + line.split(separator: " ").map(String.init), in: url)
    }
  }

  private static let study = """
    scenario "Two halls" start=2024 end=2027
    assume delay = uniform(0y, 2y)
    assume realised = triangular(30%, 80%, 100%)
    park a area=40ha
    phase p park=a area=40ha investment=100M yuan start=2024 complete=2024 delay=delay
    sector s output_per_job=500k yuan/year margin=10%
    firm f park=a phase=p sector=s arrives=2024-07 jobs=100*realised

    """

  @Test("what the command line says holds where the script ends with `quit`, too")
  func quitting() throws {
    let folder = try Folder()
    try folder.write("quits.park", EnsembleToolTests.study + "ensemble draws=50\nquit\n")
    let result = try folder.run("ensemble quits.park --draws 30 --out whole")
    #expect(result.status == 0, "\(result)")
    #expect(try folder.bytes("whole").range(of: Data("\ndraws 30\n".utf8)) != nil)
    #expect(try folder.run("ensemble study.park --self-check").status != 0)
  }

  @Test("parts of any split and order have the bytes of one run, whatever the width of vectors")
  func merged() throws {
    let folder = try Folder()
    #expect(try folder.run("ensemble study.park --draws 400 --out whole").status == 0)
    for count in [2, 5] {
      var parts: [String] = []
      for index in (1...count).reversed() {
        let name = "part.\(index).\(count)"
        let threads = index % 2 + 1
        let result = try folder.run(
          "ensemble study.park --draws 400 --shard \(index)/\(count) --threads \(threads)"
            + " --out \(name)")
        #expect(result.status == 0 && result.output.isEmpty && result.errors.isEmpty)
        parts.append(name)
      }
      let result = try folder.run("merge \(parts.joined(separator: " ")) --out merged")
      #expect(result.status == 0 && result.output.isEmpty, "\(result.errors)")
      #expect(try folder.bytes("merged") == folder.bytes("whole"))
    }
    for width in [2, 4, 8] {
      try folder.run("ensemble study.park --draws 400 --vectors \(width) --out wide.\(width)")
      #expect(try folder.bytes("wide.\(width)") == folder.bytes("whole"))
    }
    #expect(try folder.run("ensemble study.park --vectors 3").status == 2)
    // Without a file, the same table from either.
    let merged = try folder.run("merge whole").output
    #expect(try folder.run("ensemble study.park --draws 400").output == merged)
    #expect(merged.contains("400 draws, seed 1, sobol"))
    #expect(merged.contains("jobs") && merged.contains("p95"))
  }

  @Test("a task of a job array finds its shard in the environment")
  func slurm() throws {
    let folder = try Folder()
    func task(_ id: Int, of count: Int, from first: Int) throws -> Parkline.Result {
      try folder.run(
        "ensemble study.park jobs --draws 64 --out part.\(id)",
        environment: [
          "SLURM_ARRAY_TASK_ID": "\(id)", "SLURM_ARRAY_TASK_COUNT": "\(count)",
          "SLURM_ARRAY_TASK_MIN": "\(first)", "SLURM_ARRAY_TASK_MAX": "\(first + count - 1)",
        ])
    }
    for id in 1...3 { #expect(try task(id, of: 3, from: 1).status == 0) }
    #expect(try folder.run("merge part.1 part.2 part.3 --out whole").status == 0)
    try folder.run("ensemble study.park jobs --draws 64 --out one")
    #expect(try folder.bytes("whole") == folder.bytes("one"))
    for (id, count, first) in [(0, 3, 0), (3, 1, 3), (5, 4, 2)] {
      let result = try task(id, of: count, from: first)
      #expect(result.status == 2)
      #expect(result.errors.contains("error[bad-shard]: the tasks of this array are not numbered"))
      #expect(result.errors.contains("`sbatch --array=1-8`"))
    }
    #expect(folder.names == ["one", "part.1", "part.2", "part.3", "study.park", "whole"])
  }

  @Test("what does not go together is refused by name, and nothing is written")
  func refused() throws {
    let folder = try Folder()
    for index in 1...4 {
      try folder.run("ensemble study.park --draws 128 --shard \(index)/4 --out part.\(index)")
    }
    try folder.run("ensemble study.park --draws 128 --seed 2 --shard 4/4 --out seed.4")
    try folder.write("other.park", Self.study.replacing("100M", with: "101M"))
    try folder.run("ensemble other.park --draws 128 --shard 4/4 --out other.4")
    var broken = try folder.bytes("part.4")
    broken[broken.count / 2] ^= 4
    try broken.write(to: folder.url.appendingPathComponent("broken.4"))
    try broken.dropLast(40).write(to: folder.url.appendingPathComponent("short.4"))
    for (parts, message) in [
      ("part.1 part.2 part.4", "error[missing-part]: draws 64 to 95 of 128 are in no part"),
      ("part.1 part.2 part.4", "help: `parkline ensemble FILE --shard 3/4 --out PART` makes"),
      ("part.1 part.2 part.1", "error[doubled-part]: `part.1` holds the same draws as `part.1`"),
      ("part.1 part.2 part.3 seed.4", "error[foreign-part]: `seed.4` belongs to another ensemble"),
      (
        "part.1 part.2 part.3 other.4", "error[foreign-part]: `other.4` belongs to another ensemble"
      ),
      ("part.1 part.2 part.3 broken.4", "error[damaged-part]: `broken.4` is damaged: its checksum"),
      ("part.1 part.2 part.3 short.4", "error[damaged-part]: `short.4` is damaged: it ends"),
      ("study.park part.1", "error[damaged-part]: `study.park` is no part of an ensemble"),
    ] {
      let result = try folder.run("merge \(parts) --out whole")
      #expect(result.status == 2, "\(parts)")
      #expect(result.errors.contains(message), "\(result.errors)")
    }
    #expect(try folder.run("merge part.1 nowhere --out whole").status == 5)
    #expect(try folder.run("merge").status == 2)
    #expect(!folder.names.contains("whole"))
  }

  @Test("a shard or a number of draws that is none is said so")
  func numbers() throws {
    let folder = try Folder()
    for (options, message) in [
      ("--shard 9/8", "there is no part 9 of 8: parts are counted from 1 to 8"),
      ("--shard 0/8", "there is no part 0 of 8"), ("--shard x", "`x` names no part of the draws"),
      ("--draws 0", "error[out-of-range]"), ("--draws 1000000000000", "error[out-of-range]"),
      ("--draws many", "error["), ("--threads 0", "--threads takes a number from 1 to 4096"),
      ("--shard 1/2 --out a.csv", "`a.csv` is a table, and a part of the draws makes none"),
      ("nonsense", "error[unknown-metric]: there is no metric `nonsense`"),
      ("tx", "did you mean `tax`?"),
    ] {
      let result = try folder.run("ensemble study.park \(options)")
      #expect(result.status == 2 && result.output.isEmpty, "\(options)")
      #expect(result.errors.contains(message), "\(options): \(result.errors)")
    }
    // One draw and two are draws.
    for draws in [1, 2] {
      #expect(try folder.run("ensemble study.park jobs --draws \(draws)").status == 0)
    }
    #expect(try folder.run("ensemble nowhere.park").status == 5)
    #expect(folder.names == ["study.park"])
  }

  @Test("--out with the ending of a table writes one")
  func table() throws {
    let folder = try Folder()
    #expect(try folder.run("ensemble study.park tax,jobs --draws 32 --out all.csv").status == 0)
    let lines = String(decoding: try folder.bytes("all.csv"), as: UTF8.self)
      .split(separator: "\n").map(String.init)
    #expect(lines.first == "metric,period_start,period_end,unit,statistic,value")
    // Two metrics, four years, six statistics.
    #expect(lines.count == 1 + 2 * 4 * 6)
    #expect(lines.contains { $0.hasPrefix("jobs,2027-01-01,2028-01-01,") && $0.contains(",p95,") })
  }

  @Test("where nothing is uncertain, that is said")
  func certain() throws {
    let folder = try Folder()
    try folder.write("a.park", "scenario start=2024 end=2025\npark a\n")
    let result = try folder.run("ensemble a.park jobs --draws 8")
    #expect(result.status == 0)
    #expect(result.errors == "nothing in `a.park` is uncertain: every draw is the plain run\n")
  }

  @Test("the estimators of sensitivity hold what is known in closed form")
  func selfCheck() throws {
    let folder = try Folder()
    let result = try folder.run("ensemble --self-check")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("Ishigami") && result.output.contains("Sobol' G"))
    #expect(result.output.contains("all 16 indices hold"))
  }
}
