import Diagnostics
import Glibc
import Shell
import Synchronization
import Terminal

extension OutsideEditor {
  /// The shell's door to the user's editor.
  init(_ editor: ExternalEditor) {
    let kept = KeptTexts()
    self.init(
      edit: { (text, subject) throws(Diagnostic) in
        do throws(ExternalEditor.Problem) {
          if let path = kept.take(subject) { return try editor.edit(file: path) }
          return try editor.edit(text)
        } catch {
          throw Diagnostic("no-editor", error.message, help: [error.help].compactMap(\.self))
        }
      },
      remove: { unlink($0) },
      keep: { kept.keep($0, $1) })
  }

  /// The same, where what the user does in the editor is no work of the shell: nothing is shown of it
  /// and no limit counts it.
  func resting(_ isWorking: @escaping @Sendable (Bool) -> Void) -> OutsideEditor {
    let edit = edit
    var copy = self
    copy.edit = { (text, subject) throws(Diagnostic) in
      isWorking(false)
      defer { isWorking(true) }
      return try edit(text, subject)
    }
    return copy
  }
}

/// Files with texts that had errors.
private final class KeptTexts: Sendable {
  private let paths = Mutex<[OutsideEditor.Subject: String]>([:])

  /// The file with a text of this subject, if it is still there.
  func take(_ subject: OutsideEditor.Subject) -> String? {
    let path = paths.withLock { $0.removeValue(forKey: subject) }
    return path.flatMap { access($0, R_OK | W_OK) == 0 ? $0 : nil }
  }

  /// False where there is no such file any more.
  func keep(_ path: String, _ subject: OutsideEditor.Subject) -> Bool {
    guard access(path, R_OK | W_OK) == 0 else { return false }
    paths.withLock { $0[subject] = path }
    return true
  }
}

extension ExternalEditor {
  /// The line that is typed, edited; nil when it is to stay as it was, which is said where there is a
  /// reason.
  func editedLine(_ line: String) -> String? {
    do throws(Problem) {
      return try editedText(line)
    } catch {
      StandardOutput.say(error.message + "\n", to: STDERR_FILENO)
      return nil
    }
  }
}
