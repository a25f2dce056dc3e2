import Shell
import Terminal

extension OutsideConverter {
  /// The shell's door to programs on `PATH` that turn one kind of file into another.
  static func onPath(_ searchPath: String) -> OutsideConverter {
    let programs = PipedProgram(searchPath: searchPath)
    return OutsideConverter { program, arguments, input, stop in
      switch programs.run(program, arguments, input, stop: stop) {
      case .answer(let bytes): .answer(bytes)
      case .missing: .missing
      case .failure(let reason): .failure(reason)
      }
    }
  }
}
