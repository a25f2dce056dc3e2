import Diagnostics

/// What Slurm says of the task that the program is, in the environment.
enum SlurmTask {
  /// `3/8` for task 3 of an array of 8; nil where it is no task of an array. Throws where the tasks are
  /// not numbered from 1 on, for then their numbers are no parts.
  static var shard: String? {
    get throws(Diagnostic) {
      guard let task = Environment.value("SLURM_ARRAY_TASK_ID"),
        let count = Environment.value("SLURM_ARRAY_TASK_COUNT")
      else { return nil }
      let first = Environment.value("SLURM_ARRAY_TASK_MIN") ?? "1"
      let last = Environment.value("SLURM_ARRAY_TASK_MAX") ?? count
      guard first == "1", last == count else {
        throw Diagnostic(
          "bad-shard",
          "the tasks of this array are not numbered from 1 on, so `\(task)` of \(count) is no part",
          help: [
            "number them so, `sbatch --array=1-8`, or say which part this is: `--shard 3/8`"
          ])
      }
      return "\(task)/\(count)"
    }
  }

  /// The processors that the task was given; nil where nothing says so.
  static var threads: Int? {
    Environment.value("SLURM_CPUS_PER_TASK").flatMap { Int($0) }
      ?? Environment.value("SLURM_CPUS_ON_NODE").flatMap { Int($0) }
  }
}
