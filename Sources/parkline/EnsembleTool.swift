import ArgumentParser
import Diagnostics
import Shell
import VectorChoice
import Vectors

/// `parkline ensemble`: draws the futures of a script's scenario, or a part of them.
struct EnsembleTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "ensemble",
    abstract: "Draw many futures of a script's scenario, or one part of them for `parkline merge`.",
    discussion: """
      Prints mean and quantiles of the metrics in each year: of those that are named behind FILE, or \
      else of tax, jobs and investment.cumulative. With --out the statistics go into a file, as a part \
      that `parkline merge` takes, or as a table where its name ends in .csv, .tsv, .json or .md.

      As a task of a Slurm job array that is numbered from 1 on, it takes its shard and its threads \
      from there, where they are left out. Docs/Cluster.md shows how.
      """)

  @Argument(help: "The script.", completion: .file(extensions: ["park"]))
  var file: String?

  @Argument(help: "What to show: tax, jobs.")
  var metrics: [String] = []

  @Option(help: "How many futures; what the script says, else 10000.")
  var draws: String?

  @Option(help: "Which futures: another seed, other draws.")
  var seed: String?

  @Option(
    help: ArgumentHelp("Work out the part I of K of the draws.", valueName: "i/k"))
  var shard: String?

  @Option(help: "The file for the part, or for the table.", completion: .file())
  var out: String?

  @Option(help: "How many threads; as many as there are processors.")
  var threads: Int?

  @Option(
    help: "Vectors of 2, 4 or 8 numbers at most; as wide as there are. The answer is the same.")
  var vectors: Int?

  @Flag(help: "Hold the estimators of `sobol` to functions whose indices are known, and end.")
  var selfCheck = false

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  func validate() throws {
    guard selfCheck || file != nil else {
      throw ValidationError("Missing expected argument '<file>'")
    }
    guard !selfCheck || file == nil else {
      throw ValidationError("--self-check takes no file")
    }
    if let threads, !(1...4096).contains(threads) {
      throw ValidationError("--threads takes a number from 1 to 4096")
    }
    if let vectors, VectorWidth(rawValue: vectors) == nil {
      throw ValidationError("--vectors takes 2, 4 or 8")
    }
  }

  func perform() -> Diagnostic.Exit {
    if let width = vectors.flatMap(VectorWidth.init) { VectorLoops.limit(to: width) }
    allowed.closeEnvironment()
    let program = allowed.program(messages)
    guard !selfCheck, let file else { return program.checkSensitivity() }
    var request = Program.EnsembleRequest(file: file, engine: Parkline.version)
    request.metrics = metrics
    request.settings =
      (draws.map { ["draws=\($0)"] } ?? []) + (seed.map { ["seed=\($0)"] } ?? [])
    request.out = out
    request.threads = threads ?? SlurmTask.threads
    do throws(Diagnostic) {
      // Not by `??`, whose other side may throw anything.
      if let shard { request.shard = shard } else { request.shard = try SlurmTask.shard }
    } catch {
      return program.refuse(error)
    }
    return program.ensemble(request)
  }
}

/// `parkline merge`: puts parts together.
struct MergeTool: Tool {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Put the parts together that `parkline ensemble --shard` wrote.",
    discussion: """
      Takes all parts of an ensemble, in any order, and gives what one run would have given: a table, \
      or with --out the file, to the same bytes. Parts that are missing, there twice, damaged, or of \
      another scenario, seed or version are refused. Exits with 0 where all is well, 2 where parts do \
      not go together, 5 where a file cannot be read or written.
      """)

  @Argument(help: "The parts.", completion: .file())
  var parts: [String]

  @Option(
    help: "The file for the whole, or for a table: .csv, .tsv, .json, .md.", completion: .file())
  var out: String?

  @OptionGroup var allowed: RunOptions

  @OptionGroup var messages: MessageOptions

  func perform() -> Diagnostic.Exit {
    allowed.closeEnvironment()
    return allowed.program(messages).merge(parts, out: out)
  }
}
